import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Forbidden, handle, NotFound } from '@faultless/node';
import { welch } from './welch.js';

// Can a client tell a concealed 404 from a real one by the time that it takes? Requests for both in
// random order over one kept-alive connection, and Welch's t of their times.
const REQUESTS = Number(process.argv[2] ?? 200_000);
const WARM_UP = Math.min(5_000, REQUESTS / 4);
/** Made once: what the handler itself does before it throws, even making an object, takes its time. */
const HIDDEN = { conceal: true };

const server = createServer(
  handle(
    (incoming) => {
      throw incoming.url === '/secret' ? new Forbidden(HIDDEN) : new NotFound();
    },
    { report: () => undefined },
  ),
);
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;
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
for (let count = 0; count < REQUESTS; count += 1) {
  const concealed = Math.random() < 0.5;
  const time = await ask(concealed ? '/secret' : '/absent');
  if (count >= WARM_UP) times[concealed ? 'concealed' : 'real'].push(time);
}
agent.destroy();
server.close();

const { t, means } = welch(times.concealed, times.real);
console.log(
  `${REQUESTS} requests: concealed ${means[0].toFixed(0)} ns, real ${means[1].toFixed(0)} ns`,
);
console.log(`Welch's t = ${t.toFixed(2)} (a difference would show at |t| >= 4.5)`);
process.exitCode = Math.abs(t) < 4.5 ? 0 : 1;
