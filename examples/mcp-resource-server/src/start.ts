import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRemoteJWKSet } from 'jose';
import { createAuthorizationServer } from './authorization-server.js';
import { createResourceServer } from './resource-server.js';

/** Both servers at work. */
export interface Started {
  /** The origin of the resource server. */
  readonly origin: string;
  readonly stop: () => void;
}

/**
 * Starts the resource server and its authorization server. The metadata names the origin, so the
 * apps are made once it is known: here after listening, in production from the configuration.
 *
 * @param port of the resource server; the authorization server gets the next one. 0: any free ones
 */
export async function start(port: number): Promise<Started> {
  const resourceServer = await listen(port);
  const authorizationServer = await listen(port === 0 ? 0 : port + 1);
  const origin = originOf(resourceServer);
  const issuer = originOf(authorizationServer);
  const keys = createRemoteJWKSet(new URL(`${issuer}/keys`));
  authorizationServer.on('request', await createAuthorizationServer(issuer));
  resourceServer.on('request', createResourceServer({ origin, issuer, keys }));
  return {
    origin,
    stop: () => {
      for (const server of [resourceServer, authorizationServer]) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

async function listen(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
