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
      const request = get({ port, host: '127.0.0.1', agent }, (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      });
      request.on('error', (error) => {
        // A kept connection may end just as it is used again; whoever asks safely tries again (RFC 9110 §9.2.2).
        if (request.reusedSocket && 'code' in error && error.code === 'ECONNRESET') resolve(ask());
        else reject(error);
      });
    });
  const run = (async () => {
    while (!stopped) {
      statuses.push(await ask());
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    agent.destroy();
  })();
  // It is for `stop` to tell; a failure until then would end the process.
  run.catch(() => undefined);
  return {
    stop: async () => {
      stopped = true;
      await within(run, () => `an answer, after ${statuses.length}`);
      return statuses;
    },
  };
}
