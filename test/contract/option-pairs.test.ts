import { NotFound } from '@faultless/node';
import { jest } from '@jest/globals';
import { describeEachServer } from '../harness/describe-each-server.js';
import { mask } from '../harness/mask.js';
import type { RequestParts } from '../harness/raw-request.js';
import type { RawResponse } from '../harness/raw-response.js';
import { type Handler, type Options, UNANSWERED } from '../harness/servers.js';
import type { RunningServer } from '../harness/start-server.js';
import { until } from '../harness/until.js';
import { startBadUpstream } from '../mappers/bad-upstream.js';
import { checkTold } from './support/check-told.js';
import { coverPairs } from './support/cover-pairs.js';
import { OPTION_LEVELS } from './support/option-levels.js';
import { CANARY, collectToldErrors } from './support/told-errors.js';

const upstream = await startBadUpstream();
const ERRORS = await collectToldErrors(upstream.url('problem'));
upstream.close();

// What a reporter throws is printed; hostile-callbacks.test.ts looks at it.
for (const method of ['error', 'warn'] as const) {
  jest.spyOn(console, method).mockImplementation(() => undefined);
}

const ROWS = coverPairs(OPTION_LEVELS);
const HANDLERS = ROWS.map((row, at) => {
  const set = Object.entries(row).filter(([, value]) => value !== undefined);
  const options: Options = Object.fromEntries(set);
  return { row: `${at}: ${set.map(([name]) => name).join(', ') || 'none'}`, options };
});

const TRACEPARENT = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

/** What brings content has a connection of its own, and comes last. */
const REQUESTS: readonly RequestParts[] = [
  {},
  { headers: { Accept: 'text/html', 'Accept-Language': 'zh-CN', Traceparent: TRACEPARENT } },
  { headers: { Accept: 'application/problem+xml', 'Accept-Language': 'fr' } },
  { headers: { Accept: 'application/json', 'Accept-Language': 'en' } },
  { headers: { Accept: 'image/png', 'Accept-Language': 'tlh' } },
  { method: 'HEAD', headers: { Accept: 'application/json', 'Accept-Language': 'en' } },
  {
    method: 'POST',
    headers: { Accept: 'text/plain', Origin: 'https://a.example' },
    body: 'unread',
  },
];
const GET_JSON = 3;
const HEAD = 5;

const EVENT = 'data: 1\n\n';

const LAST_EVENT = /^data: 1\n\n\n\nevent: error\ndata: \{.*\}\n\n$/;

const handler: Handler = async ({ url = '' }, response) => {
  const [, name = '', begun] = url.split('/');
  if (begun !== undefined) {
    response.setHeader('Content-Type', 'text/event-stream');
    await new Promise((resolve) => response.write(EVENT, resolve));
  }
  if (name !== 'missing') throw ERRORS[name]?.thrown;
  if (begun === undefined) return UNANSWERED;
  throw new NotFound();
};

const allowOrigin: Handler = (_request, response) =>
  response.setHeader('Access-Control-Allow-Origin', '*');

describe('the options of a handler', () => {
  it('are tried each value of one with each of every other', () => {
    const names = Object.keys(OPTION_LEVELS) as (keyof typeof OPTION_LEVELS)[];
    for (const one of names) {
      for (const other of names.filter((name) => name !== one)) {
        const pairs = OPTION_LEVELS[one].flatMap((its) =>
          OPTION_LEVELS[other].map((value) => [its, value]),
        );
        const met = ([its, value]: readonly unknown[]): boolean =>
          ROWS.some((row) => row[one] === its && row[other] === value);
        expect(pairs.filter((pair) => !met(pair))).toEqual([]);
      }
    }
  });

  describeEachServer((server) => {
    describe.each(HANDLERS)('$row', ({ options }) => {
      it('decide what leaves, in one answer to each request with one report of it', async () => {
        const running = await server.start(handler, { ...options, before: allowOrigin });
        const known = new Map<string, Promise<RawResponse[]>>();
        const ask = (path: string): Promise<RawResponse[]> => {
          const answers = known.get(path) ?? askAll(running, path);
          known.set(path, answers);
          return answers;
        };
        for (const [name, error] of Object.entries(ERRORS)) {
          const answers = await ask(`/${name}`);
          for (const [at, answer] of answers.entries()) {
            checkTold(answer, error, { options, request: REQUESTS[at] ?? {} });
          }
          expect(answers[HEAD]?.value('content-length')).toBe(
            answers[GET_JSON]?.value('content-length'),
          );
          const path = error.looksLike?.(options);
          if (path !== undefined) {
            const real = await ask(path);
            expect(answers.map(comparable)).toEqual(real.map(comparable));
          }
        }
        const total = known.size * REQUESTS.length;
        await until(() => running.reports.length >= total);
        expect(running.reports).toHaveLength(total);
        for (const { thrown, status, concealed } of Object.values(ERRORS)) {
          if (thrown === undefined) continue;
          const reports = running.reports.filter(({ error }) => error === thrown);
          expect(reports).toHaveLength(REQUESTS.length);
          for (const report of reports) {
            expect(report).toMatchObject({
              outcome: 'sent',
              sentStatus: status(options),
              concealed: concealed?.(options) ?? false,
            });
          }
        }
      });

      it('decide what a stream that fails says last, with one report of it', async () => {
        const { connect, reports } = await server.start(handler, options);
        const ask = async (path: string): Promise<string> => {
          const connection = await connect();
          connection.send({ path: `${path}/begun` });
          const response = await connection.next();
          expect(response).toMatchObject({ status: 200, complete: false });
          return mask(response?.body ?? Buffer.alloc(0));
        };
        let asked = 0;
        const errors = Object.entries(ERRORS);
        // Nothing tells one from another.
        if (options.lastEvent === undefined) errors.splice(3);
        for (const [name, { status, looksLike, thrown }] of errors) {
          if (thrown === undefined) continue;
          const said = await ask(`/${name}`);
          asked += 1;
          await until(() => reports.length >= asked);
          expect(reports).toHaveLength(asked);
          expect(reports.at(-1)).toMatchObject({ error: thrown, outcome: 'truncated' });
          if (options.lastEvent === undefined) {
            expect(said).toBe(EVENT);
            continue;
          }
          expect(said).toMatch(LAST_EVENT);
          expect(said).not.toMatch(CANARY);
          expect(said).toContain(`"status":${status(options)}`);
          const path = looksLike?.(options);
          if (path === undefined) continue;
          expect(said).toBe(await ask(path));
          asked += 1;
        }
      });
    });
  });
});

/** The answers to all requests, in order; exactly one comes to each. */
async function askAll({ connect, request }: RunningServer, path: string): Promise<RawResponse[]> {
  const connection = await connect();
  const alone = REQUESTS.filter(({ body }) => body !== undefined);
  const together = REQUESTS.filter(({ body }) => body === undefined);
  for (const parts of together) connection.send({ ...parts, path });
  const answers: RawResponse[] = [];
  for (const { method } of together) answers.push(await connection.read(method));
  expect(connection.unread).toHaveLength(0);
  connection.close();
  for (const parts of alone) answers.push(await request({ ...parts, path }));
  return answers;
}

/** All of a response but for what differs each time. */
function comparable({ statusLine, fields, body }: RawResponse): unknown {
  return [statusLine, fields.filter(([name]) => name !== 'Date'), mask(body)];
}
