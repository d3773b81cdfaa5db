import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const WORKER = fileURLToPath(new URL('./worker.mjs', import.meta.url));

/** A process that is asked one thing at a time, and begun anew when it has been ended. */
export class Worker {
  #child;

  /** `{ done }`, `{ error }`, or `{}` when it gave no answer in time or broke down. */
  ask(order, patience) {
    this.#child ??= fork(WORKER, [], {
      execArgv: ['--experimental-import-meta-resolve', '--no-warnings', '--expose-gc'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const child = this.#child;
    return new Promise((resolve) => {
      const settle = (answer) => {
        clearTimeout(timer);
        child.removeAllListeners();
        resolve(answer);
      };
      const timer = setTimeout(() => settle({}), patience);
      child.once('message', settle);
      child.once('exit', () => {
        this.#child = undefined;
        settle({});
      });
      child.send(order);
    });
  }

  end() {
    this.#child?.removeAllListeners();
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }
}
