import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { Connection } from './connection.js';
import {
  askRaw,
  exchange,
  type RawAnswer,
  type RawExchange,
  type ReadOptions,
} from './raw-client.js';
import { type RequestParts, writeRequest } from './raw-request.js';
import { within } from './within.js';

/** A server on a loopback port, and the ways to talk to it. */
export interface Listening {
  readonly port: number;
  readonly origin: string;
  /** Asks one thing over a connection of its own. */
  readonly request: (parts?: RequestParts) => Promise<RawAnswer>;
  /** Sends exact bytes; one response must come. */
  readonly raw: (bytes: string | Buffer, options?: ReadOptions) => Promise<RawAnswer>;
  /** Sends exact bytes; as many responses must come as are asked for. */
  readonly exchange: (bytes: string | Buffer, options?: ReadOptions) => Promise<RawExchange>;
  /** Opens a connection for several requests. */
  readonly connect: () => Promise<Connection>;
  /** Ends all connections and the server. */
  readonly close: () => Promise<void>;
}

const OPEN = new Set<Listening>();

// A test that fails may not get to close its server, which would keep the process from its end.
afterAll(async () => {
  await Promise.all([...OPEN].map((listening) => listening.close()));
});

/** Has a server listen on a free loopback port. Whoever starts it closes it. */
export async function listen(server: Server): Promise<Listening> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  let closed: Promise<unknown> | undefined;
  const listening: Listening = {
    port,
    origin: `http://127.0.0.1:${port}`,
    request: (parts) => askRaw(port, writeRequest(parts)),
    raw: (bytes, options) => askRaw(port, bytes, options),
    exchange: (bytes, options) => exchange(port, bytes, options),
    connect: () => Connection.open(port),
    close: async () => {
      OPEN.delete(listening);
      closed ??= close(server);
      await closed;
    },
  };
  OPEN.add(listening);
  return listening;
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // A server of node:http2 has no such method; its clients end their sessions.
  (server as Partial<HttpServer>).closeAllConnections?.();
  await within(closed, () => 'the end of a server');
}
