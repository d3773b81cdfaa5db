import type { Duplex } from 'node:stream';
import { Server as TlsServer } from 'node:tls';
import type { Guard } from './guard.js';

/** Marks a connection beyond the limit; readable through the proxy that HTTP/2 gives for a socket. */
const SURPLUS = Symbol('faultless.surplus');

/** Counts connections, and marks those that are beyond the limit when they come. */
export function guardConnections({ server, settings: { maxConnections } }: Guard): void {
  if (maxConnections === Number.POSITIVE_INFINITY) return;
  let served = 0;
  server.on(server instanceof TlsServer ? 'secureConnection' : 'connection', (socket: Duplex) => {
    if (served >= maxConnections) {
      Object.assign(socket, { [SURPLUS]: true });
      return;
    }
    served += 1;
    socket.once('close', () => {
      served -= 1;
    });
  });
}

/** True for a connection whose requests are refused. */
export function isSurplus(socket: Duplex): boolean {
  return (socket as Duplex & { readonly [SURPLUS]?: true })[SURPLUS] === true;
}
