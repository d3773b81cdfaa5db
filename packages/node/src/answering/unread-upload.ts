import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Http2ServerResponse } from 'node:http2';
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { endWhenStalled } from './end-when-stalled.js';
import type { RequestSnapshot } from './request-snapshot.js';
import { findSocket } from './response-state.js';

/** How long a closing connection is still read from; see the option `unreadContent`. */
export interface LingerLimits {
  readonly bytes: number;
  readonly seconds: number;
}

/** A request and its response. */
interface Exchanged {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** The most that Node hands over at once, in bytes. */
const PIECE = 65_536;

/** How long a client has to take notice after the limit of bytes was reached, in seconds. */
const GRACE_SECONDS = 1;

/**
 * How long a client over HTTP/2 has to read its answer before it is told to stop, in milliseconds: some,
 * curl 7.88 for one, lose an answer that comes together with that. It can send no more than its window.
 */
const RELEASE_TIME = 250;

/**
 * How many answered clients are listened to at once in this process. One more, and the one that has
 * had the most time is cut, so that clients that never close can't hold more than that.
 */
const MOST_LINGERING = 256;

const LINGERING = new WeakSet<Socket>();
/** Those of them whose last word has left, the oldest first. */
const ANSWERED = new Set<Socket>();
const DISCARDING = new WeakMap<Socket, Discarding>();

/**
 * Tells whether content that a request has is still on its way, so that whoever answers now answers early.
 * HTTP/2 has streams for that; a request that is injected has no connection.
 */
export function isContentComing(
  { request, response }: Exchanged,
  { http2 }: RequestSnapshot,
): boolean {
  return !http2 && !request.complete && findSocket(response) instanceof Duplex;
}

/**
 * Has the connection of an early answer closed in the way that lets the client read the answer, once
 * it has left. A socket that is simply closed while content keeps arriving resets the connection,
 * and many clients then drop what they have received.
 *
 * @see RFC 9112 §9.6
 */
export function lingerAfter(response: ServerResponse, limits: LingerLimits): void {
  const { req: request } = response;
  const socket = findSocket(response);
  if (socket === undefined) return;
  // What waits to be read is thrown away too.
  const bytes = limits.bytes - request.readableLength;
  // What comes behind the last answer must not be carried out, even if that answer has to wait.
  discard(socket, { ...limits, bytes });
  // Node calls this after the last response of a connection.
  socket.destroySoon = () => {
    closeGently(socket, { ...limits, bytes });
  };
  socket.once('close', () => {
    // Node has forgotten this request; whoever still reads its content waits for ever.
    if (!request.complete) request.destroy();
  });
}

/**
 * Tells an HTTP/2 client that has got its answer early to stop sending, which is no error; all other
 * streams go on.
 *
 * @see RFC 9113 §8.1
 */
export function releaseStream({ request, response }: Exchanged): void {
  if (request.complete) return;
  const { stream } = response as unknown as Http2ServerResponse;
  if (stream.endAfterHeaders) return;
  // Where nobody has begun to read, Node would do so itself, too soon.
  stream.pause();
  stream.once('finish', () => {
    setTimeout(() => {
      // Without an error, it says NO_ERROR; only closed, it would wait for somebody to read the rest.
      stream.destroy();
    }, RELEASE_TIME).unref();
  });
}

/** A connection whose bytes nobody reads any more. */
interface Discarding {
  /** Whether the limit of bytes was reached, and reading has stopped. */
  exhausted: boolean;
  whenExhausted: () => void;
}

/**
 * Takes a connection away from Node's parser, and reads and throws away what still comes, up to a
 * limit in bytes. Reading at all is what tells that the client has gone, unless that sends for ever and
 * reads nothing: a client that takes nothing for the limit of seconds counts as gone.
 */
export function discard(socket: Socket, { bytes, seconds }: LingerLimits): Discarding {
  const known = DISCARDING.get(socket);
  if (known !== undefined) return known;
  const state: Discarding = { exhausted: false, whenExhausted: ignore };
  DISCARDING.set(socket, state);
  endWhenStalled(socket, seconds);
  socket.on('error', ignore);
  socket.removeAllListeners('data');
  let left = bytes;
  const stopAtLimit = (): void => {
    // One more piece may come after a pause.
    if (left >= 2 * PIECE || state.exhausted) return;
    state.exhausted = true;
    socket.pause();
    state.whenExhausted();
  };
  socket.on('data', (piece: Buffer) => {
    left -= piece.length;
    stopAtLimit();
  });
  socket.resume();
  // Node's parser may have stopped reading behind the stream's back, which still counts as reading.
  socket._read(PIECE);
  stopAtLimit();
  return state;
}

/**
 * Closes our half of a connection when all is written, discards what still comes until the client
 * closes its half, within the limits, and then closes it wholly. A last message may be written before.
 */
export function closeGently(socket: Socket, limits: LingerLimits, last?: Buffer): void {
  if (socket.destroyed || LINGERING.has(socket)) return;
  LINGERING.add(socket);
  const discarding = discard(socket, limits);
  let timer: NodeJS.Timeout | undefined;
  const setTimer = (): void => {
    if (!socket.writableFinished || socket.destroyed) return;
    clearTimeout(timer);
    listenTo(socket);
    const seconds = discarding.exhausted ? Math.min(GRACE_SECONDS, limits.seconds) : limits.seconds;
    timer = setTimeout(() => socket.destroy(), seconds * 1000).unref();
  };
  discarding.whenExhausted = setTimer;
  socket.once('close', () => {
    clearTimeout(timer);
    ANSWERED.delete(socket);
  });
  socket.once('finish', setTimer);
  if (last !== undefined && socket.writable) socket.end(last);
  else socket.end();
  setTimer();
}

/** Counts a client that has been answered, and makes room for it. @returns what forgets it */
export function listenTo(socket: Socket): () => void {
  ANSWERED.add(socket);
  const [oldest] = ANSWERED;
  if (oldest !== undefined && ANSWERED.size > MOST_LINGERING) {
    ANSWERED.delete(oldest);
    oldest.destroy();
  }
  return () => ANSWERED.delete(socket);
}

function ignore(): void {
  // The connection is being closed whatever happens to it.
}
