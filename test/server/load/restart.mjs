import { startProcess } from './start.mjs';

/**
 * A server that is started again whenever its process ends. Ends that are Node's own doing are told
 * apart from all others, which are failures.
 */
export async function startRestarting(app, options) {
  const nativeDeaths = [];
  const failures = [];
  let stopping = false;
  let current = start();

  async function start() {
    const server = await startProcess(app, options);
    const before = await server.ask();
    failures.push(...before.uncaught);
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
