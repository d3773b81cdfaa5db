import { startProcess } from './start.mjs';

/**
 * A server that is started again whenever its process ends. That Node itself may end it, and nothing
 * else, is told apart from a process that ended by an exception or of its own accord.
 */
export async function startRestarting(app, options) {
  const nativeDeaths = [];
  const failures = [];
  let stopping = false;
  let current = start();

  async function start() {
    const server = await startProcess(app, options);
    const before = await server.ask();
    server.death.then(({ code, signal, printed, native, uncaught }) => {
      if (stopping) return;
      failures.push(...uncaught);
      if (native) nativeDeaths.push(printed);
      else failures.push(`The server ended with ${signal ?? code}: ${printed}`);
      current = start();
    });
    return { server, before };
  }

  return {
    nativeDeaths,
    failures,
    current: () => current,
    stop: async () => {
      const { server } = await current;
      stopping = true;
      await server.stop();
    },
  };
}
