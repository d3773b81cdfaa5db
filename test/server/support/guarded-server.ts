import { once } from 'node:events';
import { createServer, type Server, type ServerOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  ContentTooLarge,
  type GuardOptions,
  guardServer,
  NotFound,
  type Report,
  Unauthorized,
} from '@faultless/node';
import type { Handler, Options, ServerKind } from '../../harness/servers.js';
import { watchConnections } from './connections.js';

/** A guarded server on a loopback port, and what its operator has been told. */
export interface GuardedRunning {
  readonly server: Server;
  readonly port: number;
  readonly reports: readonly Report[];
  readonly close: () => Promise<void>;
}

export interface GuardedOptions {
  readonly guard?: GuardOptions;
  readonly server?: ServerOptions;
  readonly handler?: Handler;
  readonly errors?: Options;
}

/** Starts a server of one kind with a guard. Whoever starts it closes it. */
export async function startGuarded(
  kind: ServerKind,
  { guard = {}, server: options = {}, handler = answer, errors = {} }: GuardedOptions = {},
): Promise<GuardedRunning> {
  const reports: Report[] = [];
  const report = (one: Report): void => void reports.push(one);
  const listener = kind.listen({
    before: () => undefined,
    handler,
    options: { ...errors, report },
  });
  const server = guardServer(createServer(options, listener), { ...guard, report });
  watchConnections(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    server,
    port: (server.address() as AddressInfo).port,
    reports,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

const ROUTES: Readonly<Record<string, Handler>> = {
  '/': (_request, response) => void response.end('fine'),
  '/slow': async (_request, response) => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    response.end('slow');
  },
  '/echo': async (request, response) => {
    let text = '';
    for await (const piece of request) text += String(piece);
    response.end(text);
  },
  '/early': () => {
    throw new ContentTooLarge();
  },
  '/denied': () => {
    throw new Unauthorized('test');
  },
  '/broken': () => Promise.reject(new Error('a secret')),
  '/half': async (_request, response) => {
    await new Promise((resolve) => response.write('half', resolve));
    throw new Error('after the header left');
  },
};

/** The application that the tests send broken requests to. */
const answer: Handler = (request, response) => {
  const route = ROUTES[request.url ?? ''];
  if (route === undefined) throw new NotFound();
  return route(request, response);
};
