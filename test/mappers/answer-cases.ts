import { ask, FRAMEWORKS, type Served } from './servers.js';

/** A failure of a library, and the status and `code` that a client gets for it. */
export type FailureCase = readonly [what: string, expected: string, raise: () => unknown];

/** What no answer may tell, whatever failed: an address, a code of the system, a stack, our own canary. */
const TELLING = /127\.0\.0\.1|::1|localhost|\bE[A-Z]{5,}\b|\bat \S+ \(|kanari/;

/** Has servers on Express and Koa fail in each way, and looks at what their clients get. */
export function answerCases(cases: readonly FailureCase[]): void {
  describe.each(FRAMEWORKS)('behind $framework', ({ throwing }) => {
    let served: Served;

    beforeAll(async () => {
      served = await throwing((url) => cases[Number(url.slice(1))]?.[2]());
    });

    afterAll(() => served.close());

    it.each(cases.map(([what, expected], at) => [what, expected, at] as const))(
      '%s is answered with %s',
      async (_what, expected, at) => {
        served.reports.length = 0;
        const { status, problem, text, headers } = await ask(`${served.url}/${at}`);
        const level = served.reports.map((report) => report.level);
        expect(`${status} ${String(problem.code)}`).toBe(expected);
        expect(text + JSON.stringify([...headers])).not.toMatch(TELLING);
        expect(served.reports[0]?.notices).toEqual([]);
        expect(level).toEqual([status >= 500 ? 'error' : 'info']);
        if (status === 503) expect(problem.temporary).toBe(true);
      },
    );
  });
}
