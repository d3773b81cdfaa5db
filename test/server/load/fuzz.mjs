// Sends mutated requests, each over a connection of its own, and checks whatever comes back:
//   npm run fuzz [-- --requests 1000000 --app node --seed 1 --connections 64 --minutes 20]
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { checkFrames } from './check-frames.mjs';
import { checkResponses } from './check-responses.mjs';
import { exchange, QUIET } from './exchange.mjs';
import { createRandom, mutate } from './mutate.mjs';
import { mutateFrames } from './mutate-frames.mjs';
import { startRestarting } from './restart.mjs';
import { Tally } from './tally.mjs';

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
const http2 = values.app.startsWith('http2');
/** A server that is hardly ever up shows nothing; over HTTP/1, Node never ends by itself. */
const MAX_NATIVE_DEATHS = http2 ? 1 + wanted / 10_000 : 0;

const make = http2 ? mutateFrames : mutate;
const random = createRandom(Number(values.seed));
const tally = new Tally(http2 ? checkFrames : checkResponses);
const servers = await startRestarting(values.app, {
  guard: { unreadContent: { seconds: 2 } },
  idle: 200,
});
let sent = 0;
let lost = 0;

const begun = performance.now();
const deadline = begun + Number(values.minutes) * 60_000;
await Promise.all(Array.from({ length: Number(values.connections) }, work));
const seconds = (performance.now() - begun) / 1000;
const { uncaught, before, after } = await comeToRest();
const leaked = countHandles(after) - countHandles(before);
const { nativeDeaths } = servers;

console.log(
  `${sent} mutated requests to ${values.app} in ${seconds.toFixed(0)} s (seed ${values.seed})`,
);
for (const line of tally.endings()) console.log(line);
console.log(`handles before ${JSON.stringify(before)}, after ${JSON.stringify(after)}`);
console.log(
  `uncaught ${uncaught.length}, invalid ${tally.invalid}, hung ${tally.hung}, leaked ${leaked}`,
);
for (const line of tally.wrongs()) console.log(line);
for (const error of uncaught.slice(0, 3)) console.log(error);
if (http2) {
  console.log(`ended by Node itself ${nativeDeaths.length}, requests lost thereby ${lost}`);
  for (const printed of nativeDeaths) console.log(`--- standard error\n${printed}`);
}
const faults = uncaught.length + tally.invalid + tally.hung + Math.max(0, leaked);
const fine = faults === 0 && sent === wanted && nativeDeaths.length <= MAX_NATIVE_DEATHS;
process.exitCode = fine ? 0 : 1;

async function work() {
  while (sent < wanted && performance.now() < deadline) {
    sent += 1;
    const index = sent;
    const bytes = make(random);
    const { server } = await servers.current();
    const outcome = await exchange({ port: server.port, bytes, index, http2 });
    // Whatever it came to, it was no doing of the server's, which was gone or has begun anew.
    if (outcome.errors.length > 0) await sleep(QUIET);
    if (server.child.exitCode !== null || server.child.signalCode !== null) {
      lost += 1;
      await server.death;
    } else tally.add(bytes, outcome);
  }
}

/** Asks the server until it holds no more than when it began, for ten seconds at most. */
async function comeToRest() {
  const { server, before } = await servers.current();
  const uncaught = [...servers.failures];
  for (let turn = 0; ; turn += 1) {
    const after = await server.ask();
    uncaught.push(...after.uncaught);
    const rested = countHandles(after.handles) <= countHandles(before.handles);
    if (rested || turn >= 50) {
      await servers.stop();
      return { uncaught, before: before.handles, after: after.handles };
    }
    await sleep(200);
  }
}

function countHandles(handles) {
  return Object.values(handles).reduce((sum, count) => sum + count, 0);
}
