import { constants } from 'node:http2';
import { Forbidden, HttpError, NotFound } from '@faultless/node';
import createError from 'http-errors';
import { describeEachServer } from '../harness/describe-each-server.js';
import { mask } from '../harness/mask.js';
import type { Handler } from '../harness/servers.js';
import { HTTP2_KINDS, type Http2Server, startHttp2 } from '../harness/start-http2.js';

/** Fields that a response may have once, and a status with which those of handler and error stay. */
const STAY: readonly (readonly [name: string, values: readonly string[]])[] = [
  ['Retry-After', ['120', '240']],
  ['Server', ['one/1', 'two/2']],
  ['Access-Control-Allow-Origin', ['https://a.example', 'https://b.example']],
  ['Access-Control-Allow-Credentials', ['true', 'false']],
  ['Access-Control-Max-Age', ['5', '6']],
  ['Strict-Transport-Security', ['max-age=5', 'max-age=6']],
  ['Cross-Origin-Opener-Policy', ['same-origin', 'unsafe-none']],
  ['Sunset', ['Thu, 01 Dec 2044 16:00:00 GMT', 'Fri, 02 Dec 2044 16:00:00 GMT']],
  ['X-Frame-Options', ['DENY', 'SAMEORIGIN']],
  ['Tk', ['N', 'T']],
];

/** Those that an error may say of itself, and a handler may not. */
const ON_PURPOSE: readonly (readonly [name: string, values: readonly string[]])[] = [
  ['Expires', ['Thu, 01 Dec 2044 16:00:00 GMT', 'Fri, 02 Dec 2044 16:00:00 GMT']],
  ['Refresh', ['5', '6']],
];

/** Those that neither keeps. */
const GO = ['ETag', 'Last-Modified', 'Age', 'Content-Range', 'Content-Location', 'Content-MD5'];

const FIRST = { message: expect.stringContaining('may have one value') as unknown };

/** Fails as the path says, with fields of its own or of the error. */
const failing: Handler = ({ url = '', headers }, response) => {
  const name = String(headers['x-name']);
  const [status, who] = url.slice(1).split('/');
  const values = ['first', 'second'].map((one) => headers[`x-${one}`]) as string[];
  if (who === 'handler') response.setHeader(name, values);
  if (who === 'foreign') throw createError(Number(status), { headers: { [name]: values } });
  throw new HttpError(Number(status), who === 'error' ? { headers: { [name]: values } } : {});
};

const asking = (name: string, [first = '', second = '']: readonly string[] = ['1', '2']) => ({
  'x-name': name,
  'x-first': first,
  'x-second': second,
});

describe('a field whose value is no list', () => {
  describeEachServer((server) => {
    it.each(STAY)('leaves once, whoever set it: %s [single-valued]', async (name, values) => {
      const { request, reports } = await server.start(failing);
      for (const who of ['handler', 'error', 'foreign']) {
        const response = await request({ path: `/503/${who}`, headers: asking(name, values) });
        expect(response.status).toBe(503);
        expect(response.values(name)).toEqual([values[0]]);
        expect(response.values('Content-Type')).toEqual(['application/problem+json']);
      }
      expect(reports.map(({ notices }) => notices)).toEqual([[FIRST], [FIRST], [FIRST]]);
    });

    it.each(ON_PURPOSE)('leaves once with the error: %s [single-valued]', async (name, values) => {
      const { request, onlyReport } = await server.start(failing);
      const response = await request({ path: '/503/error', headers: asking(name, values) });
      expect(response.values(name)).toEqual([values[0]]);
      expect(onlyReport().notices).toEqual([FIRST]);
    });

    it.each(GO)('goes with all its lines: %s [leftovers]', async (name) => {
      const { request, reports } = await server.start(failing);
      for (const who of ['handler', 'error']) {
        const response = await request({ path: `/503/${who}`, headers: asking(name) });
        expect(response.status).toBe(503);
        expect(response.values(name)).toEqual([]);
      }
      expect(reports.flatMap(({ notices }) => notices)).toEqual([]);
    });

    it('is the error’s where the handler has set it too [single-valued]', async () => {
      const { request, onlyReport } = await server.start((_request, response) => {
        response.setHeader('Retry-After', ['1', '2']);
        throw new HttpError(503, { retryAfter: 5 });
      });
      expect((await request()).values('Retry-After')).toEqual(['5']);
      expect(onlyReport().notices).toEqual([]);
    });

    it('is left alone where it has one, of whatever type Node sends it [single-valued]', async () => {
      const sunset = new Date(0);
      const { request, onlyReport } = await server.start((_request, response) => {
        response.setHeader('Sunset', sunset as unknown as string);
        throw new HttpError(503);
      });
      expect((await request()).values('Sunset')).toEqual([String(sunset)]);
      expect(onlyReport().notices).toEqual([]);
    });

    it('is the first of the error that says something [503-retry-after] [single-valued]', async () => {
      const { request } = await server.start(() => {
        throw new HttpError(503, { headers: { 'Retry-After': ['soon', '120', '240'] } });
      });
      expect((await request()).values('Retry-After')).toEqual(['120']);
    });

    it('is the renderer’s, and the error adds to its lists only [single-valued]', async () => {
      const { request } = await server.start(() => {
        const headers = {
          'X-Content-Type-Options': 'sniff',
          'Content-Security-Policy': "img-src 'none'",
        };
        throw new HttpError(400, { headers });
      });
      const response = await request({ headers: { Accept: 'text/html' } });
      expect(response.values('X-Content-Type-Options')).toEqual(['nosniff']);
      expect(response.values('Content-Security-Policy')).toEqual([
        expect.stringContaining("default-src 'none'"),
        "img-src 'none'",
      ]);
    });

    it('tells nothing of what is concealed [404-conceals]', async () => {
      const { request } = await server.start((asked, response) => {
        response.setHeader('Server', ['one/1', 'two/2']);
        if (asked.url === '/missing') throw new NotFound();
        response.setHeader('Retry-After', ['1', '2']);
        throw new Forbidden({ conceal: true });
      });
      const [real, fake] = [
        await request({ path: '/missing' }),
        await request({ path: '/hidden' }),
      ];
      expect(mask(fake.bytes)).toBe(mask(real.bytes));
    });
  });
});

