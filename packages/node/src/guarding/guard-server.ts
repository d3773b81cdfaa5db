import type { Server } from 'node:http';
import type { Http2SecureServer, Http2Server } from 'node:http2';
import type { Server as HttpsServer } from 'node:https';
import { Server as NetServer } from 'node:net';
import type { Responder } from '@faultless/core/adapter';
import { createNodeResponder } from '../answering/create-node-responder.js';
import { isRefusal } from './build-refusal.js';
import { guardConnections, noteClients } from './guard-connections.js';
import { guardHttp2 } from './guard-http2.js';
import { type Connection, compileGuardOptions, type GuardOptions } from './guard-options.js';
import { guardParser } from './guard-parser.js';
import { guardRequests } from './guard-requests.js';
import { guardUpgrades } from './guard-upgrades.js';

/** A server that can be guarded. */
export type GuardedServer = Server | HttpsServer | Http2Server | Http2SecureServer;

const GUARDED = new WeakSet<GuardedServer>();

/**
 * Answers what goes wrong before or beside the application, with the same body as everywhere:
 * malformed, oversized and slow requests, unmet expectations, upgrades and tunnels that nobody takes,
 * too many requests or connections. Call it once, on a server of node:http, node:https or node:http2,
 * before or after it listens:
 *
 *     guardServer(app.listen(3000));
 *
 * Where a `clientError`, `connect` or `checkExpectation` listener of yours is there, it answers what
 * it gets, and the guard does not.
 *
 * @returns the server
 * @throws {TypeError} when an option is unknown or wrong
 */
export function guardServer<Guarded extends GuardedServer, Context = Connection>(
  server: Guarded,
  options: GuardOptions<Context> = {},
): Guarded {
  if (!(server instanceof NetServer)) {
    throw new TypeError(
      'guardServer: the server must be one of node:http, node:https, node:http2, such as app.listen() gives',
    );
  }
  const settings = compileGuardOptions(options);
  const responder = warnOfRefusals(createNodeResponder(settings.answers, 'guardServer'));
  if (GUARDED.has(server)) throw new TypeError('guardServer: this server has a guard already');
  GUARDED.add(server);
  const guard = { server: server as Server, settings, responder };
  noteClients(guard);
  guardConnections(guard);
  guardRequests(guard);
  guardParser(guard);
  guardUpgrades(guard);
  guardHttp2(guard);
  return server;
}

/** What a guard refuses is no fault of the server: no client can fill the log with stacks. */
function warnOfRefusals<Context>(responder: Responder<Context>): Responder<Context> {
  return {
    ...responder,
    report: (report, context) => {
      const refused = report.outcome === 'sent' && isRefusal(report.error);
      const level = refused && report.level === 'error' ? 'warn' : report.level;
      responder.report({ ...report, level }, context);
    },
  };
}
