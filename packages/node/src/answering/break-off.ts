import type { ServerResponse } from 'node:http';
import type { Http2ServerResponse } from 'node:http2';
import type { Socket } from 'node:net';
import { isHttp2 } from './request-snapshot.js';
import { sentFields } from './response-state.js';

/** How long a last piece of text may take to leave, in milliseconds. */
const FLUSH_TIME = 1000;

/** RFC 9113 §7. node:http2, which has it too, takes as long to load as core does. */
const INTERNAL_ERROR = 0x2;

/**
 * Breaks a response off so that no client can take it for whole: HTTP/1.1 lacks its last chunk or
 * part of its length, HTTP/1.0, where the end of the connection is the end of the content, gets a
 * reset, HTTP/2 a RST_STREAM. A last piece of text may be written before.
 *
 * @see RFC 9112 §8, RFC 9113 §8.1.1
 */
export function breakOff(response: ServerResponse, last?: string): void {
  letGo(response);
  if (last === undefined || response.destroyed || !response.headersSent) {
    destroy(response);
    return;
  }
  // Whoever pipes into a response destroys it when the source fails: Koa 3 does.
  response.destroy = () => response;
  const end = (): void => {
    clearTimeout(timer);
    Reflect.deleteProperty(response, 'destroy');
    destroy(response);
  };
  const timer = setTimeout(end, FLUSH_TIME).unref();
  response.write(last, end);
  flushEncoder(response, () => {
    const own = Object.getPrototypeOf(response) as ServerResponse;
    own.write.call(response, '', 'latin1', end);
  });
}

/** What node:zlib's streams can. */
interface Encoder {
  flush(whenFlushed: () => void): void;
}

/**
 * Has a wrapper like `compression`, which takes a callback from nobody, hand on what it has taken. It
 * gives its encoder away where a listener for `drain` is added.
 */
function flushEncoder(response: ServerResponse, whenFlushed: () => void): void {
  const encoder = response.on('drain', ignore) as Partial<Encoder>;
  if (encoder !== response && encoder.flush !== undefined) encoder.flush(whenFlushed);
}

function ignore(): void {
  // Only the listener's place is of use.
}

function destroy(response: ServerResponse): void {
  if (isHttp2(response.req)) {
    // Unlike destroy(), this tells the client that it was no cancellation of its own.
    const { stream } = response as unknown as Http2ServerResponse;
    stream.close(INTERNAL_ERROR);
    return;
  }
  const { socket } = response;
  if (socket !== null && !socket.destroyed && endsWithConnection(response)) {
    socket.resetAndDestroy();
  }
  // It waits for an earlier response of its connection; since 24, Node forgets that it was destroyed.
  if (socket === null) response.once('socket', (late: Socket) => late.destroy());
  response.destroy();
}

/**
 * Lets what has been written leave. Node keeps all of the same turn, and a header until there is content;
 * a client of whose response that is all would have no answer.
 */
export function letGo(response: ServerResponse): void {
  if (isHttp2(response.req) || !response.headersSent || response.writableEnded) return;
  const { socket } = response;
  try {
    response.flushHeaders();
    letChunksGo(response);
    while (Number(socket?.writableCorked) > 0) socket?.uncork();
  } catch {
    // Somebody else has put something of theirs there, and it stays where it is.
  }
}

/** Since 26, Node keeps chunks of the same turn in the response, and lets them go once more itself. */
function letChunksGo(response: ServerResponse): void {
  const { writableCorked } = response;
  for (let left = writableCorked; left > 0; left -= 1) response.uncork();
  for (let left = writableCorked; left > 0; left -= 1) response.cork();
}

/** Neither a length nor chunks say where the content ends (RFC 9112 §6.3). */
function endsWithConnection(response: ServerResponse): boolean {
  if (!response.headersSent || response.chunkedEncoding) return false;
  return sentFields(response).getHeader('content-length') === undefined;
}
