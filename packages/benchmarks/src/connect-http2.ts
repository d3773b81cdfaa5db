import { connect } from 'node:http2';
import { askHttp2 } from './ask-http2.js';
import type { Client } from './client.js';
import type { Scenario } from './scenarios.js';

/**
 * Sessions of HTTP/2, each with one request under way. This client is slower than the servers, so their cost
 * tells more than their rate.
 */
export function connectHttp2(port: number, scenario: Scenario, connections: number): Client {
  const sessions = Array.from({ length: connections }, () => connect(`http://127.0.0.1:${port}`));
  return {
    load: async (seconds) => {
      const begun = performance.now();
      const end = begun + seconds * 1000;
      let requests = 0;
      await Promise.all(
        sessions.map(async (session) => {
          for (; performance.now() < end; requests += 1) await askHttp2(session, scenario);
        }),
      );
      return { requests, rate: (requests * 1000) / (performance.now() - begun) };
    },
    close: () => {
      for (const session of sessions) session.close();
    },
  };
}
