import type { Report } from '@faultless/node';
import { describeEachServer, type ServerUnderTest } from '../../harness/describe-each-server.js';
import type { Handler } from '../../harness/servers.js';
import type { RunningServer, StartOptions } from '../../harness/start-server.js';
import { Connection } from './connection.js';

/** A server that can be asked several things over one connection. */
export interface ConnectableServer extends RunningServer {
  connect(): Promise<Connection>;
  /** The report of the only error; throws if there were more, or none. */
  onlyReport(): Report;
}

/** Starts the server at hand; it is closed after the test, and its connections with it. */
export type Start = (handler: Handler, options?: StartOptions) => Promise<ConnectableServer>;

/** Describes what every server must do. */
export function eachServer(
  title: string,
  define: (start: Start, server: ServerUnderTest) => void,
): void {
  describe(title, () => {
    describeEachServer((server) => {
      define(async (handler, options) => connectable(await server.start(handler, options)), server);
    });
  });
}

function connectable(server: RunningServer): ConnectableServer {
  return {
    ...server,
    connect: () => Connection.open(server.port),
    onlyReport: () => {
      const [only, ...more] = server.reports;
      if (only === undefined || more.length > 0)
        throw new Error(`${server.reports.length} reports`);
      return only;
    },
  };
}
