import type { Server } from 'node:http';

/** How long responses under way may take to end, in milliseconds. */
const GRACE = 3000;

/** One Ctrl-C may come twice, from the terminal and from npm: the time between them, at most. */
const ECHO = 500;

/**
 * Stops the servers on Ctrl-C or SIGTERM: requests under way are answered, for a while; a second
 * signal cuts them off. The process then ends by itself, with exit code 0.
 */
export function stopOnSignals(servers: readonly Server[]): void {
  let stoppedAt: number | undefined;
  const stop = () => {
    const now = performance.now();
    if (stoppedAt === undefined) {
      stoppedAt = now;
      console.log('\nStopping; once more stops at once.');
      for (const server of servers) server.close();
      // A connection is kept alive after its last answer, and then nobody needs it.
      setInterval(closeIdle, 50).unref();
      setTimeout(cutOff, GRACE).unref();
    } else if (now - stoppedAt > ECHO) {
      cutOff();
    }
  };
  const closeIdle = () => {
    for (const server of servers) server.closeIdleConnections();
  };
  const cutOff = () => {
    for (const server of servers) server.closeAllConnections();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}
