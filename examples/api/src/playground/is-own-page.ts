import type { IncomingMessage } from 'node:http';

/** Names of this computer that no name server can give to another one. */
const NAMES = ['localhost', '127.0.0.1', '[::1]'];

const LOOPBACK = /^(?:::ffff:)?127\.|^::1$/;

/**
 * Whether a request comes from this computer, and asks for it by a name of its own: a foreign page whose
 * name suddenly leads here (DNS rebinding) asks by that name. Nothing that a proxy says is believed.
 */
export function isLocal({ socket, headers }: IncomingMessage): boolean {
  const { remoteAddress = '', localPort } = socket;
  const port = localPort === 80 ? '' : `:${localPort}`;
  const hosts = NAMES.map((name) => name + port);
  return LOOPBACK.test(remoteAddress) && hosts.includes(headers.host ?? '');
}

/** Whether a local request comes from the page of this very server, and not from another one (CSRF). */
export function isOwnPage(request: IncomingMessage): boolean {
  return isLocal(request) && request.headers.origin === `http://${request.headers.host}`;
}
