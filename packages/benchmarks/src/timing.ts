import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { pin } from './running-contender.js';
import { welch } from './welch.js';

// Can a client tell a concealed error from a real 404 by the time that its answer takes? Requests for both in
// random order over one kept-alive connection, and Welch's t of their times.
const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '200000' },
    /** What is concealed: forbidden, or fault. */
    error: { type: 'string', default: 'forbidden' },
    /** Who reports: silent, or default. */
    report: { type: 'string', default: 'silent' },
    /** Client and server on two cores, or on one. */
    cores: { type: 'string', default: '2' },
    /** Milliseconds between an answer and the next request. */
    pause: { type: 'string', default: '0' },
  },
});
const requests = Number(values.requests);
const pause = Number(values.pause);
const warmUp = Math.min(5_000, requests / 4);

const program = fileURLToPath(new URL('./timing-server.js', import.meta.url));
const server = fork(program, [values.error, values.report], {
  env: { ...process.env, NODE_ENV: 'production' },
  stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
});
const [port] = (await once(server, 'message')) as [number];
pin(server, 0);
pin(process, values.cores === '1' ? 0 : 1);
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

function ask(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    request({ host: '127.0.0.1', port, agent, path }, (response) => {
      response.resume().on('end', () => {
        resolve(Number(process.hrtime.bigint() - start));
      });
    })
      .on('error', reject)
      .end();
  });
}

const times: { concealed: number[]; real: number[] } = { concealed: [], real: [] };
for (let count = 0; count < requests; count += 1) {
  const concealed = Math.random() < 0.5;
  const time = await ask(concealed ? '/secret' : '/absent');
  if (count >= warmUp) times[concealed ? 'concealed' : 'real'].push(time);
  if (pause > 0) await sleep(pause);
}
agent.destroy();
server.disconnect();

const { t, means } = welch(times.concealed, times.real);
console.log(
  `${requests} requests: concealed ${means[0].toFixed(0)} ns, real ${means[1].toFixed(0)} ns`,
);
console.log(`Welch's t = ${t.toFixed(2)} (a difference would show at |t| >= 4.5)`);
process.exitCode = Math.abs(t) < 4.5 ? 0 : 1;
