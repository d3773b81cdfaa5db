import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SERVE = fileURLToPath(new URL('serve.mjs', import.meta.url));

/** What Node, its libraries and the allocator print before they abort; no exception prints it. */
const NATIVE =
  /Assertion .*failed|(free|malloc|realloc|munmap_chunk)\(\):|corrupted (size|double)|double free/;

/** Starts a guarded server in a process of its own. */
export async function startProcess(app, options = {}) {
  const child = fork(SERVE, [app, JSON.stringify(options)], {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  const uncaught = [];
  let printed = '';
  child.stderr.on('data', (piece) => {
    printed += piece;
  });
  child.on('message', ({ error }) => {
    if (error !== undefined) uncaught.push(error);
  });
  // Behind this event, all that the process printed has come.
  const death = new Promise((resolve) => {
    child.on('close', (code, signal) => {
      const native = signal === 'SIGABRT' && NATIVE.test(printed);
      resolve({ code, signal, printed, native, uncaught });
    });
  });
  const isStopped = death.then(({ code, signal, printed: text }) => {
    throw new Error(`The server ended with ${signal ?? code}: ${text}`);
  });
  isStopped.catch(() => undefined);
  const next = (key) =>
    new Promise((resolve) => {
      const look = (message) => {
        if (!(key in message)) return;
        child.off('message', look);
        resolve(message);
      };
      child.on('message', look);
    });
  const { port } = await Promise.race([next('port'), isStopped]);
  return {
    port,
    child,
    death,
    ask: async () => {
      const answer = next('handles');
      child.send('stats', () => undefined);
      const stats = await Promise.race([answer, isStopped]);
      return { ...stats, uncaught: uncaught.splice(0) };
    },
    stop: async () => {
      const exit = once(child, 'exit');
      child.send('stop', () => undefined);
      await exit;
      if (printed !== '') console.error(printed);
    },
  };
}
