import type { Handler, ServerKind } from './servers.js';
import { SERVERS } from './servers.js';
import { type RunningServer, type StartOptions, startServer } from './start-server.js';
import { until } from './until.js';

/** The server that a suite runs against. */
export interface ServerUnderTest extends Pick<ServerKind, 'name' | 'framework'> {
  /** Starts it on a port of its own; it is closed after the test. */
  start(handler: Handler, options?: StartOptions): Promise<RunningServer>;
}

/** What keeps a process alive; jest has timers of its own, which come and go. */
const WATCHED: ReadonlySet<string> = new Set(['TCPServerWrap', 'TCPSocketWrap']);

/**
 * Runs a suite against every server that there is. A server or a connection that a test leaves open
 * fails it.
 */
export function describeEachServer(
  suite: (server: ServerUnderTest) => void,
  kinds: readonly ServerKind[] = SERVERS,
): void {
  describe.each(kinds.map((kind) => ({ name: kind.name, kind })))('on $name', ({ kind }) => {
    const running: RunningServer[] = [];
    let before = 0;
    beforeEach(() => {
      before = countHandles();
    });
    afterEach(async () => {
      await Promise.all(running.splice(0).map((server) => server.close()));
      // A closed handle is gone only some turns of the event loop later.
      await until(function noHandleIsLeft() {
        return countHandles() <= before;
      });
    });
    suite({
      name: kind.name,
      framework: kind.framework,
      start: async (handler, options) => {
        const server = await startServer(kind, handler, options);
        running.push(server);
        return server;
      },
    });
  });
}

function countHandles(): number {
  return process.getActiveResourcesInfo().filter((name) => WATCHED.has(name)).length;
}
