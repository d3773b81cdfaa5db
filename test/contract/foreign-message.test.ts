import createError from 'http-errors';
import { describeEachServer } from '../harness/describe-each-server.js';
import { throwing } from '../harness/throwing.js';
import { FORMATS } from './support/content-types.js';

/** A plain error, as libraries make them. */
function failing(properties: object, message: string): Error {
  return Object.assign(new Error(message), properties);
}

describe('http-errors', () => {
  describeEachServer((server) => {
    it.each([
      ['a 4xx', createError(409, 'Order 7 is closed.'), true],
      ['a 4xx that hides it', createError(409, 'Order 7 is closed.', { expose: false }), false],
      ['a 5xx', createError(503, 'Order 7 is closed.'), false],
      ['a 5xx that shows it', createError(503, 'Order 7 is closed.', { expose: true }), true],
      ['one that does not say', failing({ status: 409 }, 'Order 7 is closed.'), false],
      ['one that says so oddly', failing({ status: 409, expose: 1 }, 'Order 7 is closed.'), false],
    ])('tells its message only if it may: %s [problem-detail]', async (_what, thrown, shown) => {
      const { request } = await server.start(throwing(thrown));
      for (const Accept of ['application/json', 'text/html', 'text/plain', 'application/xml']) {
        const { text } = await request({ headers: { Accept } });
        expect(text.includes('Order 7 is closed.')).toBe(shown);
      }
    });

    it.each([400, 404, 409, 413, 422, 503])(
      'is explained in the words of the locale if its message is but the phrase: %i [body-explains]',
      async (status) => {
        const { request } = await server.start(throwing(createError(status, { expose: true })));
        for (const language of ['en', 'zh-CN']) {
          const { title, detail } = (
            await request({ headers: { 'Accept-Language': language } })
          ).json();
          expect(String(detail).length).toBeGreaterThan(String(title).length);
          expect(/[\u4e00-\u9fff]/.test(String(detail))).toBe(language === 'zh-CN');
        }
      },
    );
  });
});

describe('an error of nobody', () => {
  describeEachServer((server) => {
    it('is a 500 that tells nothing of it, in no format [problem-detail]', async () => {
      const cause = new Error('SELECT secret FROM users');
      const thrown = Object.assign(new TypeError('A secret.', { cause }), {
        code: 'secret_code',
        path: '/srv/secret.js',
        headers: { 'X-Secret': '1' },
      });
      const { request, lastReport } = await server.start(throwing(thrown));
      for (const Accept of [...FORMATS, 'image/png']) {
        const response = await request({ path: '/orders?token=secret', headers: { Accept } });
        expect(response.status).toBe(500);
        expect(response.bytes.toString()).not.toMatch(/secret|SELECT |TypeError|\.ts|\/srv/i);
      }
      expect(lastReport()).toMatchObject({ level: 'error', status: 500, causes: [cause] });
      expect(lastReport().error).toBe(thrown);
    });
  });
});
