import type { ServerResponse } from 'node:http';
import type { Http2Session, ServerHttp2Session } from 'node:http2';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Guard } from './guard.js';

/** Leads from a connection to its state; readable through the proxy that HTTP/2 gives for a socket. */
const STATE = Symbol('faultless.connection');

/** How many connections may wait at least, so that a low limit leaves room for refusals and pools. */
const FEWEST_WAITING = 100;

/** What Node bounds silent connections of HTTP/1 by; of a server of HTTP/2 only one that speaks both has it. */
interface Timed {
  /** In milliseconds; 0 for no bound. */
  readonly headersTimeout?: number;
}

const DEFAULT_TIMEOUT = 60_000;

/** The connections of a server. Those without a request under way are bounded on their own. */
interface Pool {
  readonly maxConnections: number;
  /** Those that have had no request served yet; the oldest first. */
  readonly silent: Set<Duplex>;
  /** Those that are kept for the next request; the longest idle first. */
  readonly idle: Set<Duplex>;
  /** How many have a request under way. */
  busy: number;
}

interface State {
  readonly pool: Pool;
  readonly socket: Duplex;
  /** How many requests of it are under way. */
  underWay: number;
}

type Stateful = Duplex & { [STATE]?: State };

/** Leads from what HTTP/2 gives for a socket to the socket. */
const SOCKET = Symbol('faultless.socket');

type Known = Socket & { [SOCKET]?: Socket };

const SOCKETS = new WeakMap<Http2Session, Socket>();

/**
 * Has each connection remember where it came from, and each session its connection: both are gone
 * when it has closed, and the report of a client that left says who it was.
 */
export function noteClients({ server }: Guard): void {
  server.prependListener(arrivalOf(server), (socket: Known) => {
    socket[SOCKET] = socket;
    // Node asks the system when it is first read, and keeps it.
    return socket.remoteAddress;
  });
  (server as NodeJS.EventEmitter).on('session', (session: Http2Session) => {
    const socket = (session.socket as Known)[SOCKET];
    if (socket !== undefined) SOCKETS.set(session, socket);
  });
}

/** The connection of a session, which the session itself forgets when it ends. */
export function findSocket(session: Http2Session): Socket | undefined {
  return SOCKETS.get(session);
}

/**
 * Counts connections with a request under way, and bounds the others: beyond a number of them, the
 * oldest makes room (RFC 9112 §9.5 lets a server close an idle connection at any time).
 */
export function guardConnections({ server, settings: { maxConnections } }: Guard): void {
  if (maxConnections === Number.POSITIVE_INFINITY) return;
  const pool: Pool = { maxConnections, silent: new Set(), idle: new Set(), busy: 0 };
  // Before Node, which makes its session of a connection at once.
  server.prependListener(arrivalOf(server), (socket: Stateful) => {
    const state: State = { pool, socket, underWay: 0 };
    socket[STATE] = state;
    wait(state, pool.silent);
    socket.once('close', () => {
      if (state.underWay > 0) pool.busy -= 1;
      pool.silent.delete(socket);
      pool.idle.delete(socket);
    });
  });
  (server as NodeJS.EventEmitter).on('session', ({ socket }: ServerHttp2Session) => {
    const state = (socket as Stateful)[STATE];
    const { headersTimeout = DEFAULT_TIMEOUT } = server as Timed;
    if (state === undefined || headersTimeout === 0) return;
    const timer = setTimeout(() => {
      if (pool.silent.has(state.socket)) state.socket.destroy();
    }, headersTimeout).unref();
    state.socket.once('close', () => {
      clearTimeout(timer);
    });
  });
}

/** By what only such servers can do: to import `node:tls` for its class is a tenth of the time this package takes to load. */
const arrivalOf = (server: object): 'secureConnection' | 'connection' =>
  'setSecureContext' in server ? 'secureConnection' : 'connection';

function wait({ pool, socket }: State, waiting: Set<Duplex>): void {
  waiting.add(socket);
  if (waiting.size <= Math.max(pool.maxConnections, FEWEST_WAITING)) return;
  const [oldest] = waiting;
  if (oldest === undefined) return;
  waiting.delete(oldest);
  oldest.destroy();
}

/** True for a connection whose request is one too many. */
export function isSurplus(connection: Duplex): boolean {
  const state = (connection as Stateful)[STATE];
  if (state === undefined || state.underWay > 0) return false;
  return state.pool.busy >= state.pool.maxConnections;
}

/** Notes a request that is served, until its response is through; without one, until its connection is. */
export function noteUnderWay(connection: Duplex, response?: ServerResponse): void {
  const state = (connection as Stateful)[STATE];
  if (state === undefined || state.socket.destroyed) return;
  const { pool, socket } = state;
  if (state.underWay === 0) pool.busy += 1;
  state.underWay += 1;
  pool.silent.delete(socket);
  pool.idle.delete(socket);
  response?.once('close', () => {
    // A connection that has closed was taken off the count as a whole.
    if (socket.destroyed) return;
    state.underWay -= 1;
    if (state.underWay > 0) return;
    pool.busy -= 1;
    wait(state, pool.idle);
  });
}
