import { defineProblems } from '@faultless/problems';
import { addProblems, type OpenApiDocument } from '@faultless/problems/openapi';
import fc from 'fast-check';
import {
  Document,
  type DocumentOptions,
  isMap,
  parse,
  Scalar,
  type ToStringOptions,
  visit,
} from 'yaml';
import { editOpenApi } from '../../packages/cli/src/problems/edit-openapi.js';

const texts = { en: { title: 'A title.', detail: 'It happened.' } };
const problems = defineProblems({
  base: 'https://api.example/problems/',
  problems: { A: { status: 403, texts }, B: { status: 409, texts }, C: { status: 409, texts } },
});

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const text = fc.constantFrom(
  'plain',
  "it's",
  'two\nlines',
  'kept\n\n',
  '# none',
  'a: b',
  '',
  ' ',
  '404',
);
const responses = fc.oneof(
  fc.constant(null),
  fc.record(
    { 200: fc.record({ description: text }), 404: fc.record({ description: text }), default: text },
    { requiredKeys: [] },
  ),
);
const operation = fc.record(
  {
    summary: text,
    'x-problems': fc.uniqueArray(fc.constantFrom('A', 'B', 'C')),
    responses,
    tags: fc.array(text, { maxLength: 2 }),
  },
  { requiredKeys: [] },
);
const item = fc.record({ get: operation, put: operation, 'x-more': text }, { requiredKeys: [] });
const document = fc.record(
  {
    openapi: fc.constant('3.1.0'),
    paths: maybe(fc.record({ '/a': item, '/b/{id}': item }, { requiredKeys: [] })),
    webhooks: maybe(fc.record({ ordered: item })),
    components: maybe(
      fc.oneof(
        fc.constant(null),
        fc.record(
          { schemas: fc.oneof(fc.constant(null), fc.constant({})), 'x-other': text },
          { requiredKeys: [] },
        ),
      ),
    ),
    'x-last': maybe(text),
  },
  { requiredKeys: ['openapi'] },
);

/** How it is written: quotes, braces, indentation, nulls of every kind, and comments anywhere. */
const style = fc.record({
  strings: fc.constantFrom(Scalar.PLAIN, Scalar.QUOTE_SINGLE, Scalar.QUOTE_DOUBLE),
  flow: fc.constantFrom('none', 'responses', 'paths', 'all'),
  indent: fc.constantFrom(2, 4),
  nullStr: fc.constantFrom('', '~', 'null'),
  comments: fc.boolean(),
  numbers: fc.boolean(),
  eol: fc.constantFrom('\n', '\r\n'),
  end: fc.constantFrom('\n', '', '\n\n# the end\n'),
});
type Style = typeof style extends fc.Arbitrary<infer Value> ? Value : never;

function write(
  data: object,
  { strings, flow, indent, nullStr, comments, numbers, eol, end }: Style,
): string {
  const options: DocumentOptions & ToStringOptions = {
    indent,
    nullStr,
    defaultStringType: strings,
    lineWidth: 20,
  };
  const written = new Document(data, { aliasDuplicateObjects: false });
  visit(written, {
    Pair(_, pair) {
      const key = pair.key as Scalar<string>;
      if (numbers && /^\d+$/.test(key.value)) pair.key = new Scalar(Number(key.value));
      if (isMap(pair.value) && (flow === 'all' || flow === key.value)) pair.value.flow = true;
      if (comments && flow === 'none') key.commentBefore = ` before ${key.value}`;
      if (comments && flow === 'none' && pair.value instanceof Scalar)
        pair.value.comment = ' beside';
    },
  });
  return (written.toString(options).trimEnd() + end).replaceAll('\n', eol);
}

const read = (source: string): OpenApiDocument => parse(source, { merge: true }) as OpenApiDocument;

/** Whether a text is what is left of another when some of it is taken away. */
function isLeft(lines: readonly string[], of: readonly string[]): boolean {
  let at = 0;
  for (const line of of) if (line === lines[at]) at += 1;
  return at === lines.length;
}

describe('editOpenApi', () => {
  it('says the same of any document as addProblems does, keeps its lines, and changes nothing twice', () => {
    fc.assert(
      fc.property(document, style, (data, how) => {
        const source = write(data, how);
        fc.pre(JSON.stringify(read(source)) === JSON.stringify(read(JSON.stringify(data))));
        const edited = editOpenApi(source, problems);
        expect(read(edited)).toEqual(addProblems(read(source), problems));
        expect(editOpenApi(edited, problems)).toBe(edited);
        if (how.flow !== 'none' || how.end !== '\n') return;
        const open = /: *(?:~|null|\{\})? *(?:#.*)?$/;
        const lines = (some: string) => some.split(how.eol).filter((line) => !open.test(line));
        expect([source, edited, isLeft(lines(source), lines(edited))]).toEqual([
          source,
          edited,
          true,
        ]);
        const without = source.replace(/x-problems/g, 'x-none');
        const undone = editOpenApi(edited.replace(/x-problems/g, 'x-none'), problems);
        expect(read(undone)).toEqual(
          addProblems(read(edited.replace(/x-problems/g, 'x-none')), problems),
        );
        expect(isLeft(lines(without), lines(undone))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
