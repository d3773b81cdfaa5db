import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';

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
    const file = write('file', '');
    for (const [module, out, message] of [
      [empty, folder, /empty\.mjs exports nothing that defineProblems made/],
      [broken, folder, /broken\.mjs could not be loaded: TypeError: two have one URI/],
      [join(folder, 'none.mjs'), folder, /none\.mjs could not be loaded/],
      [two, folder, /two\.mjs exports more than one registry/],
      [SHOP, file, /could not be written/],
    ] as const) {
      const { status, stderr } = fail('docs', module, '--out', out);
      expect(stderr).toMatch(message);
      expect(status).toBe(2);
    }
    expect(fail('docs', SHOP)).toMatchObject({ status: 2 });
    expect(fail('docs', '--out', folder)).toMatchObject({ status: 2 });
  });
});
