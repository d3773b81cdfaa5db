import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Http2ServerResponse } from 'node:http2';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { isHttp2 } from './request-snapshot.js';
import { sentFields } from './response-state.js';

/** A request, its response, and where on the connection that began. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** What the connection had taken before this response, in bytes; undefined until it is its turn. */
  before: number | undefined;
}

/** Marks of the latest exchange of a connection, and of a response's. A WeakMap would cost far more. */
const LATEST = Symbol('faultless.latest');
const OWN = Symbol('faultless.exchange');

type Connection = Duplex & { [LATEST]?: Exchange };
type Noted = ServerResponse & { [OWN]?: Exchange };

const CONTENT = new WeakMap<ServerResponse, number>();

/** Notes a request that was handed to the application, or is answered in its place. */
export function noteExchange(request: IncomingMessage, response: ServerResponse): void {
  if (isHttp2(request)) {
    countContent(response);
    return;
  }
  const socket: Connection & Pick<Socket, 'bytesWritten'> = request.socket;
  const earlier = socket[LATEST];
  const exchange: Exchange = { request, response, before: undefined };
  // Responses leave in the order of their requests (RFC 9112 §9.3.2).
  if (earlier === undefined || earlier.response.closed) {
    exchange.before = socket.bytesWritten;
  } else {
    earlier.response.once('finish', () => {
      exchange.before = socket.bytesWritten;
    });
  }
  socket[LATEST] = exchange;
  (response as Noted)[OWN] = exchange;
}

/** The last request of a connection whose response is not through, or whose content is not. */
export function findPending(socket: Connection): Exchange | undefined {
  const latest = socket[LATEST];
  if (latest === undefined) return undefined;
  // A response is through, and has had its connection closed if it was the last, when it is closed.
  return latest.response.closed && latest.request.complete ? undefined : latest;
}

/**
 * Tells whether the last answer of a connection is on its way: whatever comes behind it must not be
 * carried out (RFC 9112 §9.6).
 */
export function hasLastAnswer(socket: Connection): boolean {
  if (socket.writableEnded) return true;
  const response = socket[LATEST]?.response;
  if (response === undefined || response.closed || !response.headersSent) return false;
  return /\bclose\b/i.test(String(sentFields(response).getHeader('connection')));
}

/** Runs a function when all requests of a connection that came whole have been answered. */
export function whenAnswered(socket: Duplex, run: () => void): void {
  const pending = findPending(socket);
  if (pending?.request.complete !== true) {
    run();
    return;
  }
  pending.response.once('close', run);
}

/** Streams of HTTP/2 share their connection, so that what each has written is counted on its own. */
function countContent(response: ServerResponse): void {
  const { stream } = response as unknown as Http2ServerResponse;
  const write = stream._write.bind(stream);
  const writev = stream._writev?.bind(stream);
  const count = (size: number): void => {
    CONTENT.set(response, (CONTENT.get(response) ?? 0) + size);
  };
  CONTENT.set(response, 0);
  stream._write = (chunk: Buffer | string, encoding, callback) => {
    count(Buffer.byteLength(chunk, encoding));
    write(chunk, encoding, callback);
  };
  if (writev === undefined) return;
  stream._writev = (chunks, callback) => {
    for (const { chunk, encoding } of chunks) {
      count(Buffer.byteLength(chunk as Buffer | string, encoding));
    }
    writev(chunks, callback);
  };
}

/** How many bytes of a response its connection has taken; undefined where nobody counted. */
export function findBytesSent(response: ServerResponse): number | undefined {
  if (isHttp2(response.req)) return CONTENT.get(response);
  const before = (response as Noted)[OWN]?.before;
  const { socket } = response;
  if (before === undefined || socket === null) return undefined;
  return socket.bytesWritten - socket.writableLength - before;
}
