import { createServer, type Server, type ServerOptions } from 'node:http';
import { type GuardOptions, guardServer, type Report } from '@faultless/node';
import { type Listening, listen } from './listen.js';
import { answer } from './routes.js';
import { type Handler, type Options, SERVERS, type ServerKind } from './servers.js';
import { watchConnections } from './when-read.js';

/** A guarded server on a loopback port, and what its operator has been told. */
export interface GuardedRunning extends Listening {
  readonly server: Server;
  readonly reports: readonly Report[];
}

export interface GuardedOptions {
  readonly guard?: GuardOptions;
  readonly server?: ServerOptions;
  readonly handler?: Handler;
  readonly errors?: Options;
}

/** Gives what starts a guarded server for one test; it is closed after that. */
export function startForEach(
  usual: ServerKind['name'],
): (options?: GuardedOptions, kind?: ServerKind) => Promise<GuardedRunning> {
  const running: GuardedRunning[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.close()));
  });
  return async (options, kind = SERVERS.find(({ name }) => name === usual)) => {
    if (kind === undefined) throw new Error(`there is no server ${usual}`);
    const server = await startGuarded(kind, options);
    running.push(server);
    return server;
  };
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
  return { ...(await listen(server)), server, reports };
}
