import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { until } from '../harness/until.js';

export const SERVERS = ['Express', 'Koa'] as const;

type ServerName = (typeof SERVERS)[number];

/** The example, as `npm start` runs it when all is built. */
export interface Example {
  readonly child: ChildProcess;
  readonly printed: { out: string; err: string };
  readonly exited: Promise<number | null>;
}

/** The example at work, and where its servers listen. */
export interface WholeExample extends Example {
  readonly origins: Readonly<Record<ServerName, string>>;
}

const started = new Set<ChildProcess>();

/** Starts the example, which may refuse to. */
export function start(port: string): Example {
  const env = { ...process.env, PORT: port };
  const child = spawn(process.execPath, ['examples/api/dist/main.js'], { env });
  started.add(child);
  const printed = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (printed.out += String(chunk)));
  child.stderr.on('data', (chunk) => (printed.err += String(chunk)));
  const exited = once(child, 'close').then(([code]) => {
    started.delete(child);
    return code as number | null;
  });
  return { child, printed, exited };
}

/** Starts the example and waits until both of its servers listen. */
export async function startWhole(port = '0'): Promise<WholeExample> {
  const example = start(port);
  await until(
    () => example.printed.out.includes('Ctrl-C') || example.child.exitCode !== null,
    60_000,
  );
  if (example.child.exitCode !== null) throw new Error(example.printed.err);
  const origins = SERVERS.map((name) => {
    const line = new RegExp(`^${name} +(http://localhost:\\d+)/$`, 'm').exec(example.printed.out);
    return [name, String(line?.[1])];
  });
  return { ...example, origins: Object.fromEntries(origins) as Record<ServerName, string> };
}

/** For `afterAll`: ends what a failed test has left. */
export function killAll(): void {
  for (const child of started) child.kill('SIGKILL');
}
