import autocannon from 'autocannon';
import type { Scenario } from './scenarios.js';

/** Sends requests for some seconds over kept-alive connections. @returns requests a second */
export async function load(port: number, scenario: Scenario, seconds: number): Promise<number> {
  const { requests, duration, errors } = await autocannon({
    url: `http://127.0.0.1:${port}${scenario.path}`,
    method: scenario.method,
    headers: { ...scenario.headers },
    connections: 32,
    pipelining: 1,
    duration: seconds,
  });
  if (errors > 0) throw new Error(`${errors} requests to ${scenario.path} failed`);
  return requests.total / duration;
}
