import { readdirSync, readFileSync } from 'node:fs';
import { analyse } from 'scslre';
import ts from 'typescript';

/** Patterns that need quadratic time, each with what bounds it. */
const BOUNDED: ReadonlyMap<string, string> = new Map([
  [String.raw`/\S\s+\S|[^ -~][\p{Pe}\p{Pf}"']*\s*$/u`, 'checkRealm looks at 128 characters'],
  [
    String.raw`/([^;,]*)((?:;([^;,=]*)(?:=[ \t]*(?:"((?:[^"\\]|\\.)*)"[^;,]*|".*|([^;,]*)))?)*)(?:,|$)/gs`,
    'fields of more than 2048 characters are not read: 1.5 ms at most',
  ],
]);

/** A pattern, and the file that it stands in. */
type Pattern = readonly [pattern: string, file: string];

function listLiterals(file: string): Pattern[] {
  const found: Pattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push([node.text, file]);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
  return found;
}

const SOURCES = readdirSync('packages').flatMap((name) =>
  readdirSync(`packages/${name}/src`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => `packages/${name}/src/${file}`),
);

/** The patterns that the sources put together while they load. */
async function listBuilt(): Promise<Pattern[]> {
  const built: Pattern[] = [];
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct(target, given: [string, string?]) {
      const made: RegExp = Reflect.construct(target, given);
      const file = /packages\/\w+\/src\/[\w/-]+\.ts/.exec(new Error().stack ?? '')?.[0];
      if (file !== undefined) built.push([String(made), file]);
      return made;
    },
  });
  await import('../../packages/node/src/index.js');
  await import('../../packages/core/src/statuses.js');
  // They are made when they are needed.
  const { readRanges } = await import('../../packages/core/src/negotiation/read-ranges.js');
  readRanges('en;level="1"');
  const { problemCoverage } = await import('../../packages/testing/src/problem-coverage.js');
  problemCoverage({ 'GET /orders/{id}/*': [404] });
  // Those of an application's schemas, which are asked about names of ours.
  const { openSchema } = await import('../../packages/problems/src/json-schema/open-schema.js');
  openSchema({ type: 'object', patternProperties: { '^x-': {} } });
  globalThis.RegExp = original;
  return built;
}

const BUILT = await listBuilt();
const PATTERNS = new Map([...SOURCES.flatMap(listLiterals), ...BUILT]);

describe('a pattern of ours', () => {
  it('is found wherever it is written', () => {
    const building = SOURCES.filter((file) => readFileSync(file, 'utf8').includes('new RegExp('));
    const found = new Set(BUILT.map(([, file]) => file));
    expect(building.filter((file) => !found.has(file))).toEqual([]);
    expect(PATTERNS.size).toBeGreaterThan(100);
  });

  it.each([...PATTERNS].filter(([pattern]) => !BOUNDED.has(pattern)))(
    '%p needs linear time, in %s',
    (pattern) => {
      expect(findSuperLinear(pattern)).toEqual([]);
    },
  );

  it.each([...BOUNDED.keys(), '/a+a+$/', '/(?:a|ab?b?)+$/', '/^(?:a+)+$/', '/\\s+$/'])(
    'would be found out: %p',
    (pattern) => {
      expect(findSuperLinear(pattern)).not.toEqual([]);
    },
  );
});

/** How a pattern can be made to backtrack, or to begin again, more than a constant number of times. */
function findSuperLinear(pattern: string): string[] {
  const [, source = '', flags = ''] = /^\/(.*)\/(\w*)$/s.exec(pattern) ?? [];
  return analyse({ source, flags }).reports.map(
    ({ type, character }) => `${type} by ${JSON.stringify(character.pick)}`,
  );
}
