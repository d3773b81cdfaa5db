import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

// The boundaries need no types, which take seconds.
const eslint = new ESLint({ overrideConfig: tseslint.configs.disableTypeChecked });

/** The rules by which the boundary refuses this code in the package's sources. */
async function refuse(name: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: `packages/${name}/src/index.ts` });
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
    ['core', 'negotiator'],
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
});
