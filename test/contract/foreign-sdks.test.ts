import { createOpenAI } from '@ai-sdk/openai';
import { handle } from '@faultless/node';
import { generateText } from 'ai';
import createError from 'http-errors';
import { APIConnectionTimeoutError } from 'openai';
import { describeEachServer } from '../harness/describe-each-server.js';
import { throwingOneOf } from '../harness/throwing.js';
import {
  CONTENTS,
  DANGEROUS,
  type DangerousUpstream,
  PLANTED,
  startDangerousUpstream,
  TIMES,
} from '../mappers/dangerous-upstream.js';
import { thrownBy } from '../mappers/raise.js';
import { SDKS, sendByResend } from '../mappers/sdks.js';

const REFUSALS: Readonly<Record<string, number>> = {
  400: 502,
  401: 502,
  403: 502,
  404: 502,
  409: 502,
  410: 502,
  429: 503,
  500: 502,
  503: 503,
  529: 503,
};

/** What an SDK's call came to, and what it is answered with. */
interface Failure {
  readonly what: string;
  readonly thrown: unknown;
  readonly status: number;
  readonly retryAfter?: RegExp;
}

/** Seconds, or what is left of an hour; the tests of all servers take some minutes of it at most. */
const TELLS_TIME = /: (?:7|3[3-6]\d\d)$/;

const FAILURES: Failure[] = [];
/** What became of answers that are not what the SDK was written for. */
const MISREAD: (readonly [what: string, thrown: unknown])[] = [];
let upstream: DangerousUpstream;

beforeAll(async () => {
  // From then on the process watches its HTTP clients, as that of an application does.
  handle(() => undefined);
  upstream = await startDangerousUpstream();
  const { origin, secureOrigin, closedOrigin } = upstream;
  const patience = 20_000;
  const calls = SDKS.flatMap(({ sdk, call }): Promise<Failure>[] => [
    ...Object.entries(REFUSALS).map(async ([way, status]) => ({
      what: `${sdk}, ${way}`,
      thrown: await thrownBy(() => call({ origin, secureOrigin, way, patience })),
      status,
    })),
    fail(`${sdk}, never`, 504, () => {
      // Under jest it does not recognise its own abort, which is of another realm.
      if (sdk === 'openai') throw new APIConnectionTimeoutError();
      return call({ origin, secureOrigin, way: 'x', patience: 200 });
    }),
    fail(`${sdk}, refused`, 502, () =>
      call({
        origin: closedOrigin,
        secureOrigin: closedOrigin.replace('http', 'https'),
        way: 'x',
        patience,
      }),
    ),
  ]);
  FAILURES.push(...(await Promise.all(calls)));
  const ways = ['401', '404', '429'].flatMap((status) =>
    Object.keys(CONTENTS).map((content) => `${status}-${content}`),
  );
  const misread = ways.flatMap((way) => [
    ...SDKS.map(async ({ sdk, call }) => {
      const thrown = await thrownBy(() => call({ origin, secureOrigin, way, patience }));
      return [`${sdk}, ${way}`, thrown] as const;
    }),
    thrownBy(() => sendByResend({ origin, way })).then(
      (thrown) => [`resend, ${way}`, thrown] as const,
    ),
  ]);
  MISREAD.push(...(await Promise.all(misread)));
  const [openai] = SDKS;
  for (const time of Object.keys(TIMES)) {
    const way = `429-${time}`;
    const thrown = await thrownBy(() => openai?.call({ origin, secureOrigin, way, patience }));
    FAILURES.push({ what: `openai, ${way}`, thrown, status: 503, retryAfter: TELLS_TIME });
  }
  FAILURES.push(
    ...(await Promise.all(
      Object.entries(REFUSALS).map(([way, status]) =>
        fail(`resend, ${way}`, status, () => sendByResend({ origin, way })),
      ),
    )),
  );
  const model = createOpenAI({ apiKey: 'sk-1', baseURL: `${origin}/503` })('gpt-4o');
  FAILURES.push(
    await fail('ai, all tries used up', 503, () =>
      generateText({ model, prompt: 'hello', maxRetries: 1 }),
    ),
  );
}, 120_000);

