// Sends mutated requests, each over a connection of its own, and checks whatever comes back:
//   npm run fuzz [-- --requests 1000000 --app node --seed 1 --connections 64 --minutes 20]
import { connect } from 'node:net';
import { parseArgs } from 'node:util';
import { checkFrames } from './check-frames.mjs';
import { checkResponses } from './check-responses.mjs';
import { createRandom, mutate } from './mutate.mjs';
import { mutateFrames } from './mutate-frames.mjs';
import { startRestarting } from './restart.mjs';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '1000000' },
    app: { type: 'string', default: 'node' },
    seed: { type: 'string', default: '1' },
    connections: { type: 'string', default: '64' },
    minutes: { type: 'string', default: '20' },
  },
});
const wanted = Number(values.requests);
const random = createRandom(Number(values.seed));
const deadline = performance.now() + Number(values.minutes) * 60_000;
const servers = await startRestarting(values.app, {
  guard: { unreadContent: { seconds: 2 } },
  idle: 200,
});
const counts = { sent: 0, answered: 0, silent: 0, reset: 0, lost: 0, hung: 0, invalid: 0 };
const statuses = {};
const wrongs = new Map();

/** How long nothing must come before a client of HTTP/2 ends its half, in milliseconds. */
const QUIET = 20;
/** A server that is hardly ever up shows nothing; over HTTP/1, Node never ends by itself. */
const MAX_NATIVE_DEATHS = values.app.startsWith('http2') ? 1 + wanted / 10_000 : 0;
const http2 = values.app.startsWith('http2');
const make = http2 ? mutateFrames : mutate;
const check = http2 ? checkFrames : checkResponses;

/** One connection: it sends all, ends its half, and reads until the server has ended the other. */
function send(port, bytes, index) {
  return new Promise((resolve) => {
    const came = [];
    const socket = connect({
      port,
      host: '127.0.0.1',
      // A port is not free again for a while after its connection has ended.
      localAddress: `127.0.${1 + ((index >> 8) & 63)}.${1 + (index % 250)}`,
      allowHalfOpen: true,
    });
    let hung = false;
    const timer = setTimeout(() => {
      hung = true;
      socket.destroy();
    }, 10_000);
    const errors = [];
    let quiet;
    const endSoon = () => {
      clearTimeout(quiet);
      quiet = setTimeout(() => socket.end(), QUIET);
    };
    socket.on('data', (piece) => {
      came.push(piece);
      if (http2) endSoon();
    });
    socket.on('error', ({ code }) => errors.push(String(code)));
    socket.on('close', () => {
      clearTimeout(timer);
      clearTimeout(quiet);
      resolve({ answer: Buffer.concat(came), hung, errors });
    });
    // With HTTP/2, a client that ends its half ends the session.
    if (http2) socket.write(bytes, endSoon);
    else socket.end(bytes);
  });
}

function note(what, bytes) {
  const { count = 0, example = bytes } = wrongs.get(what) ?? {};
  wrongs.set(what, { count: count + 1, example });
}

async function work() {
  while (counts.sent < wanted && performance.now() < deadline) {
    counts.sent += 1;
    const bytes = make(random);
    const { server } = await servers.current();
    const { answer, hung, errors } = await send(server.port, bytes, counts.sent);
    // Whatever it came to, it was no doing of the server's, which was gone or has begun anew.
    if (errors.length > 0) await new Promise((resolve) => setTimeout(resolve, QUIET));
    if (server.child.exitCode !== null || server.child.signalCode !== null) {
      counts.lost += 1;
      await server.death;
      continue;
    }
    if (hung) {
      counts.hung += 1;
      note('hung', bytes);
    }
    for (const code of errors) {
      if (code === 'ECONNRESET' || code === 'EPIPE') counts.reset += 1;
      else note(code, bytes);
    }
    if (answer.length === 0) counts.silent += 1;
    else counts.answered += 1;
    const { statuses: seen, wrong } = check(answer);
    for (const status of seen) statuses[status] = (statuses[status] ?? 0) + 1;
    // A HEAD has no content, which only the client that asked can know.
    if (wrong !== undefined && !bytes.includes('HEAD ')) {
      counts.invalid += 1;
      note(wrong, bytes);
    }
  }
}

const begun = performance.now();
await Promise.all(Array.from({ length: Number(values.connections) }, work));
const seconds = (performance.now() - begun) / 1000;
const { server, before } = await servers.current();
let after = await server.ask();
const { nativeDeaths } = servers;
const uncaught = [...servers.failures, ...after.uncaught];
for (let turn = 0; turn < 50 && count(after) > count(before); turn += 1) {
  await new Promise((resolve) => setTimeout(resolve, 200));
  after = await server.ask();
  uncaught.push(...after.uncaught);
}
await servers.stop();

function count({ handles }) {
  return Object.values(handles).reduce((sum, one) => sum + one, 0);
}

const leaked = count(after) - count(before);
console.log(
  `${counts.sent} mutated requests to ${values.app} in ${seconds.toFixed(0)} s (seed ${values.seed})`,
);
console.log(
  `answered ${counts.answered}, closed without an answer ${counts.silent}, reset ${counts.reset}`,
);
console.log(`statuses ${JSON.stringify(statuses)}`);
console.log(
  `handles before ${JSON.stringify(before.handles)}, after ${JSON.stringify(after.handles)}`,
);
console.log(
  `uncaught ${uncaught.length}, invalid ${counts.invalid}, hung ${counts.hung}, leaked ${leaked}`,
);
for (const [what, { count: times, example }] of wrongs) {
  console.log(
    `  ${times} × ${what}, such as ${JSON.stringify(example.toString('latin1').slice(0, 1200))}`,
  );
}
for (const error of uncaught.slice(0, 3)) console.log(error);
if (http2) {
  console.log(`ended by Node itself ${nativeDeaths.length}, requests lost thereby ${counts.lost}`);
  for (const printed of nativeDeaths) console.log(`--- standard error\n${printed}`);
}
process.exitCode =
  uncaught.length + counts.invalid + counts.hung + Math.max(0, leaked) === 0 &&
  counts.sent === wanted &&
  nativeDeaths.length <= MAX_NATIVE_DEATHS
    ? 0
    : 1;
