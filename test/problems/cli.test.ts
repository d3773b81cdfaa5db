import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { jest } from '@jest/globals';
import { parse } from 'yaml';

// Whole programs are started.
jest.setTimeout(120_000);

const MAIN = 'packages/cli/dist/main.js';
const SHOP = 'test/problems/fixtures/shop.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'faultless-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const run = (...args: readonly string[]): string =>
  execFileSync(process.execPath, [MAIN, ...args], { encoding: 'utf8' });
const fail = (...args: readonly string[]) => {
  const { status, stderr } = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8' });
  return { status, stderr };
};

describe('faultless docs', () => {
  it('writes the pages of a registry', () => {
    const out = join(folder, 'site', 'problems');
    expect(run('docs', SHOP, '--out', out)).toBe(`14 files in ${out}\n`);
    expect(readdirSync(out).sort()).toEqual([
      'index.html',
      'index.json',
      'index.md',
      'index.zh-CN.html',
      'index.zh-CN.md',
      'llms.txt',
      'out-of-credit.html',
      'out-of-credit.json',
      'out-of-credit.md',
      'out-of-credit.zh-CN.html',
      'out-of-credit.zh-CN.md',
      'sold-out.html',
      'sold-out.json',
      'sold-out.md',
    ]);
    expect(readFileSync(join(out, 'out-of-credit.zh-CN.html'), 'utf8')).toContain('余额不足。');
    expect(readFileSync(join(out, 'llms.txt'), 'utf8')).toContain(
      'https://api.example/problems/sold-out.md',
    );
  });

  it('ends, whatever the module of the registry has started', () => {
    const module = join(folder, 'server.mjs');
    const shop = JSON.stringify(pathToFileURL(SHOP).href);
    writeFileSync(module, `export * from ${shop};\nsetInterval(() => undefined, 1_000);\n`);
    const args = [MAIN, 'docs', module, '--out', join(folder, 'site')];
    const { status, stdout } = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      timeout: 30_000,
    });
    expect(stdout).toMatch(/^14 files in /);
    expect(status).toBe(0);
  });

  it('says what is wrong', () => {
    const write = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const empty = write('empty.mjs', 'export const problems = { base: "a" }; export default null;');
    const broken = write('broken.mjs', 'throw new TypeError("two have one URI")');
    const two = write(
      'two.mjs',
      'const one = { base: "", entries: [], locales: [] }; export const a = one, b = { ...one };',
    );
    const stray = (slug: string): string =>
      write(
        `stray-${slug.length}.mjs`,
        `const texts = { en: { title: 'a', detail: 'b' } };
         const entry = { name: 'A', slug: ${JSON.stringify(slug)}, type: 'a', status: 404, texts, examples: [], membersSchema: () => undefined };
         export const problems = { base: 'https://api.example/', entries: [entry], locales: [{ tag: 'en' }] };`,
      );
    const file = write('file', '');
    for (const [module, out, message] of [
      [empty, folder, /empty\.mjs exports nothing that defineProblems made/],
      [broken, folder, /broken\.mjs could not be loaded: TypeError: two have one URI/],
      [join(folder, 'none.mjs'), folder, /none\.mjs could not be loaded/],
      [two, folder, /two\.mjs exports more than one registry/],
      [SHOP, file, /could not be written/],
      [stray('../a'), folder, /"\.\.\/a\.html" is no name for a file of/],
      [stray('..\\aa'), folder, /is no name for a file of/],
      [stray('/tmp/a'), folder, /is no name for a file of/],
      [stray('C:aaaaa'), folder, /is no name for a file of/],
      [stray('a\0aaaaaa'), folder, /is no name for a file of/],
    ] as const) {
      const { status, stderr } = fail('docs', module, '--out', out);
      expect(stderr).toMatch(message);
      expect(status).toBe(2);
    }
    expect(readdirSync(folder).filter((name) => !/\.mjs$|^file$/.test(name))).toEqual([]);
    expect(fail('docs', SHOP)).toMatchObject({ status: 2 });
    expect(fail('docs', '--out', folder)).toMatchObject({ status: 2 });
  });
});

