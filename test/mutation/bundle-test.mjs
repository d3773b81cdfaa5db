import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { listSources, ROOT, readSource } from './sources.mjs';
import { weaveMutants } from './weave-mutants.mjs';

const BUILT_IN = new Set(builtinModules);
const OWN = /^@faultless\/([a-z]+)(?:\/([a-z-]+))?$/;
const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/**
 * Makes one script of a test file and of all that is the project's own in it, so that it can be
 * evaluated anew in milliseconds; libraries are loaded once, by `library`.
 *
 * @param {string} path
 * @param {(url: string) => Promise<object>} library loads a library
 * @returns {Promise<string>} the body of an async function
 */
export async function bundleTest(path, library) {
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: [path],
    tsconfig: join(ROOT, 'tsconfig.json'),
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    keepNames: true,
    logLevel: 'silent',
    plugins: [{ name: 'mutants', setup: (plugin) => setup(plugin, library) }],
  });
  return result.outputFiles[0].text;
}

const sources = new Set(listSources());

function setup(plugin, library) {
  plugin.onResolve({ filter: /^[^./]/ }, ({ path, resolveDir, kind }) => {
    if (kind === 'entry-point') return undefined;
    if (BUILT_IN.has(path)) return { path: `node:${path}`, namespace: 'library' };
    if (path.startsWith('node:') || path === '@jest/globals') return { path, namespace: 'library' };
    const own = OWN.exec(path);
    if (own !== null) {
      return { path: join(ROOT, 'packages', own[1], 'src', `${own[2] ?? 'index'}.ts`) };
    }
    const parent = pathToFileURL(join(resolveDir, 'file.js')).href;
    return { path: import.meta.resolve(path, parent), namespace: 'library' };
  });
  plugin.onLoad({ filter: /./, namespace: 'library' }, async ({ path }) => ({
    contents: forward(path, await library(path)),
  }));
  plugin.onLoad({ filter: /\.ts$/ }, ({ path }) => {
    const name = path.slice(ROOT.length);
    let contents = readFileSync(path, 'utf8');
    if (sources.has(name)) contents = weaveMutants(name, contents, readSource(name).mutants);
    const url = JSON.stringify(pathToFileURL(path).href);
    return {
      contents: contents.replaceAll('import.meta.url', url),
      loader: 'ts',
      resolveDir: dirname(path),
    };
  });
}

/** A module with the exports of a library. */
function forward(url, namespace) {
  const names = Object.keys(namespace).filter(
    (name) => name !== 'default' && IDENTIFIER.test(name),
  );
  return [
    `const library = globalThis.$library(${JSON.stringify(url)});`,
    ...('default' in namespace ? ['export default library.default;'] : []),
    ...names.map((name, index) => `const $${index} = library[${JSON.stringify(name)}];`),
    `export { ${names.map((name, index) => `$${index} as ${name}`).join(', ')} };`,
  ].join('\n');
}
