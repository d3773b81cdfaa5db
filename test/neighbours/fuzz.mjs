// Stacks of neighbours in any order, each of which is asked for what fails at any point:
//   npm run fuzz:neighbours [-- --requests 100000 --seed 1 --minutes 20]
// Whatever comes back must be one answer, whole or seen to be cut, and what the report and a logger say.
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { parseArgs } from 'node:util';
import { createRandom } from '../server/load/mutate.mjs';
import { judge } from './fuzz/judge.mjs';
import { makePlan, writePlan } from './fuzz/plan.mjs';
import { buildStack, pickNeighbours } from './fuzz/stacks.mjs';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '20' },
  },
});
const FRAMEWORKS = ['express4', 'express', 'koa2', 'koa'];
/** So many requests go to each stack, so many at once. */
const EACH = 100;
const AT_ONCE = 20;
/** The longest that a connection may take, in milliseconds. */
const HUNG = 10_000;

const random = createRandom(Number(values.seed));
const wanted = Number(values.requests);
const deadline = performance.now() + Number(values.minutes) * 60_000;
const begun = performance.now();
const wrongs = [];
const uncaught = [];
const outcomes = new Map();
let sent = 0;
let stacks = 0;

process.on('uncaughtException', (error) => uncaught.push(error));
process.on('unhandledRejection', (error) => uncaught.push(error));

while (sent < wanted && performance.now() < deadline) {
  stacks += 1;
  const framework = FRAMEWORKS[random(FRAMEWORKS.length)];
  const names = pickNeighbours(framework, random);
  // Mounted first, as the docs say, or somewhere within.
  const handlerAt = random(2) === 0 ? 0 : random(names.length + 1);
  await runStack(framework, { names, handlerAt, lastEvent: random(2) === 1 });
}

const seconds = (performance.now() - begun) / 1000;
console.log(
  `${sent} requests to ${stacks} stacks in ${seconds.toFixed(0)} s (seed ${values.seed})`,
);
for (const [outcome, count] of [...outcomes].sort()) console.log(`${outcome}: ${count}`);
console.log(`uncaught ${uncaught.length}, wrong ${wrongs.length}`);
for (const wrong of wrongs.slice(0, 10)) console.log(JSON.stringify(wrong));
for (const error of uncaught.slice(0, 3)) console.log(error);
process.exitCode = wrongs.length + uncaught.length === 0 && sent >= wanted ? 0 : 1;

async function runStack(framework, stack) {
  const plans = new Map();
  const seen = new Map();
  const of = (url) => {
    const index = Number(/\d+$/.exec(url)?.[0]);
    if (!seen.has(index)) seen.set(index, { reports: [], logged: [] });
    return seen.get(index);
  };
  const app = await buildStack(framework, stack, {
    find: (url) => plans.get(Number(/\d+$/.exec(url)?.[0])),
    report: (report) => of(report.path).reports.push(report),
  });
  const server = createServer((request, response) => {
    const { url } = request;
    if (url.startsWith('/plan/')) {
      response.once('close', () => {
        of(url).logged.push({ status: response.statusCode, headers: response.getHeaders() });
      });
    }
    app(request, response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  const batch = Array.from({ length: Math.min(EACH, wanted - sent) }, () => {
    sent += 1;
    const plan = makePlan(random, sent);
    plans.set(plan.index, plan);
    return plan;
  });
  const work = async () => {
    for (let plan = batch.pop(); plan !== undefined; plan = batch.pop()) {
      const { bytes, hung } = await converse(port, writePlan(plan), plan.index);
      const told = of(`/plan/${plan.index}`);
      await settle(plan, told);
      const { outcome, wrong } = judge(plan, { bytes, hung, ...told });
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (wrong !== undefined) wrongs.push({ wrong, framework, ...stack, plan });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/** Sends all, and reads until the answer to the probe is there or the server has closed. */
function converse(port, text, index) {
  return new Promise((resolve) => {
    const pieces = [];
    let hung = false;
    const socket = connect({
      port,
      host: '127.0.0.1',
      localAddress: `127.0.${(index >> 6) & 63}.2`,
    });
    const timer = setTimeout(() => {
      hung = true;
      socket.destroy();
    }, HUNG);
    socket.on('data', (piece) => {
      pieces.push(piece);
      // Whatever a second answer would say would come at once.
      if (piece.includes(`/probe/${index}`)) setImmediate(() => socket.destroy());
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve({ bytes: Buffer.concat(pieces), hung });
    });
    socket.write(text);
  });
}

/** The report of what fails behind an answer comes after it. */
async function settle({ point, method }, told) {
  const unheard = method === 'HEAD' && (point === 'head' || point === 'middle');
  for (let turn = 0; turn < 500; turn += 1) {
    const isTold = point === 'fine' || unheard || told.reports.length > 0;
    if (isTold && told.logged.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
