import { createServer, type Server, type ServerOptions } from 'node:http';
import { type GuardOptions, guardServer, type Report } from '@faultless/node';
import { type Listening, listen } from './listen.js';
import { answer } from './routes.js';
import type { Handler, Options, ServerKind } from './servers.js';
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
