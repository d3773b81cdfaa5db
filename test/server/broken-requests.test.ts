import { converse } from '../harness/converse.js';
import { type Neighbour, startNeighbour } from '../harness/neighbour.js';
import { valuesOf } from '../harness/parse-response.js';
import { SERVERS } from '../harness/servers.js';
import { type GuardedRunning, startGuarded } from '../harness/start-guarded.js';
import { BROKEN_REQUESTS } from './corpus/index.js';

const TIMEOUTS = { headersTimeout: 1500, requestTimeout: 1500, connectionsCheckingInterval: 100 };

describe('the corpus', () => {
  it('has 150 requests or more, each with a name of its own', () => {
    expect(BROKEN_REQUESTS.length).toBeGreaterThanOrEqual(150);
    expect(new Set(BROKEN_REQUESTS.map(({ name }) => name)).size).toBe(BROKEN_REQUESTS.length);
  });
});

describe.each(SERVERS.map((kind) => ({ name: kind.name, kind })))(
  'guardServer on $name',
  ({ kind }) => {
    let running: GuardedRunning;
    let neighbour: Neighbour;
    beforeAll(async () => {
      running = await startGuarded(kind, { server: TIMEOUTS });
      neighbour = startNeighbour(running.port);
    });
    afterAll(async () => {
      const statuses = await neighbour.stop();
      await running.close();
      expect(new Set(statuses)).toEqual(new Set([200]));
    });

    it.concurrent.each(BROKEN_REQUESTS)('answers $name', async (broken) => {
      const { bytes, answers, code, head = false, halfClose } = broken;
      const { responses, ended } = await converse(running.port, [bytes].flat(), {
        halfClose,
        lastMethod: head ? 'HEAD' : 'GET',
      });
      const came = responses.map(({ status, complete }) => (complete ? status : -status));
      expect(came).toEqual(answers);
      expect(ended).not.toBe('open');
      const last = responses.at(-1);
      if (last === undefined || last.status < 400) return;
      expect(valuesOf(last.fields, 'connection')).toEqual(['close']);
      expect(valuesOf(last.fields, 'date')).toHaveLength(1);
      expect(valuesOf(last.fields, 'content-type')).toEqual(['application/problem+json']);
      expect(ended).toBe('end');
      if (head) return;
      const problem = JSON.parse(last.body.toString()) as Record<string, unknown>;
      expect(problem).toMatchObject({ type: 'about:blank', status: last.status });
      expect(problem.instance).toMatch(/^urn:uuid:/);
      if (code !== undefined) expect(problem.code).toBe(code);
    });
  },
);
