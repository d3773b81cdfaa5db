import { CANARY, type FamilyCase } from './family-case.js';
import { type Answered, ask, FRAMEWORKS, type Served } from './servers.js';

interface ListedError {
  readonly in?: string;
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** Throws every error of a family on Express and on Koa, and reads what comes back. */
export function describeFamily(cases: readonly FamilyCase[]): void {
  describe.each(FRAMEWORKS)('on $framework', ({ throwing }) => {
    let served: Served;
    beforeAll(async () => {
      served = await throwing((url) => cases[Number(url.slice(1))]?.raise());
    });
    afterAll(() => served.close());

    it.each(cases.map((one, at) => ({ ...one, at })))(
      '$library, $what: $answer',
      async ({ at, answer, detail, challenge, errors }) => {
        const answered = await ask(`${served.url}/${at}`, {
          headers: { Authorization: 'Bearer x' },
        });
        expect(summary(answered)).toBe(answer);
        if (detail !== undefined) expect(answered.problem.detail).toBe(detail);
        if (challenge !== undefined) {
          expect(answered.headers.get('WWW-Authenticate')).toBe(challenge);
        }
        expect(listErrors(answered)).toEqual(errors);
        expect(answered.text).not.toContain(CANARY);
        expect(answered.text).not.toContain('97531');
        expect(served.reports.at(-1)?.status).toBe(answered.status);
      },
    );
  });
}

function summary({ status, problem }: Answered): string {
  expect(problem.status).toBe(status);
  return problem.code === undefined ? String(status) : `${status} ${problem.code}`;
}

function listErrors({ problem }: Answered): readonly string[] | undefined {
  const errors = problem.errors as readonly ListedError[] | undefined;
  return errors?.map(
    (error) => `${error.in ?? '-'} ${error.pointer} ${error.code}: ${error.detail}`,
  );
}
