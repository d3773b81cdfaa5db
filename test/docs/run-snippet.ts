import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** A snippet at work: the port of the server it started, or undefined when it ended by itself. */
export interface Running {
  readonly port: number | undefined;
  readonly output: () => string;
  stop(): Promise<void>;
}

/** Runs compiled code in a process of its own until it listens or ends; fails if it fails. */
export async function runSnippet(file: string): Promise<Running> {
  const child = fork(file, {
    execArgv: ['--import', './test/docs/listen-anywhere.mjs'],
    silent: true,
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const port = await Promise.race([listening(child), ended(child, () => output)]);
  return {
    port,
    output: () => output,
    stop: async () => {
      if (child.exitCode !== null || !child.kill()) return;
      await once(child, 'exit');
    },
  };
}

async function listening(child: ChildProcess): Promise<number> {
  const [message] = (await once(child, 'message')) as [{ port: number }];
  return message.port;
}

async function ended(child: ChildProcess, output: () => string): Promise<undefined> {
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`the snippet ended with ${String(code)}:\n${output()}`);
  return undefined;
}