afterAll(() => upstream.close());

async function fail(what: string, status: number, run: () => unknown): Promise<Failure> {
  return { what, thrown: await thrownBy(run), status };
}

/** Fields of the upstream that an answer of ours may have, with a value of ours. */
const OURS: ReadonlySet<string> = new Set([
  'cache-control',
  'content-language',
  'content-security-policy',
  'content-type',
  'x-content-type-options',
]);

/** Who takes the error; wreck says by boom what became of a request without an answer. */
const FAILED = /^(?:upstream|boom)$/;

/** A signal's own reason may be thrown, too. */
const LATE = /^(?:upstream|deadline|boom)$/;

describe('an SDK’s error', () => {
  describeEachServer((server) => {
    it.each(['application/json', 'text/html'])(
      'is the failure of another server, and tells nothing of its answer, as %s [another-exchange]',
      async (Accept) => {
        const { request, reports } = await server.start(
          throwingOneOf(FAILURES.map(({ thrown }) => thrown)),
        );
        expect(FAILURES).toHaveLength(SDKS.length * 12 + 15);
        for (const [at, { what, thrown, status, retryAfter }] of FAILURES.entries()) {
          const headers = { Accept, Origin: 'https://app.example' };
          const response = await request({ path: `/${at}`, headers });
          expect(`${what}: ${response.status}`).toBe(`${what}: ${status}`);
          expect(`${what}: ${response.values('Retry-After').join()}`).toMatch(
            retryAfter === undefined ? `${what}: ` : retryAfter,
          );
          expect(`${what}: ${response.bytes.toString('latin1')}`).not.toContain(PLANTED);
          for (const [name, value] of Object.entries(DANGEROUS)) {
            const own = OURS.has(name.toLowerCase());
            expect([what, name, ...response.values(name)]).toEqual(
              own ? expect.not.arrayContaining([value]) : [what, name],
            );
          }
          expect(response.values('Cache-Control')).toEqual(['no-store']);
          expect(reports[at]).toMatchObject({
            level: 'error',
            error: thrown,
            status,
            mapper: expect.stringMatching(what.includes('never') ? LATE : FAILED),
          });
        }
      },
    );

    it('is no status of the upstream’s where the answer was no JSON either [another-exchange]', async () => {
      const { request } = await server.start(throwingOneOf(MISREAD.map(([, thrown]) => thrown)));
      expect(MISREAD).toHaveLength((SDKS.length + 1) * 6);
      for (const [at, [what]] of MISREAD.entries()) {
        const response = await request({ path: `/${at}` });
        expect(`${what}: ${response.status}`).toMatch(/: 50[023]$/);
        expect(response.bytes.toString('latin1')).not.toContain(PLANTED);
      }
    });

    it('is what http-errors makes of it, but for message and fields [another-exchange]', async () => {
      const { origin, secureOrigin } = upstream;
      const chosen = SDKS.filter(({ sdk }) => ['openai', 'stripe', 'web-push'].includes(sdk));
      const refused = await Promise.all(
        chosen.map(({ call }) =>
          thrownBy(() => call({ origin, secureOrigin, way: '404', patience: 20_000 })),
        ),
      );
      const thrown = refused.map((error) => createError(error as Error));
      const { request, reports } = await server.start(throwingOneOf(thrown));
      expect(thrown).toHaveLength(3);
      for (const at of thrown.keys()) {
        const response = await request({ path: `/${at}` });
        // It keeps the status of the error that it is given.
        expect(response.status).toBe(404);
        expect(response.bytes.toString('latin1')).not.toContain(PLANTED);
        for (const name of Object.keys(DANGEROUS)) {
          if (!OURS.has(name.toLowerCase()))
            expect([name, ...response.values(name)]).toEqual([name]);
        }
        expect(reports[at]).toMatchObject({ level: 'info', mapper: 'http-errors' });
      }
    });
  });
});
