import { Agent, get } from 'node:http';
import { within } from './within.js';

/** A client that behaves, and what it has seen meanwhile. */
export interface Neighbour {
  /** The statuses of all answers; rejects if one did not come. */
  stop(): Promise<readonly number[]>;
}

/** Asks one good thing after the other over one connection that stays open. */
export function startNeighbour(port: number): Neighbour {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const statuses: number[] = [];
  let stopped = false;
  const ask = (): Promise<number> =>
    new Promise((resolve, reject) => {
      get({ port, host: '127.0.0.1', agent }, (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      }).on('error', reject);
    });
  const run = (async () => {
    while (!stopped) {
      statuses.push(await ask());
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    agent.destroy();
  })();
  return {
    stop: async () => {
      stopped = true;
      await within(run, () => `an answer, after ${statuses.length}`);
      return statuses;
    },
  };
}
