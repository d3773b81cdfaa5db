import { Agent, request } from 'node:http';
import type { Scenario } from './scenarios.js';

/** What came of some seconds of load. */
export interface Load {
  readonly requests: number;
  /** Requests a second. */
  readonly rate: number;
}

/**
 * Asks by HEAD, as wrk and autocannon can't: both wait for the content that its answer does not have.
 * This client is slower than some servers here, so their cost tells more than their rate.
 */
export async function loadHead(
  port: number,
  { method, path, headers }: Scenario,
  { seconds, connections }: { readonly seconds: number; readonly connections: number },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const begun = performance.now();
  const end = begun + seconds * 1000;
  let requests = 0;
  const ask = (): Promise<void> =>
    new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, path, headers, method, agent }, (response) => {
        response.resume().on('end', resolve);
      })
        .on('error', reject)
        .end();
    });
  const work = async (): Promise<void> => {
    for (; performance.now() < end; requests += 1) await ask();
  };
  await Promise.all(Array.from({ length: connections }, work));
  agent.destroy();
  return { requests, rate: (requests * 1000) / (performance.now() - begun) };
}
