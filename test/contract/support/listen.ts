import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  askRaw,
  type RawAnswer,
  type RequestParts,
  writeRequest,
} from '../../harness/raw-client.js';
import { Connection } from './connection.js';

/** An app of the test's own that listens. */
export interface Listening {
  readonly request: (parts?: RequestParts) => Promise<RawAnswer>;
  readonly connect: () => Promise<Connection>;
}

const CLOSERS: (() => Promise<void>)[] = [];

/** Starts an app of the test's own; `closeAll` ends it. */
export async function listen(
  listener: (request: IncomingMessage, response: ServerResponse) => unknown,
): Promise<Listening> {
  const server = createServer((request, response) => {
    void listener(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  CLOSERS.push(async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  });
  return {
    request: (parts) => askRaw(port, writeRequest(parts)),
    connect: () => Connection.open(port),
  };
}

/** For `afterEach`: ends all that `listen` started. */
export async function closeAll(): Promise<void> {
  await Promise.all(CLOSERS.splice(0).map((close) => close()));
}
