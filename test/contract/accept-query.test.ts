import { UnsupportedMediaType } from '@faultless/node';
import { jest } from '@jest/globals';
import fc from 'fast-check';
import { type BareItem, type Item, parseList } from 'structured-headers';
import { throwingOneOf } from '../harness/throwing.js';
import { eachServer } from './support/each-server.js';

// Thousands of inputs are tried.
jest.setTimeout(120_000);

const refused = (range: unknown) => () =>
  new UnsupportedMediaType({ acceptQuery: [range as string] });

/** What a reader of structured fields makes of it: the media range, and its parameters. */
function readBack(field: string): [string, Record<string, string>][] {
  return (parseList(field) as Item[]).map(([range, parameters]) => [
    textOf(range),
    Object.fromEntries([...parameters].map(([name, value]) => [name, textOf(value)])),
  ]);
}

/** A string, or a token. */
function textOf(item: BareItem): string {
  expect(['string', 'object']).toContain(typeof item);
  return String(item);
}

eachServer('acceptQuery', (start) => {
  it.each<[string, string, [string, Record<string, string>]]>([
    ['application/sql', 'application/sql', ['application/sql', {}]],
    ['*/*', '*/*', ['*/*', {}]],
    ['text/*', 'text/*', ['text/*', {}]],
    ['3gpp/x', '"3gpp/x"', ['3gpp/x', {}]],
    ['!a/b', '"!a/b"', ['!a/b', {}]],
    ['a/b;q=0.5', 'a/b;q="0.5"', ['a/b', { q: '0.5' }]],
    ['a/b ; Charset=UTF-8', 'a/b;charset=UTF-8', ['a/b', { charset: 'UTF-8' }]],
    ['a/b;x="y z"', 'a/b;x="y z"', ['a/b', { x: 'y z' }]],
    ['a/b;x="\\a\\"\\\\"', 'a/b;x="a\\"\\\\"', ['a/b', { x: 'a"\\' }]],
    ['a/b;x=""', 'a/b;x=""', ['a/b', { x: '' }]],
    ['a/b;;x=*y;', 'a/b;x=*y', ['a/b', { x: '*y' }]],
  ])(
    'leaves as a structured list: %s [415-accept-query]',
    async (range, field, [media, parameters]) => {
      const server = await start(() => {
        throw new UnsupportedMediaType({ acceptQuery: [range, 'text/csv'] });
      });
      const sent = (await server.request({ method: 'QUERY' })).value('Accept-Query') ?? '';
      expect(sent).toBe(`${field}, text/csv`);
      expect(readBack(sent)).toEqual([
        [media, parameters],
        ['text/csv', {}],
      ]);
    },
  );

  it.each([
    ['a/b', 'a/b'],
    [
      'a/b;q=0.5, "3gpp/x";v=?1;w=-3;x;y="\\"";z=*t',
      'a/b;q=0.5, "3gpp/x";v=?1;w=-3;x;y="\\"";z=*t',
    ],
    ['3gpp/x', undefined],
    ['a/b;;', undefined],
    ['a/b;Q=1', undefined],
    ['a/b,', undefined],
    ['a/b, caf\u00e9', undefined],
    ['"a/b', undefined],
    ['', undefined],
  ])(
    'may be written out as a field, which leaves if it is a structured list: %j [415-accept-query]',
    async (written, left) => {
      const headers = { 'ACCEPT-query': written };
      const thrown = [
        new UnsupportedMediaType({ headers }),
        Object.assign(new Error('x'), { status: 415, headers }),
      ];
      const { request, reports } = await start(throwingOneOf(thrown));
      for (const at of thrown.keys()) {
        const response = await request({ method: 'QUERY', path: `/${at}` });
        expect([response.status, response.value('Accept-Query')]).toEqual([415, left]);
        if (left === undefined) expect(reports[at]?.notices).toHaveLength(1);
        else parseList(left);
      }
    },
  );

  it('leaves no empty list', async () => {
    const server = await start(() => {
      throw new UnsupportedMediaType({ acceptQuery: [] });
    });
    const { values } = await server.request({ method: 'QUERY' });
    expect(values('Accept-Query')).toEqual([]);
  });
});

describe('acceptQuery', () => {
  it.each([
    '',
    ' ',
    'sql',
    'application/',
    '/sql',
    '*',
    '*/sql',
    ' a/b',
    'a/b ',
    'a/b/c',
    'a/b, c/d',
    'a/b\r\nX-Evil: 1',
    'a/b;x=y\n',
    'a/b;x',
    'a/b;x=',
    'a/b;=y',
    'a/b;x=y z',
    'a/b;x="y',
    'a/b;x="y\\"',
    'a/b;x="\u0000"',
    'a/b;x="caf\u00e9"',
    'a/b;x="\t"',
    'a/b;!x=y',
    'a/b;1x=y',
    'a/b;x=y,z',
    'a\u00e9/b',
    'a/订单',
  ])('is refused where it says no media range: %j [415-accept-query]', (range) => {
    expect(refused(range)).toThrow(TypeError);
    expect(refused(range)).toThrow(/^acceptQuery must name media ranges, such as application\/sql/);
  });

  it.each([[5], [null], [undefined], [{}], [['a/b']]])(
    'is refused where it is no text: %j [415-accept-query]',
    (range) => {
      expect(refused(range)).toThrow(TypeError);
      expect(refused(range)).toThrow(/^acceptQuery must /);
    },
  );

  it('is refused, or read back as it was meant, whatever it is [415-accept-query]', () => {
    const token = fc.string({
      unit: fc.constantFrom(...'aZ09*!.-+_~'),
      minLength: 1,
      maxLength: 5,
    });
    const value = fc.oneof(
      token.map((text) => [text, text] as const),
      fc
        .string({ maxLength: 6 })
        .map((text) => [`"${text.replace(/["\\]/g, '\\$&')}"`, text] as const),
    );
    const range = fc.tuple(
      token,
      token,
      fc.uniqueArray(fc.tuple(token, value), {
        selector: ([name]) => name.toLowerCase(),
        maxLength: 3,
      }),
    );
    let taken = 0;
    fc.assert(
      fc.property(range, ([type, subtype, parameters]) => {
        const written = parameters.map(([name, [quoted]]) => `;${name}=${quoted}`).join('');
        let error: UnsupportedMediaType;
        try {
          error = new UnsupportedMediaType({ acceptQuery: [`${type}/${subtype}${written}`] });
        } catch (refusal) {
          expect(refusal).toBeInstanceOf(TypeError);
          return;
        }
        taken += 1;
        expect(readBack(String(error.headers?.['Accept-Query']))).toEqual([
          [
            `${type}/${subtype}`,
            Object.fromEntries(parameters.map(([name, [, text]]) => [name.toLowerCase(), text])),
          ],
        ]);
      }),
      { numRuns: 2000 },
    );
    expect(taken).toBeGreaterThan(200);
  });
});
