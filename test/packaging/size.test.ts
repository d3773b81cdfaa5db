import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';

/** The size that an app's bundle grows by, minified and compressed, in bytes. */
function sizeOf(program: string, external: string[]): number {
  const { outputFiles } = buildSync({
    stdin: { contents: program, resolveDir: 'test' },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'node',
    external: ['express', 'koa', ...external],
    tsconfigRaw: {},
  });
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length;
}

// Ceilings a little above what it is: a change that needs more says so here.
describe('the size of', () => {
  it.each([
    ['an error class', "export { NotFound } from '@faultless/core'", [], 6_950],
    ['the pipeline', "export { createResponder } from '@faultless/core'", [], 51_600],
    ['all of core', "export * from '@faultless/core'", [], 64_500],
    ['node', "export { guardServer, handle } from '@faultless/node'", ['@faultless/core'], 7_900],
    [
      'express',
      "export * from '@faultless/express'",
      ['@faultless/node', '@faultless/core'],
      2_500,
    ],
    ['koa', "export * from '@faultless/koa'", ['@faultless/node', '@faultless/core'], 2_500],
  ])('%s stays under its ceiling', (_what, program, external, ceiling) => {
    const size = sizeOf(program, external);
    expect(size).toBeGreaterThan(0);
    expect(size).toBeLessThanOrEqual(ceiling);
  });
});
