import { createHash } from 'node:crypto';
import { en, NotFound, problemJson, type Renderer, zhCN } from '@faultless/core';
import { CONTENT_TYPES } from './support/content-types.js';
import { eachServer } from './support/each-server.js';

const fail = (): never => {
  throw new NotFound('No such order.');
};

eachServer('a representation', (start) => {
  it.each([...CONTENT_TYPES])('of %s is not to be sniffed', async (mediaType) => {
    const { value } = await (await start(fail)).request({ headers: { Accept: mediaType } });
    expect(value('X-Content-Type-Options')).toBe('nosniff');
    expect(value('Cache-Control')).toBe('no-store');
  });

  it('of HTML allows its own style and nothing else', async () => {
    const { text: page, value } = await (await start(fail)).request({
      headers: { Accept: 'text/html' },
    });
    const styles = [...page.matchAll(/<style>([^<]*)<\/style>/g)].map(([, style = '']) => style);
    expect(styles).toHaveLength(1);
    const hash = createHash('sha256').update(styles.join('')).digest('base64');
    const directives = value('Content-Security-Policy')?.split(/; */);
    expect(directives).toEqual([
      "default-src 'none'",
      `style-src 'sha256-${hash}'`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(page).not.toMatch(/<(?:script|link|img|iframe|object|embed|base)\b|\son\w+=|\sstyle=/i);
  });

  it.each([...CONTENT_TYPES.keys()].filter((type) => type !== 'text/html'))(
    'of %s leaves the policy of the app alone',
    async (mediaType) => {
      const server = await start((_request, response) => {
        response.setHeader('Content-Security-Policy', "default-src 'self'");
        fail();
      });
      const { value } = await server.request({ headers: { Accept: mediaType } });
      expect(value('Content-Security-Policy')).toBe("default-src 'self'");
    },
  );
});

const csv: Renderer = {
  mediaType: 'text/csv',
  headers: [['Content-Disposition', 'inline']],
  render: ({ status, title }, { tag }) => `${status},${title},${tag}\n`,
};

eachServer('the option', (start) => {
  it('renderers is all that is on offer, the first the default', async () => {
    const server = await start(fail, { renderers: [csv, problemJson] });
    const { value, text: body } = await server.request({ headers: { Accept: 'text/html' } });
    expect(value('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(value('Content-Disposition')).toBe('inline');
    expect(body).toBe('404,Not Found,en\n');
    const json = await server.request({ headers: { Accept: 'application/*' } });
    expect(json.value('Content-Type')).toBe('application/problem+json');
    expect(json.value('Content-Disposition')).toBeUndefined();
  });

  it('locales is all that is on offer, the first the default', async () => {
    const server = await start(fail, { locales: [zhCN, en] });
    expect((await server.request()).value('Content-Language')).toBe('zh-CN');
    const english = await server.request({ headers: { 'Accept-Language': 'en' } });
    expect(english.value('Content-Language')).toBe('en');
  });

  it.each([undefined, '*', 'de', 'en;q=0, zh;q=0'])(
    'defaultLocale is for Accept-Language %j',
    async (language) => {
      const server = await start(fail, { defaultLocale: 'zh-cn' });
      const { value } = await server.request({
        headers: language === undefined ? {} : { 'Accept-Language': language },
      });
      expect(value('Content-Language')).toBe('zh-CN');
    },
  );

  it('defaultLocale does not outdo what the client asks for', async () => {
    const server = await start(fail, { defaultLocale: 'zh-CN' });
    const { value } = await server.request({ headers: { 'Accept-Language': 'en-GB' } });
    expect(value('Content-Language')).toBe('en');
  });
});
