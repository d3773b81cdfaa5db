import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Contender } from './contenders/contender.js';

/** A contender in a process of its own. */
export interface RunningContender {
  readonly contender: Contender;
  readonly port: number;
  /** The CPU time that it has used so far, in microseconds. */
  usage(): Promise<number>;
  stop(): Promise<void>;
}

const SERVER = fileURLToPath(new URL('./server.js', import.meta.url));

/** Starts a contender as in production, on the first core, so that the load on the others does not disturb it. */
export async function startContender(contender: Contender): Promise<RunningContender> {
  const child = fork(SERVER, [contender.group, contender.name], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const [port] = (await once(child, 'message')) as [number];
  pin(child, 0);
  return {
    contender,
    port,
    usage: async () => {
      const told = once(child, 'message');
      child.send('usage');
      return ((await told) as [number])[0];
    },
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    },
  };
}

/** Keeps a process on one core, where the machine has taskset; elsewhere it runs wherever it runs. */
export function pin({ pid }: Pick<ChildProcess, 'pid'>, core: number): boolean {
  try {
    execFileSync('taskset', ['-a', '-p', '-c', String(core), String(pid)], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
