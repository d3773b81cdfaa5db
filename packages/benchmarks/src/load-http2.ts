import { connect } from 'node:http2';
import { askHttp2 } from './ask-http2.js';
import type { Load } from './load-head.js';
import type { Scenario } from './scenarios.js';

/**
 * Asks over HTTP/2, with so many sessions of one request at a time, which wrk does not speak. This client is
 * slower than the servers, so their cost tells more than their rate.
 */
export async function loadHttp2(
  port: number,
  scenario: Scenario,
  { seconds, connections }: { readonly seconds: number; readonly connections: number },
): Promise<Load> {
  const sessions = Array.from({ length: connections }, () => connect(`http://127.0.0.1:${port}`));
  const begun = performance.now();
  const end = begun + seconds * 1000;
  let requests = 0;
  await Promise.all(
    sessions.map(async (session) => {
      for (; performance.now() < end; requests += 1) await askHttp2(session, scenario);
      session.close();
    }),
  );
  return { requests, rate: (requests * 1000) / (performance.now() - begun) };
}
