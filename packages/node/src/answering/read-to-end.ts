import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestSnapshot } from './request-snapshot.js';
import { type LingerLimits, listenTo } from './unread-upload.js';

/** A request that is answered before its content has come, and its response. */
interface Early {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/**
 * Whether all that still comes is known to be within the limits. A client that waits to be told to go on
 * (RFC 9110 §10.1.1) may send its content or not, so that nobody knows where the next request begins.
 */
export function endsWithin(
  { request, response }: Early,
  { headers }: RequestSnapshot,
  { bytes, seconds }: LingerLimits,
): boolean {
  const length = headers['content-length'];
  return (
    length !== undefined &&
    Number(length) <= bytes &&
    seconds > 0 &&
    headers.expect === undefined &&
    response.shouldKeepAlive &&
    !request.destroyed
  );
}

/**
 * Leaves the connection open behind an early answer, and lets the rest of the content come. A proxy that is told
 * that the connection closes gives the upload up, and some then reset their own client before that has
 * read the answer. Whoever reads the content already gets the rest; it has so many seconds to come. Anybody
 * can write the fields of a proxy, so it counts among those that are listened to.
 */
export function readToEnd({ request, response }: Early, { seconds }: LingerLimits): void {
  const { socket } = request;
  const forget = listenTo(socket);
  const timer = setTimeout(() => socket.destroy(), seconds * 1000).unref();
  request.once('end', stop);
  socket.once('close', stop);
  // Node itself does so only where nobody has begun to read.
  response.once('finish', () => request.resume());

  function stop(): void {
    clearTimeout(timer);
    forget();
    socket.removeListener('close', stop);
  }
}
