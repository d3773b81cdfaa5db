import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { connectHttp1 } from './connect-http1.js';
import { findContender } from './contenders.js';
import { SCENARIOS, type Scenario } from './scenarios.js';

// What a server holds after a million failures of all kinds, in MB of RSS, each contender in a process of its own.
const ANSWERS = Number(process.argv[2] ?? 1_000_000);
const STEPS = 5;

const program = fileURLToPath(new URL('./server.js', import.meta.url));
const failing = SCENARIOS.filter(({ status, method }) => status >= 400 && method === 'GET');

for (const [group, name] of [
  ['express', 'Faultless'],
  ['express', 'express default + http-errors'],
  ['koa', 'Faultless'],
  ['node', 'Faultless'],
  ['node', 'floor: writeHead by hand'],
] as const) {
  findContender(group, name);
  const server = fork(program, [group, name], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const [port] = (await once(server, 'message')) as [number];
  const readings: string[] = [];
  let answered = 0;
  for (let step = 0; step < STEPS; step += 1) {
    while (answered < (ANSWERS * (step + 1)) / STEPS) {
      for (const scenario of failing) {
        answered += await ask(port, scenario);
      }
    }
    await sleep(200);
    readings.push(residentOf(server.pid).toFixed(0));
  }
  console.log(`${group}: ${name}, after each fifth of ${answered}: ${readings.join(', ')} MB`);
  server.kill();
  await once(server, 'exit');
}

async function ask(port: number, scenario: Scenario): Promise<number> {
  const client = await connectHttp1(port, scenario, 32);
  const { requests } = await client.load(1);
  client.close();
  return requests;
}

/** Resident memory of a process of Linux, in MB. */
function residentOf(pid: number | undefined): number {
  const [, kilobytes] =
    /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}
