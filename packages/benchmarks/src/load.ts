import { spawn, spawnSync } from 'node:child_process';
import { text } from 'node:stream/consumers';
import autocannon from 'autocannon';
import { type Load, loadHead } from './load-head.js';
import type { Scenario } from './scenarios.js';

const hasWrk = spawnSync('wrk', ['-v']).error === undefined;

/** What makes the load: wrk where it is installed, since one core of it outruns every server here. */
export const LOAD_GENERATOR = hasWrk ? 'wrk' : 'autocannon';

/** How long, and over how many connections. */
export interface Pressure {
  readonly seconds: number;
  readonly connections: number;
}

/** Sends requests for some seconds over kept-alive connections. */
export function load(port: number, scenario: Scenario, pressure: Pressure): Promise<Load> {
  if (scenario.method === 'HEAD') return loadHead(port, scenario, pressure);
  return hasWrk
    ? loadWithWrk(port, scenario, pressure)
    : loadWithAutocannon(port, scenario, pressure);
}

async function loadWithWrk(
  port: number,
  scenario: Scenario,
  { seconds, connections }: Pressure,
): Promise<Load> {
  const headers = Object.entries(scenario.headers).flatMap(([name, value]) => [
    '-H',
    `${name}: ${value}`,
  ]);
  const wrk = spawn(
    'wrk',
    [
      '-t1',
      `-c${connections}`,
      `-d${Math.ceil(seconds) + 1}s`,
      ...headers,
      `http://127.0.0.1:${port}${scenario.path}`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  // It knows whole seconds only, but says how far it has come when it is interrupted.
  const timer = setTimeout(() => wrk.kill('SIGINT'), seconds * 1000);
  const stdout = await text(wrk.stdout);
  clearTimeout(timer);
  const requests = /^ *(\d+) requests in /m.exec(stdout)?.[1];
  const rate = /^Requests\/sec: +([\d.]+)$/m.exec(stdout)?.[1];
  if (requests === undefined || rate === undefined || stdout.includes('Socket errors')) {
    throw new Error(`requests to ${scenario.path} failed:\n${stdout}`);
  }
  return { requests: Number(requests), rate: Number(rate) };
}

async function loadWithAutocannon(
  port: number,
  scenario: Scenario,
  { seconds, connections }: Pressure,
): Promise<Load> {
  const { requests, duration, errors } = await autocannon({
    url: `http://127.0.0.1:${port}${scenario.path}`,
    method: scenario.method,
    headers: { ...scenario.headers },
    connections,
    pipelining: 1,
    duration: seconds,
  });
  if (errors > 0) throw new Error(`${errors} requests to ${scenario.path} failed`);
  return { requests: requests.total, rate: requests.total / duration };
}