describe('faultless openapi', () => {
  const IN = 'test/problems/fixtures/openapi.yaml';

  it('adds the problems, leaves the rest as it is, and changes nothing the second time', () => {
    const out = join(folder, 'openapi.yaml');
    expect(run('openapi', SHOP, '--in', IN, '--out', out)).toBe(`${out} tells of 2 problems\n`);
    const added = readFileSync(out, 'utf8');
    for (const line of readFileSync(IN, 'utf8').split('\n')) {
      expect(added.split('\n')).toContain(line);
    }
    expect(added).toMatch(/"403":\n +\$ref: "#\/components\/responses\/OutOfCredit"/);
    run('openapi', SHOP, '--in', out, '--out', out);
    expect(readFileSync(out, 'utf8')).toBe(added);
  });

  it('keeps JSON as it was written', () => {
    const [json, out] = [join(folder, 'openapi.json'), join(folder, 'out.json')];
    const text = JSON.stringify(parse(readFileSync(IN, 'utf8')), null, '\t');
    writeFileSync(json, text);
    run('openapi', SHOP, '--in', json, '--out', out);
    const added = readFileSync(out, 'utf8');
    for (const line of text.split('\n')) expect(added).toContain(line);
    expect(JSON.parse(added)).toMatchObject({ components: { schemas: { OutOfCredit: {} } } });
  });

  it('says where it can’t be written into', () => {
    const [file, out] = [join(folder, 'shared.yaml'), join(folder, 'out.yaml')];
    writeFileSync(
      file,
      'openapi: 3.1.0\npaths:\n  /a: { get: { x-problems: [SoldOut], responses: &a { 200: { description: a } } } }\n' +
        '  /b: { get: { responses: { <<: *a } } }\n',
    );
    const { status, stderr } = fail('openapi', SHOP, '--in', file, '--out', out);
    expect(stderr).toMatch(/paths\.\/b\.get\.responses\.409 is written by an anchor/);
    expect(status).toBe(2);
    expect(readdirSync(folder)).not.toContain('out.yaml');
  });

  it('writes JSON where the name of the file says so', () => {
    const [yaml, json] = [join(folder, 'openapi.yaml'), join(folder, 'openapi.json')];
    run('openapi', SHOP, '--in', IN, '--out', yaml);
    run('openapi', SHOP, '--in', yaml, '--out', json);
    expect(JSON.parse(readFileSync(json, 'utf8'))).toEqual(parse(readFileSync(yaml, 'utf8')));
    const again = join(folder, 'again.json');
    run('openapi', SHOP, '--in', json, '--out', again);
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(json, 'utf8'));
  });

  it('says what is wrong, and writes nothing', () => {
    const bad = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const out = join(folder, 'out.yaml');
    for (const [file, message] of [
      [join(folder, 'none.yaml'), /ENOENT/],
      [bad('broken.yaml', 'openapi: [3'), /broken\.yaml: .*at line 1/],
      [bad('text.yaml', 'text'), /it is no OpenAPI document/],
      [bad('old.yaml', 'swagger: "2.0"'), /must be a version 3\.0, 3\.1 or 3\.2/],
      [
        bad('other.yaml', 'openapi: 3.1.0\npaths: { /a: { get: { x-problems: [Other] } } }'),
        /GET \/a names "Other", which is none of OutOfCredit, SoldOut/,
      ],
    ] as const) {
      const { status, stderr } = fail('openapi', SHOP, '--in', file, '--out', out);
      expect(stderr).toMatch(message);
      expect(status).toBe(2);
    }
    expect(fail('openapi', 'none.mjs', '--in', IN, '--out', out).stderr).toMatch(
      /could not be loaded/,
    );
    expect(readdirSync(folder)).not.toContain('out.yaml');
  });
});
