import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Report } from '@faultless/node';
import {
  askRaw,
  exchange,
  type Listening,
  type RawAnswer,
  type RawExchange,
  type RequestParts,
  writeRequest,
} from './raw-client.js';
import type { Handler, Options, ServerKind } from './servers.js';

/** The options of the error handler, and what runs before the failing handler. */
export interface StartOptions extends Options {
  readonly before?: (request: IncomingMessage, response: ServerResponse) => unknown;
}

/** A server on a loopback port, and what its operator has been told. */
export interface RunningServer {
  readonly port: number;
  /** All reports so far, the earliest first. */
  readonly reports: readonly Report[];
  /** The report of the last error; throws if there is none. */
  readonly lastReport: () => Report;
  /** Asks one thing over a connection of its own. */
  readonly request: (parts?: RequestParts) => Promise<RawAnswer>;
  /** Sends exact bytes; one response must come. */
  readonly raw: (bytes: string | Buffer, listening?: Listening) => Promise<RawAnswer>;
  /** Sends exact bytes; as many responses must come as are asked for. */
  readonly exchange: (bytes: string | Buffer, listening?: Listening) => Promise<RawExchange>;
  /** Ends all connections and the server. */
  readonly close: () => Promise<void>;
}

/** Starts a server of one kind. Whoever starts it closes it. */
export async function startServer(
  kind: ServerKind,
  handler: Handler,
  { before = () => undefined, ...options }: StartOptions = {},
): Promise<RunningServer> {
  const reports: Report[] = [];
  const report: Options['report'] = (one, context) => {
    reports.push(one);
    return options.report?.(one, context);
  };
  const server = createServer(kind.listen({ before, handler, options: { ...options, report } }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    reports,
    lastReport: () => {
      const last = reports.at(-1);
      if (last === undefined) throw new Error('nothing was reported');
      return last;
    },
    request: (parts) => askRaw(port, writeRequest(parts)),
    raw: (bytes, listening) => askRaw(port, bytes, listening),
    exchange: (bytes, listening) => exchange(port, bytes, listening),
    close: () => closeServer(server),
  };
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
