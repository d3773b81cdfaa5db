import { explainMapping } from '@faultless/core';
import { z } from 'zod';
import { thrownBy } from './raise.js';
import { type Answered, ask, FRAMEWORKS, type Served } from './servers.js';
import { CANARY, VALIDATION_CASES } from './validation-cases.js';

interface Told {
  readonly detail: string;
  readonly pointer: string;
  readonly code: string;
}

const errorsOf = ({ problem }: Answered) => problem.errors as readonly Told[];

describe.each(FRAMEWORKS)('on $framework', ({ throwing }) => {
  let served: Served;
  beforeAll(async () => {
    served = await throwing((url) => VALIDATION_CASES[Number(url.slice(1))]?.raise());
  });
  afterAll(() => served.close());

  const cases = VALIDATION_CASES.map((one, at) => ({ ...one, at }));

  it.each(cases)('answers 422 and what to mend: $library', async ({ at, told, details = [] }) => {
    const answered = await ask(`${served.url}/${at}`);
    const { problem, status, text } = answered;
    expect([status, problem.code]).toEqual([422, 'validation_failed']);
    const errors = errorsOf(answered);
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual(
      [...told].sort(),
    );
    for (const detail of details) {
      expect(errors.map((error) => error.detail)).toContain(detail);
    }
    for (const { detail } of errors) expect(detail).not.toBe('');
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain('97531');
  });

  it.each(cases)(
    'speaks the client’s language where the words are ours: $library',
    async ({ at }) => {
      const { problem, headers } = await ask(`${served.url}/${at}`, {
        headers: { 'Accept-Language': 'zh' },
      });
      expect(headers.get('Content-Language')).toBe('zh-CN');
      expect(problem.detail).toMatch(/\p{Script=Han}/u);
      expect(JSON.stringify(problem)).not.toMatch(/This (?:value|member|text)/);
    },
  );

  it.each(['text/html', 'text/plain', 'application/problem+xml'])('as %s', async (Accept) => {
    for (const { at } of cases) {
      const response = await fetch(`${served.url}/${at}`, { headers: { Accept } });
      const text = await response.text();
      expect(response.status).toBe(422);
      expect(text).not.toContain(CANARY);
      expect(text).not.toContain('[object');
    }
  });
});

describe('validationStatus', () => {
  it.each(FRAMEWORKS)('makes it a 400 on $framework', async ({ throwing }) => {
    const served = await throwing(() => z.string().parse(1), { validationStatus: 400 });
    const { status, problem } = await ask(served.url);
    await served.close();
    expect([status, problem.status, problem.code]).toEqual([400, 400, 'validation_failed']);
  });
});

describe('the list of errors', () => {
  const many = (count: number) =>
    thrownBy(() => z.array(z.string()).parse(Array.from({ length: count }, () => 1)));

  it.each([
    [100, undefined, 100, undefined],
    [101, undefined, 100, 1],
    [5000, undefined, 100, 4900],
    [5, 3, 3, 2],
    [5, 0, 0, 5],
  ])(
    'of %i with a cap of %p has %i and counts the rest',
    async (count, maxValidationErrors, listed, omitted) => {
      const { error } = explainMapping(await many(count), { maxValidationErrors });
      expect(error.extensions?.errors).toHaveLength(listed);
      expect(error.extensions?.errors_omitted).toBe(omitted);
    },
  );
});

describe.each(FRAMEWORKS)(
  'one finding that names several members on $framework',
  ({ throwing }) => {
    const order = z.strictObject({ name: z.string() });
    const unknown = (count: number): object =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`${CANARY}${at}`, at]));

    it.each([
      [3, 3, 3, undefined],
      [5, 3, 3, 2],
      [200_000, 100, 100, 199_900],
    ])('of %i with a cap of %i lists %i', async (count, maxValidationErrors, listed, omitted) => {
      const served = await throwing(() => order.parse({ name: 'a', ...unknown(count) }), {
        maxValidationErrors,
      });
      const { status, problem } = await ask(served.url);
      await served.close();
      expect(status).toBe(422);
      expect(problem.errors).toHaveLength(listed);
      expect(problem.errors_omitted).toBe(omitted);
    });
  },
);
