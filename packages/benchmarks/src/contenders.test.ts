import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { jest } from '@jest/globals';
import { askHttp2 } from './ask-http2.js';
import { checkAnswer } from './check-answers.js';
import type { Contender } from './contenders/contender.js';
import { SUCCESSES } from './contenders/successes.js';
import { CONTENDERS, findContender } from './contenders.js';
import { FINE, FINE_SCENARIO, SCENARIOS, type Scenario } from './scenarios.js';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const ERRORS = SCENARIOS.filter(({ status }) => status >= 400);

/** Those that must leave nothing out, since others are compared with them. */
const COMPLETE = CONTENDERS.filter(
  ({ name, floor }) => floor || name === 'Faultless' || name.endsWith('by hand'),
);

async function serve<Result>(
  contender: Contender,
  use: (port: number) => Promise<Result>,
): Promise<Result> {
  const server = (await contender.create()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await use((server.address() as AddressInfo).port);
  } finally {
    if ('closeAllConnections' in server) server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
}

async function ask(port: number, scenario: Scenario, group?: string): Promise<unknown[]> {
  if (group === 'http2') {
    const session = connect(`http://127.0.0.1:${port}`);
    const { headers, body } = await askHttp2(session, scenario);
    session.close();
    const fields = Object.entries(headers).filter(([name]) => name !== 'date');
    return [fields, body.replaceAll(UUID, '*')];
  }
  const { path, headers } = scenario;
  const request = get({ host: '127.0.0.1', port, path, headers, agent: false });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const fields = Object.entries(response.headersDistinct).filter(([name]) => name !== 'date');
  const body = (await text(response)).replaceAll(UUID, '*');
  return [response.statusCode, response.statusMessage, fields, body];
}

describe('contenders', () => {
  // What they print of errors is theirs.
  beforeAll(() => jest.spyOn(console, 'error').mockImplementation(() => undefined));
  afterAll(() => jest.restoreAllMocks());

  it.each(COMPLETE.map((one) => [one.group, one.name, one] as const))(
    '%s / %s leaves nothing out',
    async (_group, _name, contender) => {
      await serve(contender, async (port) => {
        for (const scenario of ERRORS) {
          expect([scenario.name, await checkAnswer({ port, contender }, scenario)]).toEqual([
            scenario.name,
            [],
          ]);
        }
      });
    },
  );

  it.each(['express', 'koa', 'node', 'http2'])(
    '%s has a floor of the same bytes',
    async (group) => {
      const floor = CONTENDERS.find((one) => one.group === group && one.floor);
      const read = (contender: Contender) =>
        serve(contender, async (port) => {
          const answers: unknown[] = [];
          for (const scenario of ERRORS) answers.push(await ask(port, scenario, group));
          return answers;
        });
      expect(floor).toBeDefined();
      expect(await read(floor as Contender)).toEqual(await read(findContender(group, 'Faultless')));
    },
  );

  it.each(CONTENDERS.map((one) => [one.group, one.name, one] as const))(
    '%s / %s answers most of what it is asked with the status that is expected',
    async (_group, _name, contender) => {
      await serve(contender, async (port) => {
        const answered = await Promise.all(
          SCENARIOS.map(
            async (scenario) => (await checkAnswer({ port, contender }, scenario)) !== undefined,
          ),
        );
        const least = contender.name === 'no handler' ? 1 : SCENARIOS.length - 1;
        expect(answered.filter(Boolean).length).toBeGreaterThanOrEqual(least);
      });
    },
  );

  it.each(Object.entries(SUCCESSES))('%s succeeds alike in every way', async (group, ways) => {
    for (const [name, way] of Object.entries(ways)) {
      const contender = { name, group, create: () => createServer(way) } as Contender;
      const [status, reason, , body] = await serve(contender, (port) => ask(port, FINE_SCENARIO));
      expect([name, status, reason, body]).toEqual([name, 200, 'OK', JSON.stringify(FINE)]);
    }
  });
});
