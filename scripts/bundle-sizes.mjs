import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';

const CORE = ['@faultless/core', '@faultless/core/adapter'];
const NODE = [...CORE, '@faultless/node', '@faultless/node/adapter'];

/**
 * What an application's bundle can use, what else it has already, and the ceiling in bytes: a little
 * above what it is, so that a change that needs more says so here.
 */
const BUNDLES = [
  { what: 'an error class', program: "export { NotFound } from '@faultless/core'", ceiling: 6_000 },
  {
    what: 'a function on an edge runtime: `createResponder`, `problemJson`, `en`',
    program: `
      export { createResponder } from '@faultless/core/adapter';
      export { en, problemJson } from '@faultless/core';`,
    ceiling: 20_000,
  },
  {
    what: 'the whole pipeline, with all mappers, formats and languages',
    program: `
      export { createResponder, BUILT_IN_LOCALES, BUILT_IN_MAPPERS, BUILT_IN_MESSAGES,
        BUILT_IN_NEGOTIATION, BUILT_IN_RENDERERS } from '@faultless/core/adapter';`,
    ceiling: 66_500,
  },
  { what: 'all of `@faultless/core`', program: "export * from '@faultless/core'", ceiling: 64_000 },
  {
    what: '`@faultless/node` beside core',
    program: "export { guardServer, handle } from '@faultless/node'",
    external: CORE,
    ceiling: 12_500,
  },
  {
    what: '`@faultless/express` beside node and core',
    program: "export * from '@faultless/express'",
    external: NODE,
    ceiling: 3_000,
  },
  {
    what: '`@faultless/koa` beside node and core',
    program: "export * from '@faultless/koa'",
    external: NODE,
    ceiling: 2_600,
  },
  {
    what: '`@faultless/problems` beside core: `defineProblems`',
    program: "export { defineProblems } from '@faultless/problems'",
    external: CORE,
    ceiling: 5_200,
  },
  {
    what: 'a client: `problemFetch`, `isProblem`, `problemType`',
    program: "export { isProblem, problemFetch, problemType } from '@faultless/client'",
    ceiling: 4_000,
  },
  {
    what: 'all of `@faultless/client`',
    program: "export * from '@faultless/client'",
    ceiling: 4_900,
  },
];

/** What each of them adds to a bundle, minified and compressed by gzip, in bytes. */
export function measureBundles() {
  return BUNDLES.map(({ what, program, external = [], ceiling }) => ({
    what,
    ceiling,
    size: sizeOf(program, external),
  }));
}

function sizeOf(contents, external) {
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: 'test' },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'node',
    external: ['express', 'koa', ...external],
    tsconfigRaw: {},
  });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length;
}
