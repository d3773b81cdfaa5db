import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** A request, its response, and where on the connection that began. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** What the connection had taken before this response, in bytes; undefined until it is its turn. */
  before: number | undefined;
}

const LATEST = new WeakMap<Duplex, Exchange>();
const BY_RESPONSE = new WeakMap<ServerResponse, Exchange>();
const ABANDONED = new WeakSet<ServerResponse>();

/** Notes a request that was handed to the application, or is answered in its place. */
export function noteExchange(request: IncomingMessage, response: ServerResponse): void {
  const { socket } = request;
  const earlier = LATEST.get(socket);
  const exchange: Exchange = { request, response, before: undefined };
  // Responses leave in the order of their requests (RFC 9112 §9.3.2).
  if (earlier === undefined || earlier.response.writableFinished) {
    exchange.before = socket.bytesWritten;
  } else {
    earlier.response.once('finish', () => {
      exchange.before = socket.bytesWritten;
    });
  }
  LATEST.set(socket, exchange);
  BY_RESPONSE.set(response, exchange);
}

/** The last request of a connection whose response is not through, or whose content is not. */
export function findPending(socket: Duplex): Exchange | undefined {
  const latest = LATEST.get(socket);
  if (latest === undefined) return undefined;
  return latest.response.writableFinished && latest.request.complete ? undefined : latest;
}

/** How many bytes of a response its connection has taken; undefined where nobody counted. */
export function findBytesSent(response: ServerResponse): number | undefined {
  const { before } = BY_RESPONSE.get(response) ?? {};
  const { socket } = response;
  if (before === undefined || socket === null) return undefined;
  return socket.bytesWritten - socket.writableLength - before;
}

/** Notes that a request broke off and was answered; what its handler still says comes too late. */
export function abandon(response: ServerResponse): void {
  ABANDONED.add(response);
}

/** Tells whether it did. */
export function isAbandoned(response: ServerResponse): boolean {
  return ABANDONED.has(response);
}
