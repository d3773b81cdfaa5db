import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type HttpError, UpgradeRequired } from '@faultless/core/adapter';
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
    else refuseSocket(guard, error, { request, socket: target as Socket });
  });

  const watch = (request: IncomingMessage, socket: Duplex): void => {
    watchUpgrade(guard, request, socket as Socket);
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

/** The error of a WebSocket handshake that comes although nobody listens for upgrades. */
export function findUnclaimedUpgrade(
  { server, settings }: Guard,
  { method, headers }: IncomingMessage,
): HttpError | undefined {
  if (settings.unclaimedWebSockets !== 'refuse' || headers.upgrade === undefined) return undefined;
  const handshake =
    method === 'GET' &&
    headers['sec-websocket-key'] !== undefined &&
    protocolsOf(headers.upgrade).includes('websocket') &&
    /(?:^|,)\s*upgrade\s*(?:,|$)/i.test(headers.connection ?? '');
  if (!handshake || server.listenerCount('upgrade') > 0) return undefined;
  return buildUpgradeError(settings.upgradeProtocols, headers.upgrade);
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

/** Waits whether one of the listeners takes the connection, and answers if none does. */
function watchUpgrade(guard: Guard, request: IncomingMessage, socket: Socket): void {
  const { upgradeProtocols, upgradeTimeout } = guard.settings;
  const { upgrade } = request.headers;
  const written = socket.bytesWritten;
  // Node has taken its own listeners off; without one, an error would end the process.
  socket.on('error', (error) => {
    if (socket.listenerCount('error') > 1) return;
    // Whatever has been written, a response can't follow.
    if (isTaken(socket, written)) socket.destroy();
    refuseSocket(guard, error, { request, socket });
  });
  const decide = (): void => {
    if (isTaken(socket, written)) return;
    refuseSocket(guard, buildUpgradeError(upgradeProtocols, upgrade), { request, socket });
  };
  setImmediate(() => {
    if (isTaken(socket, written)) return;
    if (upgradeProtocols.length > 0 && !isOffered(upgradeProtocols, upgrade)) {
      decide();
      return;
    }
    const timer = setTimeout(decide, upgradeTimeout * 1000).unref();
    socket.once('close', () => {
      clearTimeout(timer);
    });
  });
}

/** Somebody has written to it, reads from it, or has closed it. */
function isTaken(socket: Socket, written: number): boolean {
  return (
    socket.destroyed ||
    !socket.writable ||
    socket.bytesWritten > written ||
    socket.readableFlowing !== null ||
    socket.listenerCount('data') > 0 ||
    socket.listenerCount('readable') > 0
  );
}