describe.each(HTTP2_KINDS.map((kind) => ({ name: kind.name, kind })))(
  'a field over HTTP/2, on $name,',
  ({ kind }) => {
    let server: Http2Server;

    afterEach(async () => {
      await server.close();
    });

    it.each([...STAY, ...ON_PURPOSE])(
      'leaves once, whoever set it: %s [single-valued]',
      async (name, values) => {
        server = await startHttp2(failing, {}, kind);
        const stays = STAY.some(([own]) => own === name);
        for (const who of stays ? ['handler', 'error', 'foreign'] : ['error', 'foreign']) {
          const { headers } = await server.request({
            ':path': `/503/${who}`,
            ...asking(name, values),
          });
          expect([headers[':status'], headers[name.toLowerCase()]]).toEqual([503, values[0]]);
        }
        for (const { outcome, notices } of server.reports) {
          expect([outcome, notices]).toEqual(['sent', [FIRST]]);
        }
      },
    );

    it('costs no answer, whichever of those that Node knows has two lines [single-valued]', async () => {
      server = await startHttp2(failing, {}, kind);
      const names = Object.entries(constants).flatMap(([key, name]) =>
        key.startsWith('HTTP2_HEADER_') && !String(name).startsWith(':') ? [String(name)] : [],
      );
      expect(names.length).toBeGreaterThan(70);
      const answers = names.flatMap((name) =>
        ['handler', 'error'].map((who) => ({ ':path': `/503/${who}`, ...asking(name) })),
      );
      for (const asked of answers) {
        const { headers } = await server.request(asked);
        expect([asked['x-name'], headers[':status']]).toEqual([asked['x-name'], 503]);
      }
      expect(new Set(server.reports.map(({ outcome }) => outcome))).toEqual(new Set(['sent']));
    });

    it.each([
      ['characters that Latin-1 lacks', 'a订', 'a%E8%AE%A2'],
      ['NUL', 'a\0b', 'a b'],
      ['line ends', 'a\r\nb: c', 'a  b: c'],
      ['several of those', ['a\0', 'b', '订'], 'a, b, %E8%AE%A2'],
      ['what has no text', { toString: null }, undefined],
      ['a list of such', [{ toString: null }, 'b'], 'b'],
    ])(
      'of the handler is repaired or left out: %s [field-values] [field-values-octets]',
      async (_what, value, leaves) => {
        server = await startHttp2(
          (_request, response) => {
            // Node looks at it when it is sent only.
            response.setHeader('X-Value', value as string);
            response.setHeader('X-Number', 5);
            response.setHeader('X-Legal', ['a', 'b']);
            throw new HttpError(409);
          },
          {},
          kind,
        );
        const { headers } = await server.request();
        expect(headers).toMatchObject({ ':status': 409, 'x-number': '5', 'x-legal': 'a, b' });
        expect(headers['x-value']).toBe(leaves);
        expect(server.reports).toMatchObject([
          {
            outcome: 'sent',
            notices: [{ message: expect.stringContaining('x-value') as unknown }],
          },
        ]);
      },
    );
  },
);
