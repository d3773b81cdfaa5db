import { fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './estimate.js';
import { pin } from './running-contender.js';

// So many failures a second over HTTP, whether or not the server keeps up: how many are answered, how long that
// takes, and of how much of a core. The log goes into a file.
const WAYS = ['no report', 'the default'];
const RATES = [1_000, 2_500, 5_000, 10_000];
const CONNECTIONS = 64;
const WARM_UP = 2;
const SECONDS = 3;
const ROUNDS = Number(process.argv[2] ?? 3);

const REQUEST = 'GET /orders/7 HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n\r\n';
const END = Buffer.from('}');

interface Outcome {
  readonly answered: number;
  /** From when a request was due until its answer, in milliseconds. */
  readonly waited: number;
  readonly ofCore: number;
}

const program = fileURLToPath(new URL('./storm-server.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'faultless-storm-'));
pin(process, 1);
console.log(
  'failures a second'.padEnd(20),
  'report'.padEnd(14),
  'answered',
  ' median wait',
  ' of a core',
);
for (const rate of RATES) {
  const outcomes = new Map<string, Outcome[]>(WAYS.map((way) => [way, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const way of WAYS) outcomes.get(way)?.push(await storm(way, rate));
  }
  for (const [way, all] of outcomes) {
    const of = (read: (one: Outcome) => number): number => median(all.map(read));
    console.log(
      String(rate).padEnd(20),
      way.padEnd(14),
      of(({ answered }) => answered / rate)
        .toFixed(3)
        .padStart(8),
      `${of(({ waited }) => waited).toFixed(1)} ms`.padStart(12),
      `${(of(({ ofCore }) => ofCore) * 100).toFixed(0)} %`.padStart(10),
    );
  }
}
rmSync(folder, { recursive: true });

async function storm(way: string, rate: number): Promise<Outcome> {
  const file = openSync(join(folder, 'log'), 'w');
  const server = fork(program, [way], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', file, file, 'ipc'],
  });
  const [port] = (await once(server, 'message')) as [number];
  pin(server, 0);
  const sockets = await Promise.all(Array.from({ length: CONNECTIONS }, () => open(port)));
  const usage = async (): Promise<number> => {
    server.send('usage');
    return ((await once(server, 'message')) as [number])[0];
  };
  await ask(sockets, rate, WARM_UP);
  const before = await usage();
  const waits = await ask(sockets, rate, SECONDS);
  const ofCore = ((await usage()) - before) / (SECONDS * 1e6);
  for (const socket of sockets) socket.destroy();
  server.disconnect();
  await once(server, 'exit');
  closeSync(file);
  return { answered: waits.length / SECONDS, waited: median(waits), ofCore };
}

async function open(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  return socket;
}

/** Asks at a steady rate on whatever connection is free. @returns how long each answer took that came in time */
function ask(sockets: readonly Socket[], rate: number, seconds: number): Promise<number[]> {
  return new Promise((resolve) => {
    const free = [...sockets];
    const waits: number[] = [];
    const begun = performance.now();
    const end = begun + seconds * 1000;
    let sent = 0;
    const send = (): void => {
      const now = performance.now();
      while (free.length > 0 && sent < ((now - begun) * rate) / 1000) {
        const due = begun + (sent * 1000) / rate;
        sent += 1;
        const socket = free.pop() as Socket;
        socket.write(REQUEST);
        socket.on('data', function read(chunk: Buffer) {
          // The body is one object, and nothing comes behind it.
          if (!chunk.subarray(-1).equals(END)) return;
          socket.off('data', read);
          free.push(socket);
          waits.push(performance.now() - due);
        });
      }
      if (now < end) setImmediate(send);
      else resolve(waits);
    };
    send();
  });
}
