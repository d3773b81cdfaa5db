import { jest } from '@jest/globals';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

// The linter reads the whole project.
jest.setTimeout(600_000);

// The boundaries need no types, which take seconds.
const eslint = new ESLint({ overrideConfig: tseslint.configs.disableTypeChecked });

/** The rules by which the boundary refuses this code in the package's sources. */
async function refuse(name: string, code: string, file = 'index.ts'): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: `packages/${name}/src/${file}` });
  return (result?.messages ?? [])
    .filter(({ message }) => message.includes('must not know'))
    .map(({ ruleId }) => String(ruleId));
}

const FORBIDDEN = [
  ['core', 'node:http'],
  ['core', 'fs/promises'],
  ['core', 'express'],
  ['core', 'koa'],
  ['core', '@faultless/node'],
  ['node', 'express'],
  ['node', '@koa/router'],
  ['node', '@faultless/koa'],
  ['express', 'koa'],
  ['express', '@faultless/koa'],
  ['express', '@faultless/core/dist/index.js'],
  ['express', '../../core/src/respond.js'],
  ['koa', 'express'],
  ['koa', '@faultless/core/src/respond.js'],
] as const;

describe('import boundaries', () => {
  it.each(FORBIDDEN)('keep %s from importing %s', async (name, module) => {
    expect(await refuse(name, `import '${module}';`)).toEqual(['no-restricted-imports']);
    expect(await refuse(name, `export * from '${module}';`)).toEqual(['no-restricted-imports']);
    expect(await refuse(name, `import type { A } from '${module}';`)).toHaveLength(1);
    expect(await refuse(name, `await import('${module}');`)).toEqual(['no-restricted-syntax']);
  });

  it.each([
    ['core', './respond.js'],
    ['node', 'node:http'],
    ['node', '@faultless/core'],
    ['express', '@faultless/node'],
    ['express', 'express'],
    ['koa', '@faultless/node'],
    ['koa', 'koa'],
  ])('let %s import %s', async (name, module) => {
    expect(await refuse(name, `import '${module}';\nawait import('${module}');`)).toEqual([]);
  });

  it.each([
    ['core', 'errors/http-error.ts', '../policy/decide.js'],
    ['core', 'mappers/bodies/zlib.ts', '../../locales/locale.js'],
    ['core', 'values/bounded-cache.ts', '../index.js'],
    ['core', 'options/compile-options.ts', '../respond.js'],
    ['core', 'errors/http-error.ts', 'node:http'],
    ['node', 'answering/handle.ts', '../guarding/guard.js'],
    ['node', 'guarding/guard.ts', 'express'],
  ])('keep a room of %s from importing what is above it: %s, %s', async (name, file, module) => {
    expect(await refuse(name, `import type { A } from '${module}';`, file)).toHaveLength(1);
  });

  it.each([
    ['core', 'policy/decide.ts', '../errors/http-error.js'],
    ['core', 'errors/http-error.ts', './error-options.js'],
    ['core', 'reporting/report.ts', '../exchange.js'],
    ['node', 'guarding/guard.ts', '../answering/answer-error.js'],
  ])('let a room of %s import what is below it: %s, %s', async (name, file, module) => {
    expect(await refuse(name, `import type { A } from '${module}';`, file)).toEqual([]);
  });
});
