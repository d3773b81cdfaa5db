import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type HttpError, UpgradeRequired } from '@faultless/core/adapter';
import { whenAnswered } from '../answering/exchanges.js';
import { isHttp2 } from '../answering/request-snapshot.js';
import { buildRefusal } from './build-refusal.js';
import { REFUSALS } from './client-error-codes.js';
import { type Guard, refuse, refuseSocket } from './guard.js';

/**
 * Answers tunnels (CONNECT) and upgrades that nobody takes. Without an `upgrade` listener, Node hands
 * such a request to the application as if it did not ask for more, as it may (RFC 9110 §7.8).
 */
export function guardUpgrades(guard: Guard): void {
  const { server } = guard;
  server.on('connect', (request: IncomingMessage, target: Duplex | ServerResponse) => {
    if (server.listenerCount('connect') > 1) return;
    const error = buildRefusal(REFUSALS.connectUnsupported);
    if (isHttp2(request)) refuse(guard, error, { request, response: target as ServerResponse });
    else refuseSocket(guard, error, request);
  });
  chooseUpgrades(guard);

  const watch = (request: IncomingMessage, stream: Duplex): void => {
    watchUpgrade(guard, request, stream);
  };
  // With a listener of ours alone, no request that asks for more would reach the application.
  const follow = (): void => {
    const others = server.listeners('upgrade').filter((listener) => listener !== watch);
    server.off('upgrade', watch);
    // First, to see the connection before any of them has written to it.
    if (others.length > 0) server.prependListener('upgrade', watch);
  };
  server.on('newListener', (event, listener) => {
    if (event === 'upgrade' && listener !== watch) process.nextTick(follow);
  });
  server.on('removeListener', (event, listener) => {
    if (event === 'upgrade' && listener !== watch) follow();
  });
  follow();
}

/** What later Nodes ask whether a request goes to the listeners for upgrades. */
interface Choosing {
  shouldUpgradeCallback?: (request: IncomingMessage) => boolean;
}

/**
 * Where Node asks, a request for none of the offered protocols stays an ordinary one, as it may (RFC 9110
 * §7.8): curl and Java's client ask for `h2c` without needing it. What nobody listens for does too,
 * whatever the application's own callback says; Node would close its connection.
 */
function chooseUpgrades({ server, settings: { upgradeProtocols } }: Guard): void {
  const choosing = server as Choosing;
  const choose = choosing.shouldUpgradeCallback?.bind(server);
  if (choose === undefined) return;
  choosing.shouldUpgradeCallback = (request) => {
    const isWanted =
      upgradeProtocols.length === 0 ||
      isOffered(upgradeProtocols, request.headers.upgrade) ||
      isHandshake(request);
    return isWanted && server.listenerCount('upgrade') > 0 && choose(request);
  };
}

/** The error of a WebSocket handshake that comes although nobody listens for upgrades. */
export function findUnclaimedUpgrade(
  { server, settings }: Guard,
  request: IncomingMessage,
): HttpError | undefined {
  const { upgrade } = request.headers;
  if (settings.unclaimedWebSockets !== 'refuse' || upgrade === undefined) return undefined;
  if (!isHandshake(request) || server.listenerCount('upgrade') > 0) return undefined;
  return buildUpgradeError(settings.upgradeProtocols, upgrade);
}

function isHandshake({ method, headers }: IncomingMessage): boolean {
  return (
    method === 'GET' &&
    headers['sec-websocket-key'] !== undefined &&
    protocolsOf(headers.upgrade).includes('websocket') &&
    /(?:^|,)\s*upgrade\s*(?:,|$)/i.test(headers.connection ?? '')
  );
}

/** 426 if another protocol is to be had, else 501. */
function buildUpgradeError(offered: readonly string[], asked: string | undefined): HttpError {
  const [first, ...others] = offered;
  if (first === undefined || isOffered(offered, asked)) {
    return buildRefusal(REFUSALS.upgradeUnsupported);
  }
  const { code } = REFUSALS.upgradeUnsupported;
  return new UpgradeRequired([first, ...others], { detail: { key: code }, code });
}

function isOffered(offered: readonly string[], asked: string | undefined): boolean {
  const protocols = protocolsOf(asked);
  return offered.some((protocol) => protocols.includes(protocol.toLowerCase()));
}

function protocolsOf(upgrade = ''): string[] {
  return upgrade.split(',').map((protocol) => protocol.trim().toLowerCase());
}

/** Tells of a connection that an upgrade was asked for on whether one of the listeners has taken it. */
const UPGRADES = new WeakMap<Socket, () => boolean>();

/**
 * Waits whether one of the listeners takes the connection, and answers if none does. What they get is the
 * connection, or, on later Nodes, a stream in front of it while the content of the request comes.
 */
function watchUpgrade(guard: Guard, request: IncomingMessage, stream: Duplex): void {
  const { upgradeProtocols, upgradeTimeout } = guard.settings;
  const { socket } = request;
  const { upgrade } = request.headers;
  let written = Number.POSITIVE_INFINITY;
  /** Somebody has written to it, reads from it or the content, or has closed it. */
  const isTaken = (): boolean =>
    !stream.writable ||
    socket.bytesWritten > written ||
    stream.readableFlowing !== null ||
    request.readableFlowing !== null;
  UPGRADES.set(socket, isTaken);
  // Node has taken its own listeners off; without one, an error would end the process.
  stream.on('error', (error) => {
    if (stream.listenerCount('error') > 1) return;
    // Whatever has been written, a response can't follow.
    if (isTaken()) socket.destroy();
    refuseSocket(guard, error, request);
  });
  const decide = (): void => {
    if (isTaken()) return;
    refuseSocket(guard, buildUpgradeError(upgradeProtocols, upgrade), request);
  };
  const wait = (): void => {
    if (isTaken()) return;
    if (upgradeProtocols.length > 0 && !isOffered(upgradeProtocols, upgrade)) {
      decide();
      return;
    }
    const timer = setTimeout(decide, upgradeTimeout * 1000).unref();
    socket.once('close', () => {
      clearTimeout(timer);
    });
  };
  // Earlier responses are written until then.
  whenAnswered(socket, () => {
    written = socket.bytesWritten;
    setImmediate(wait);
  });
}

/** Tells whether a connection speaks another protocol by now, or is about to. */
export function isUpgraded(socket: Socket): boolean {
  return UPGRADES.get(socket)?.() === true;
}
