import { STATUS_CODES } from 'node:http';
import {
  type CatalogueStatus,
  findStatus,
  listSources,
  statusesOf,
} from '@faultless/core/statuses';
import statuses from 'statuses';
import { REGISTERED_SINCE, SEED_CODES } from './seed-codes.js';

const EVERY: readonly CatalogueStatus[] = listSources().flatMap((source) => statusesOf(source));

describe.each(SEED_CODES)('the catalogue beside seed $seed', ({ codes }) => {
  it.each(codes)('has %s', (id) => {
    expect(findStatus(id).map((status) => status.id)).toEqual([id]);
  });
});

describe('the catalogue', () => {
  it('has nothing that neither a seed nor the registry names', () => {
    const named = new Set([...SEED_CODES.flatMap(({ codes }) => codes), ...REGISTERED_SINCE]);
    expect(EVERY.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
  });

  it('has each status once', () => {
    expect(new Set(EVERY.map(({ id }) => id)).size).toBe(EVERY.length);
  });

  it('sends every vendor status as one of the registry', () => {
    const registered = statusesOf('iana').map(({ code }) => Number(code));
    for (const { nearest } of EVERY) expect(registered).toContain(nearest);
  });

  it('gives one sentence of reason, and a reference, for each', () => {
    for (const { id, reason, reference } of EVERY) {
      expect([id, reason]).toEqual([id, expect.stringMatching(/^(?:[A-Z]|nginx ).{10,120}\.$/)]);
      expect([id, reference]).toEqual([id, expect.stringMatching(/\S/)]);
    }
  });

  it('never puts a substatus, an act of transport or a reserved code on the wire', () => {
    for (const { id, code, wire, transport } of EVERY) {
      expect([id, wire]).toEqual([
        id,
        /^\d{3}$/.test(code) && transport === undefined && id !== 'iana:306',
      ]);
    }
  });

  it.each([
    ['iis:403.14', /leaves it out/],
    ['iis:401.7', /6\.0/],
    ['iis:404.1', /[Tt]wo readings/],
    ['iis:502.1', /disagree/],
    ['iis:502.2', /[Tt]hree readings/],
    ['iis:500.15', /global\.asa\b.*Global\.asax/],
    ['arr:400.604', /opposite/],
    ['nginx:444', /Connection Closed Without Response/],
  ])('says where the seeds disagree on %s', (id, note) => {
    expect(findStatus(id)[0]?.note).toMatch(note);
  });
});

/** Where Node and the package `statuses` have another phrase, and why ours is right. */
const RENAMED: Readonly<Record<string, string>> = {
  413: 'Content Too Large since RFC 9110 §15.5.14; theirs is RFC 7231',
  418: 'RFC 2324 §2.3.2 writes "teapot" small, and RFC 9110 §15.5.19 reserves the code',
  422: 'Unprocessable Content since RFC 9110 §15.5.21; theirs is RFC 4918',
};

/** What they have, and the registry does not. */
const NOT_REGISTERED: Readonly<Record<string, string>> = {
  509: 'Apache and cPanel made it up: it is apache:509',
};

/** What the registry has, and they do not. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  306: 'the registry keeps it as "(Unused)" (RFC 9110 §15.4.7)',
};

describe.each([
  ['node:http', STATUS_CODES as Readonly<Record<string, string>>],
  ['statuses', statuses.message as Readonly<Record<string, string>>],
])('the registered part beside %s', (_name, theirs) => {
  const ours = new Map(statusesOf('iana').map(({ code, phrase }) => [code, phrase]));

  it('lacks none of their codes but those that are explained', () => {
    const lacking = Object.keys(theirs).filter((code) => !ours.has(code));
    expect(lacking).toEqual(Object.keys(NOT_REGISTERED));
  });

  it('has no code that they lack but those that are explained', () => {
    const more = [...ours.keys()].filter((code) => !(code in theirs));
    expect(more).toEqual(Object.keys(LEFT_OUT));
  });

  it('has their phrases but where the difference is explained', () => {
    const shared = [...ours].filter(([code]) => code in theirs);
    const different = shared.filter(([code, phrase]) => theirs[code] !== phrase);
    expect(different.map(([code]) => code)).toEqual(Object.keys(RENAMED));
  });
});
