import {
  HttpError,
  InternalServerError,
  MethodNotAllowed,
  NotFound,
  RangeNotSatisfiable,
  ServiceUnavailable,
  Unauthorized,
} from '@faultless/core';
import type { RawResponse } from '../harness/raw-response.js';
import { FORMATS } from './support/content-types.js';
import { eachServer } from './support/each-server.js';

const ERRORS: readonly (readonly [string, () => unknown])[] = [
  ['a 401', () => new Unauthorized('orders')],
  ['a 404', () => new NotFound('No such order: \u4e2d\u{1f525}.', { code: 'no_order' })],
  ['a concealed 403', () => new HttpError(403, 'Not yours.', { conceal: true })],
  ['a 405', () => new MethodNotAllowed(['PUT', 'DELETE'])],
  ['a 416', () => new RangeNotSatisfiable(1234)],
  ['a 500', () => new InternalServerError('secret')],
  ['a 503', () => new ServiceUnavailable({ retryAfter: 30, extensions: { queue: [1, 2, 3] } })],
  ['a foreign 422', () => Object.assign(new Error('Wrong.'), { status: 422, expose: true })],
  ['an Error', () => new Error('secret')],
];

/** Date differs with the second in which it was written. */
function withoutDate({ statusLine, fields }: RawResponse): string[] {
  const lines = fields.filter(([name]) => name !== 'Date').map((field) => field.join(': '));
  return [statusLine, ...lines];
}

eachServer('HEAD', (start) => {
  it.each(ERRORS)(
    'gets the header of GET, byte by byte, for %s [head-same-fields] [head-content-length]',
    async (_name, make) => {
      const server = await start(() => {
        throw make();
      });
      const connection = await server.connect();
      for (const Accept of FORMATS) {
        for (const language of ['en', 'zh']) {
          const headers = { Accept, 'Accept-Language': language };
          const get = await connection.request({ headers });
          const head = await connection.request({ method: 'HEAD', headers });
          expect(withoutDate(head)).toEqual(withoutDate(get));
          expect(Number(get.value('Content-Length'))).toBe(get.body.length);
          expect(get.body.length).toBeGreaterThan(0);
        }
      }
      expect(connection.unread).toHaveLength(0);
    },
  );

  it('gets no content, so that the responses after it parse [head-no-content]', async () => {
    const server = await start(() => {
      throw new NotFound();
    });
    const connection = await server.connect();
    const methods = ['HEAD', 'GET', 'HEAD', 'HEAD', 'POST', 'HEAD', 'GET'];
    for (const method of methods) connection.send({ method });
    for (const method of methods) {
      const { status, body } = await connection.read(method);
      expect(status).toBe(404);
      expect(body.length === 0).toBe(method === 'HEAD');
    }
    expect(connection.unread).toHaveLength(0);
  });

  it('is answered though a length and a coding were set before', async () => {
    const server = await start((_request, response) => {
      response.setHeader('Content-Length', '99999');
      response.setHeader('Content-Encoding', 'br');
      throw new NotFound();
    });
    const connection = await server.connect();
    const get = await connection.request();
    const head = await connection.request({ method: 'HEAD' });
    expect(withoutDate(head)).toEqual(withoutDate(get));
    expect((await connection.request()).status).toBe(404);
  });

  it('is reported as it came', async () => {
    const server = await start(() => {
      throw new NotFound();
    });
    await server.request({ method: 'HEAD' });
    expect(server.onlyReport()).toMatchObject({ method: 'HEAD', sentStatus: 404, outcome: 'sent' });
  });
});
