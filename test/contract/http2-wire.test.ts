import { Forbidden, HttpError, NotFound, Unauthorized, UpgradeRequired } from '@faultless/node';
import createError from 'http-errors';
import { askFrames, type FrameAnswer, type WireField } from '../harness/ask-frames.js';
import type { Handler } from '../harness/servers.js';
import { HTTP2_KINDS, type Http2Server, startHttp2 } from '../harness/start-http2.js';

/** Fields that RFC 9113 §8.2.2 names, and those that RFC 9110 §7.6.1 names beside them. */
const OF_CONNECTIONS: readonly WireField[] = [
  ['Connection', 'close, X-Secret'],
  ['Keep-Alive', 'timeout=4711'],
  ['Proxy-Connection', 'close'],
  ['Transfer-Encoding', 'chunked'],
  ['Upgrade', 'websocket'],
  ['HTTP2-Settings', 'AAMAAABk'],
  ['TE', 'gzip'],
  ['Trailer', 'X-Secret'],
];

const HEADERS = Object.fromEntries(OF_CONNECTIONS);
const NAMES = OF_CONNECTIONS.map(([name]) => name.toLowerCase());

const ERRORS: Readonly<Record<string, () => unknown>> = {
  plain: () => new HttpError(502, { headers: HEADERS }),
  foreign: () => createError(503, { headers: HEADERS }),
  upgrade: () => new UpgradeRequired('websocket', { headers: HEADERS }),
  challenge: () => new Unauthorized('orders', { headers: HEADERS }),
  unknown: () => Object.assign(new Error('a secret'), { headers: HEADERS }),
  hidden: () => new Forbidden({ conceal: true, headers: HEADERS }),
  missing: () => new NotFound(),
};

/** Throws what the path says, after it has set what it says: `/handler/plain`, `/error/plain`. */
const failing: Handler = ({ url = '' }, response) => {
  const [, who, what = ''] = url.split('/');
  if (who === 'fine') {
    response.addTrailers({ 'x-secret': '1' });
    response.end('fine');
    return;
  }
  if (who === 'handler') {
    for (const [name, value] of OF_CONNECTIONS) response.setHeader(name, value);
    response.addTrailers({ 'x-secret': '1' });
  }
  throw ERRORS[what]?.();
};

const REASONS = Object.keys(ERRORS).flatMap((what) => [`/handler/${what}`, `/error/${what}`]);

const named = ({ sections }: FrameAnswer): string[] => sections.flat().map(([name]) => name);

/** Two answers of one second and another are alike, and each has a name of its own. */
const comparable = ({ types, sections, content }: FrameAnswer): unknown => ({
  types,
  sections: sections.map((fields) => fields.filter(([name]) => name !== 'date')),
  content: content.replace(/urn:uuid:[\da-f-]+/, ''),
});

describe.each(HTTP2_KINDS.map((kind) => ({ name: kind.name, kind })))(
  'the frames of an error, on $name,',
  ({ kind }) => {
    let server: Http2Server;

    beforeAll(async () => {
      server = await startHttp2(failing, {}, kind);
    });

    afterAll(async () => {
      await server.close();
    });

    it.each(REASONS)(
      'have no field of the connection and no trailers: %s [http2-no-connection] [no-trailers]',
      async (path) => {
        for (const method of ['GET', 'HEAD', 'DELETE']) {
          const answer = await askFrames(server.port, path, method);
          expect(answer.ended).toBe(true);
          expect(answer.sections).toHaveLength(1);
          expect(named(answer).filter((name) => NAMES.includes(name))).toEqual([]);
          expect(named(answer).filter((name) => name.includes('secret'))).toEqual([]);
          // RFC 9113 §8.2.1: upper case would make it malformed.
          expect(named(answer).join()).toBe(named(answer).join().toLowerCase());
          expect(answer.types[0]).toBe('HEADERS');
          expect(answer.types.slice(1).filter((type) => type !== 'DATA')).toEqual([]);
          const [, length = ''] =
            answer.sections[0]?.find(([own]) => own === 'content-length') ?? [];
          if (method === 'HEAD') expect(answer.content).toBe('');
          else expect(String(Buffer.byteLength(answer.content))).toBe(length);
        }
      },
    );

    it.each(['/handler/hidden', '/error/hidden', '/handler/missing'])(
      'are those of a real 404: %s [404-conceals]',
      async (path) => {
        for (const method of ['GET', 'HEAD', 'POST']) {
          const real = await askFrames(server.port, '/error/missing', method);
          const fake = await askFrames(server.port, path, method);
          expect(comparable(fake)).toEqual(comparable(real));
        }
      },
    );

    it('show trailers of what ends well', async () => {
      const { sections, types } = await askFrames(server.port, '/fine');
      expect(sections[1]).toEqual([['x-secret', '1']]);
      expect(types.filter((type) => type === 'HEADERS')).toHaveLength(2);
    });
  },
);
