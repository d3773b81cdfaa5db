import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import bodyParser from 'body-parser';
import busboy from 'busboy';
import coBody from 'co-body';
import formidable from 'formidable';
import multer from 'multer';
import type { Sample } from './sample.js';

const MULTIPART = 'multipart/form-data; boundary=b';
const FILE =
  '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n1234567890\r\n--b--\r\n';

/** As much of a request as body parsers look at. */
function request(
  content: string,
  type: string,
  headers: Record<string, string> = {},
): IncomingMessage {
  const length = String(Buffer.byteLength(content));
  return Object.assign(Readable.from([Buffer.from(content)]), {
    method: 'POST',
    headers: { 'content-type': type, 'content-length': length, ...headers },
  }) as unknown as IncomingMessage;
}

type Middleware = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: Error) => void,
) => void;

const pass = (middleware: unknown, message: IncomingMessage): Promise<void> =>
  new Promise((resolve, reject) => {
    (middleware as Middleware)(message, {} as never, (error) => {
      if (error === undefined) resolve();
      else reject(error);
    });
  });

export const SAMPLES: readonly Sample[] = [
  ...[
    ['malformed', bodyParser.json(), () => request('{"a":', 'application/json')],
    ['too large', bodyParser.json({ limit: 3 }), () => request('{"a":1}', 'application/json')],
    [
      'coding',
      bodyParser.json(),
      () => request('{}', 'application/json', { 'content-encoding': 'x' }),
    ],
    ['charset', bodyParser.json(), () => request('{}', 'application/json; charset=x')],
  ].map(
    ([what, middleware, message]): Sample => ({
      mapper: 'body-parser',
      what: what as string,
      raise: () => pass(middleware, (message as () => IncomingMessage)()),
    }),
  ),
  { mapper: 'co-body', raise: () => coBody.json(request('{"a":', 'application/json')) },
  {
    mapper: 'co-body',
    what: 'coding',
    raise: () => coBody.json(request('{}', 'application/json', { 'content-encoding': 'x' })),
  },
  {
    mapper: 'zlib',
    raise: () => {
      try {
        gunzipSync('no gzip');
      } catch (error) {
        throw Object.assign(error as Error, { status: 400 });
      }
    },
  },
  {
    mapper: 'multer',
    raise: () => pass(multer({ limits: { fileSize: 3 } }).single('file'), request(FILE, MULTIPART)),
  },
  {
    mapper: 'multer',
    what: 'unexpected',
    raise: () => pass(multer().none(), request(FILE, MULTIPART)),
  },
  { mapper: 'busboy', raise: () => busboy({ headers: { 'content-type': 'multipart/form-data' } }) },
  {
    mapper: 'busboy',
    what: 'media type',
    raise: () => busboy({ headers: { 'content-type': 'text/plain' } }),
  },
  {
    mapper: 'formidable',
    raise: () => formidable().parse(request(FILE, 'multipart/form-data')),
  },
  {
    mapper: 'path-encoding',
    raise: () => {
      try {
        decodeURIComponent('%');
      } catch (error) {
        throw Object.assign(error as Error, { status: 400 });
      }
    },
  },
];
