import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SERVE = fileURLToPath(new URL('serve.mjs', import.meta.url));

/** Starts a guarded server in a process of its own. */
export async function startProcess(app, options = {}) {
  const child = fork(SERVE, [app, JSON.stringify(options)], { execArgv: ['--expose-gc'] });
  const [{ port }] = await once(child, 'message');
  return {
    port,
    child,
    ask: async () => {
      child.send('stats');
      const [stats] = await once(child, 'message');
      return stats;
    },
    stop: async () => {
      child.send('stop');
      await once(child, 'exit');
    },
  };
}
