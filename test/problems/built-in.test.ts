import * as core from '@faultless/core';
import { BUILT_IN_MAPPERS, CONNECTION_CODES } from '@faultless/core/adapter';
import { defineProblems } from '@faultless/problems';
import { builtInProblems } from '@faultless/problems/built-in';
import {
  CLIENT_ERRORS,
  MALFORMED,
  REFINEMENTS,
  REFUSALS,
} from '../../packages/node/src/guarding/client-error-codes.js';

const sent = builtInProblems();
const codes = sent.filter(({ code }) => code !== undefined);
const statuses = sent.filter(({ code }) => code === undefined);

/** What the classes of some statuses ask for. */
const OWED: Readonly<Record<string, readonly unknown[]>> = {
  MethodNotAllowed: [[]],
  RangeNotSatisfiable: [4096],
  UpgradeRequired: ['websocket'],
};

describe('builtInProblems', () => {
  it('names every status by its class', () => {
    const classes = core as unknown as Readonly<
      Record<string, new (...args: readonly unknown[]) => core.HttpError>
    >;
    expect(statuses.length).toBeGreaterThan(38);
    for (const { name, status } of statuses) {
      const Class = classes[name];
      if (Class === undefined) throw new Error(`there is no class ${name}`);
      expect([name, new Class(...(OWED[name] ?? [])).status]).toEqual([name, status]);
    }
  });

  it('has what guardServer sends, with its statuses', () => {
    const refusals = [
      ...Object.values(CLIENT_ERRORS),
      MALFORMED,
      ...REFINEMENTS.map(([, , refusal]) => refusal),
      ...Object.values(REFUSALS),
    ];
    expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(CONNECTION_CODES));
    for (const { code, status } of refusals) {
      expect(codes.find((one) => one.code === code)).toMatchObject({ name: code, status });
    }
  });

  it('has every code of the mappers that a client may see', () => {
    const mapped = BUILT_IN_MAPPERS.list.flatMap(({ answers }) => Object.entries(answers));
    const shown = mapped.filter(([, { status, expose = status !== 500 }]) => expose);
    expect(shown.length).toBeGreaterThan(50);
    const names = codes.map(({ code }) => code);
    expect(names).toEqual(expect.arrayContaining(shown.map(([code]) => code)));
    expect(new Set(names).size).toBe(names.length);
  });

  it('tells them in both languages', () => {
    for (const { name, texts } of sent) {
      const { en, 'zh-CN': zh } = texts;
      expect([name, en.detail, zh?.detail]).not.toContain('');
      expect([name, en.detail]).not.toEqual([name, zh?.detail]);
      expect(en.detail).not.toMatch(/[{}]/);
    }
    expect(codes.find(({ name }) => name === 'token_expired')?.texts.en.detail).toMatch(/token/);
  });

  it('is part of a registry, all or some of it', () => {
    const some = sent.filter(({ name }) => ['NotFound', 'token_expired'].includes(name));
    const { entries } = defineProblems({
      base: 'https://api.example/problems/',
      problems: {},
      others: some,
    });
    expect(entries).toMatchObject([
      {
        name: 'NotFound',
        slug: 'not-found',
        type: 'about:blank',
        examples: [{ type: 'about:blank', title: 'Not Found', status: 404 }],
      },
      { name: 'token_expired', slug: 'token_expired', status: 401, code: 'token_expired' },
    ]);
    expect(entries[0]?.membersSchema('draft-2020-12')).toBeUndefined();
  });
});
