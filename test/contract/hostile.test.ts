import type { RawResponse } from '../harness/raw-response.js';
import type { RunningServer } from '../harness/start-server.js';
import { eachServer } from './support/each-server.js';
import { FLAKY, HALF_READABLE, HOSTILE_VALUES } from './support/hostile-values.js';

// jest fails a test during which an exception is not caught or a rejection not handled.

eachServer('a hostile throw', (start, { framework }) => {
  /** Asks twice over one connection: the process lives, and the first answer ended where it said. */
  async function askTwice(server: RunningServer): Promise<RawResponse> {
    const connection = await server.connect();
    const response = await connection.request();
    const again = await connection.request();
    for (const { status, json } of [response, again]) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThanOrEqual(599);
      expect(json()).toMatchObject({ status });
    }
    expect(server.reports.map(({ sentStatus }) => sentStatus)).toEqual([
      response.status,
      again.status,
    ]);
    return response;
  }

  /** Express takes a falsy error for none. */
  function isLost(thrown: unknown): boolean {
    return framework === 'express' && !thrown;
  }

  it.each(HOSTILE_VALUES)('that is $name is answered', async ({ make, status = 500 }) => {
    const thrown = make();
    const server = await start(() => {
      throw thrown;
    });
    const response = await askTwice(server);
    expect(response.status).toBe(isLost(thrown) ? 404 : status);
    expect(Object.is(server.reports[0]?.error, thrown)).toBe(!isLost(thrown));
  });

  it.each([...FLAKY, ...HALF_READABLE])('that is $name is answered', async ({ make }) => {
    const thrown = make();
    const server = await start(() => {
      throw thrown;
    });
    const { status } = await askTwice(server);
    expect([404, 500]).toContain(status);
    expect(server.reports[0]?.error === thrown).toBe(true);
  });

  it.each(HOSTILE_VALUES)('as the reason of a rejection, $name is answered', async ({ make }) => {
    const thrown = make();
    const server = await start(async () => {
      throw thrown;
    });
    await askTwice(server);
  });
});
