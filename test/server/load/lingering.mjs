// What clients cost that send on behind an early 413, and read when they have written all:
// node test/server/load/lingering.mjs [--app node] [--clients 200] [--bytes 10000000]
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startProcess } from './start.mjs';
import { readResponse } from './upload-clients.mjs';

const { values } = parseArgs({
  options: {
    app: { type: 'string', default: 'node' },
    clients: { type: 'string', default: '200' },
    bytes: { type: 'string', default: '10000000' },
  },
});
const [clients, bytes] = [Number(values.clients), Number(values.bytes)];
const BLOCK = Buffer.alloc(65_536, 'x');
const MEBIBYTE = 1_048_576;

const server = await startProcess(values.app);
const before = await server.ask();
const uploads = await Promise.all(Array.from({ length: clients }, begin));
await sleep(500);
const silent = await server.ask();
print(`${clients} clients that send nothing more`, silent, before);

const begun = performance.now();
let peak = silent;
const sent = Promise.all(uploads.map(finish));
let done = false;
sent.then(() => (done = true));
while (!done) {
  await sleep(50);
  const now = await server.ask();
  if (now.rss > peak.rss) peak = now;
}
const statuses = await sent;
const seconds = (performance.now() - begun) / 1000;
const after = await server.ask();
print(`the highest while each sends ${bytes} bytes`, peak, before);
const cpu = (processor(after) - processor(silent)) / 1e6;
console.log(
  `${clients * bytes} bytes in ${seconds.toFixed(2)} s took ${cpu.toFixed(2)} s of the processor, ` +
    `${((cpu * 1000) / clients).toFixed(1)} ms each; ${statuses.filter((one) => one === 413).length} of ${clients} read their 413`,
);
await server.stop();

function print(what, now, then) {
  const grown = (now.rss - then.rss) / MEBIBYTE;
  console.log(`${what}: RSS ${(now.rss / MEBIBYTE).toFixed(1)} MiB, ${grown.toFixed(1)} more`);
}

function processor({ cpu: { user, system } }) {
  return user + system;
}

async function begin() {
  const socket = connect({ port: server.port, host: '127.0.0.1', allowHalfOpen: true });
  socket.on('error', () => undefined);
  socket.pause();
  const head = `POST /early HTTP/1.1\r\nHost: load\r\nContent-Length: ${bytes}\r\n\r\n`;
  await new Promise((resolve) => socket.write(head, resolve));
  return socket;
}

async function finish(socket) {
  for (let left = bytes; left > 0; left -= BLOCK.length) {
    const piece = left < BLOCK.length ? BLOCK.subarray(0, left) : BLOCK;
    const failure = await new Promise((resolve) => socket.write(piece, resolve));
    if (failure) return undefined;
  }
  const pieces = [];
  for await (const piece of socket) pieces.push(piece);
  socket.end();
  return readResponse(Buffer.concat(pieces)).status;
}
