import { en, NotFound, zhCN } from '@faultless/core';
import Negotiator from 'negotiator';
import {
  CHARSET_VECTORS,
  DEFAULT,
  MALFORMED,
  ORACLE_VECTORS,
  UNACCEPTABLE,
} from './support/accept-vectors.js';
import { CONTENT_TYPES } from './support/content-types.js';
import { eachServer } from './support/each-server.js';
import { LANGUAGE_VECTORS } from './support/language-vectors.js';

const fail = (): never => {
  throw new NotFound('No such order.');
};

function acceptLanguage(language: string | undefined): Readonly<Record<string, string>> {
  return language === undefined ? {} : { 'Accept-Language': language };
}

/** Long and varied enough to defeat any cache of the decisions. */
const HOSTILE_ACCEPTS = Array.from(
  { length: 100 },
  (_, index) => `${'a/b;c="\\",;q=",'.repeat(index + 1)}text/html;q=0.${String(index)},x/*;q=1e9`,
);

describe('the oracle', () => {
  const offers = [...CONTENT_TYPES.keys()];

  it.each(ORACLE_VECTORS)('says of %j: %s', (accept, expected) => {
    const [best = DEFAULT] = new Negotiator({ headers: { accept } }).mediaTypes(offers);
    expect(best).toBe(expected);
  });

  it.each(UNACCEPTABLE)('finds nothing acceptable in %j', (accept) => {
    expect(new Negotiator({ headers: { accept } }).mediaTypes(offers)).toEqual([]);
  });
});

eachServer('Accept', (start) => {
  it.each([...ORACLE_VECTORS, ...CHARSET_VECTORS, ...MALFORMED])(
    '%j gets %s [accept-specificity] [accept-q0]',
    async (accept, expected) => {
      const response = await (await start(fail)).request({ headers: { Accept: accept } });
      expect(response.status).toBe(404);
      expect(response.value('Content-Type')).toBe(CONTENT_TYPES.get(expected));
    },
  );

  it.each(UNACCEPTABLE)(
    '%j, which nothing satisfies, gets the default [accept-nothing]',
    async (accept) => {
      const response = await (await start(fail)).request({ headers: { Accept: accept } });
      expect(response.value('Content-Type')).toBe(DEFAULT);
      expect(response.json()).toMatchObject({ status: 404, detail: 'No such order.' });
    },
  );

  it('that is absent gets the default', async () => {
    expect((await (await start(fail)).request()).value('Content-Type')).toBe(DEFAULT);
  });

  it('may come in several lines, which are one list', async () => {
    const lines = ['text/html;q=0.1', 'text/plain;q=0.2, application/json;q=0.1'];
    const response = await (await start(fail)).request({ headers: { Accept: lines } });
    expect(response.value('Content-Type')).toBe('text/plain; charset=utf-8');
  });

  it('of 10 KB gets the default', async () => {
    const accept = 'text/html;q=0.9, '.repeat(600);
    const response = await (await start(fail)).request({ headers: { Accept: accept } });
    expect(response.value('Content-Type')).toBe(DEFAULT);
  });

  it('is read as before after a hundred hostile ones', async () => {
    const connection = await (await start(fail)).connect();
    for (const accept of HOSTILE_ACCEPTS) {
      const { status, value } = await connection.request({ headers: { Accept: accept } });
      expect(status).toBe(404);
      expect([...CONTENT_TYPES.values()]).toContain(value('Content-Type'));
    }
    const response = await connection.request({ headers: { Accept: 'text/plain' } });
    expect(response.value('Content-Type')).toBe('text/plain; charset=utf-8');
  });
});

eachServer('Accept-Language', (start) => {
  it.each(LANGUAGE_VECTORS)('%j gets %s [accept-language]', async (language, expected) => {
    const response = await (
      await start(() => {
        throw new NotFound();
      })
    ).request({ headers: acceptLanguage(language) });
    expect(response.value('Content-Language')).toBe(expected);
    const { title } = (expected === 'en' ? en : zhCN).statuses[404];
    expect(response.json()).toMatchObject({ title });
  });

  it('decides on the language of the page too', async () => {
    const headers = { Accept: 'text/html', 'Accept-Language': 'zh' };
    const { text: page, value } = await (await start(fail)).request({ headers });
    expect(value('Content-Language')).toBe('zh-CN');
    expect(page).toContain('<html lang="zh-CN"');
    expect(page).toContain('请检查地址是否有误');
  });
});
