import { connect, type IncomingHttpHeaders } from 'node:http2';
import { Forbidden, HttpError, NotFound } from '@faultless/node';
import { jest } from '@jest/globals';
import { askHttp2 } from '../harness/ask-http2.js';
import { describeEachServer } from '../harness/describe-each-server.js';
import { mask } from '../harness/mask.js';
import type { RequestParts } from '../harness/raw-request.js';
import { type Handler, SERVERS, UNANSWERED } from '../harness/servers.js';
import { startForEach } from '../harness/start-guarded.js';
import { HTTP2_KINDS, startHttp2 } from '../harness/start-http2.js';
import type { RunningServer } from '../harness/start-server.js';
import { concealables } from './support/concealables.js';
import { FORMATS } from './support/content-types.js';
import { OF_THE_HANDLER, OF_THE_RESPONSE, setAll } from './support/handler-fields.js';

// Thousands of requests are made.
jest.setTimeout(120_000);

const ACCEPTS = [...FORMATS, 'image/png'];
const LANGUAGES = ['en', 'zh-CN', 'tlh'];
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Each format in each language, each method, and what else a client may say of itself. */
const REQUESTS: readonly RequestParts[] = [
  ...ACCEPTS.flatMap((Accept) =>
    LANGUAGES.map((language) => ({ headers: { Accept, 'Accept-Language': language } })),
  ),
  ...METHODS.map((method) => ({ method })),
  ...METHODS.map((method) => ({ method, headers: { Accept: 'text/html' } })),
  ...[
    { Origin: 'https://app.example' },
    { Authorization: 'Bearer secret' },
    { Authorization: 'DPoP secret', DPoP: 'secret' },
    { Cookie: 'session=1' },
    { Range: 'bytes=0-1' },
    { 'If-None-Match': '*' },
    { TE: 'trailers' },
    { Prefer: 'return=minimal' },
  ].map((headers) => ({ headers })),
];

const ERRORS = concealables({ conceal: true });

/** What is asked for with `/missing` is nowhere; the rest is hidden behind all that can be set. */
const hiding: Handler = (asked, response) => {
  const [, name = ''] = (asked.url ?? '').split('/');
  if (name === 'missing') return UNANSWERED;
  const value = OF_THE_HANDLER[name];
  if (value === undefined) setAll(asked, response);
  else response.setHeader(name, value);
  throw ERRORS[Number(name)] ?? new HttpError(403, { conceal: true });
};

/** Says of the response what the path names, and throws a 404 that is one or hides something. */
const saying: Handler = ({ url = '' }, response) => {
  const [, what, said = ''] = url.split('/');
  OF_THE_RESPONSE[said]?.(response);
  throw what === 'missing' ? new NotFound() : new Forbidden('A secret.', { conceal: true });
};

const PATHS = ERRORS.map((_error, at) => `/${at}`);

describe('what is concealed, behind a handler that had set everything first,', () => {
  it('is compared in full', () => {
    expect(ERRORS.length).toBeGreaterThan(60);
    expect(REQUESTS.length).toBeGreaterThanOrEqual(40);
  });

  type Started = Pick<RunningServer, 'connect' | 'reports'>;
  const itHasTheBytes = (start: () => Promise<Started>): void => {
    it('has the bytes of a real 404, whatever it is and however it is asked for [404-conceals]', async () => {
      const { connect: open, reports } = await start();
      const ask = async (path: string): Promise<string> => {
        const connection = await open();
        for (const parts of REQUESTS) connection.send({ ...parts, path });
        for (const { method } of REQUESTS) await connection.read(method);
        connection.close();
        return mask(connection.received);
      };
      const real = await ask('/missing');
      expect(real.match(/HTTP\/1\.1 404 Not Found\r\n/g)).toHaveLength(REQUESTS.length);
      for (const path of PATHS) expect(await ask(path)).toBe(real);
      expect(reports.filter(({ concealed }) => concealed)).toHaveLength(
        REQUESTS.length * PATHS.length,
      );
    });
  };

  describe.each(SERVERS.map((kind) => ({ name: kind.name, kind })))(
    'on $name with a guard, which has a hand in every connection,',
    ({ kind }) => {
      const startGuarded = startForEach(kind.name);
      itHasTheBytes(() => startGuarded({ handler: hiding }, kind));
    },
  );

  describeEachServer((server) => {
    itHasTheBytes(() => server.start(hiding));

    it('has them whatever the handler had told Node of the response, as its own 404 [404-conceals]', async () => {
      const { request } = await server.start(saying);
      for (const method of ['GET', 'HEAD', 'POST']) {
        for (const what of Object.keys(OF_THE_RESPONSE)) {
          const real = await request({ method, path: `/missing/${what}` });
          const fake = await request({ method, path: `/hidden/${what}` });
          expect(mask(fake.bytes)).toBe(mask(real.bytes));
        }
      }
    });
  });

  describe.each(HTTP2_KINDS.map((kind) => ({ name: kind.name, kind })))(
    'on $name, over HTTP/2',
    ({ kind }) => {
      const comparing = async (
        compare: (
          ask: (path: string, parts?: readonly RequestParts[]) => Promise<unknown[]>,
        ) => Promise<void>,
      ): Promise<void> => {
        const { origin, close } = await startHttp2(hiding, {}, kind);
        const session = connect(origin);
        try {
          await compare((path, requests = REQUESTS) =>
            Promise.all(
              requests.map(async ({ method = 'GET', headers = {} }) =>
                comparable(
                  await askHttp2(session, { ':method': method, ':path': path, ...headers }),
                ),
              ),
            ),
          );
        } finally {
          session.destroy();
          await close();
        }
      };

      it('has the fields and the content of a real 404 [404-conceals]', async () => {
        await comparing(async (ask) => {
          const real = await ask('/missing');
          expect(real.filter(isNotFound)).toHaveLength(REQUESTS.length);
          for (const path of PATHS) expect(await ask(path)).toEqual(real);
        });
      });

      it('has them behind each field alone [404-conceals]', async () => {
        const few: readonly RequestParts[] = [{}, { method: 'HEAD' }, { method: 'POST' }];
        await comparing(async (ask) => {
          const real = await ask('/missing', few);
          for (const name of Object.keys(OF_THE_HANDLER)) {
            expect([name, await ask(`/${name}`, few)]).toEqual([name, real]);
          }
        });
      });
    },
  );
});

interface Comparable {
  readonly fields: readonly (readonly [string, unknown])[];
}

function comparable({
  headers,
  text,
  code,
}: {
  headers: IncomingHttpHeaders;
  text: string;
  code: number | undefined;
}): Comparable & { text: string; code: number | undefined } {
  const fields = Object.entries(headers).filter(([name]) => name !== 'date');
  return { fields, text: mask(Buffer.from(text)), code };
}

function isNotFound(answer: unknown): boolean {
  return (answer as Comparable).fields.some(([name, value]) => name === ':status' && value === 404);
}
