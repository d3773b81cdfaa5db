import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { transform } from 'esbuild';
import { rollup } from 'rollup';
import { minify as terse } from 'terser';
import { dropDocumentation } from './drop-documentation.mjs';
import { mapFunctions } from './map-functions.mjs';
import { markPure } from './mark-pure.mjs';
import { partModules } from './part-modules.mjs';

const FORMATS = [
  { format: 'es', extension: 'js', plugins: [shortenNames()] },
  // What has no `module-sync` loads it: older Nodes, and jest. Nobody reads it.
  { format: 'cjs', extension: 'cjs', plugins: [minify()] },
];

/** What is nothing but data is never seen in a stack. */
const FUNCTION = /=>|\b(?:function|class)\b/;
const NO_MAP = { mappings: '' };

/** Most of it is beyond ASCII. Elsewhere a character beyond ASCII would double what a file takes to read and in memory. */
const MOSTLY_BEYOND_ASCII = /\/catalogue\/texts\/|\/locale-ar\//;

/** Writes each entry as one ES module and one CommonJS module, with what entries share beside them. */
export async function bundleCode(folder, entries) {
  const bundle = await rollup({
    input: Object.fromEntries(entries.map(({ name, source }) => [name, `${folder}/${source}`])),
    external: /^[^./]/,
    treeshake: { moduleSideEffects: 'no-external' },
    plugins: [compileTypeScript(), undocumentMappers(), markPure()],
    onLog(_level, log) {
      throw new Error(log.message);
    },
  });
  mkdirSync(`${folder}/dist`, { recursive: true });
  for (const { format, extension, plugins } of FORMATS) {
    const { output } = await bundle.generate({
      dir: `${folder}/dist`,
      format,
      plugins,
      entryFileNames: `[name].${extension}`,
      chunkFileNames: `[name].${extension}`,
      manualChunks: partModules,
      onlyExplicitManualChunks: true,
      hoistTransitiveImports: false,
      interop: 'default',
      sourcemap: true,
    });
    for (const { type, fileName, code, map } of output) {
      if (type === 'asset') continue;
      writeFileSync(`${folder}/dist/${fileName}`, code);
      writeFileSync(`${folder}/dist/${fileName}.map`, JSON.stringify(mapFunctions(map, code)));
    }
  }
  await bundle.close();
}

function compileTypeScript() {
  return {
    name: 'compile-typescript',
    resolveId(id, importer) {
      return id.startsWith('.') && importer !== undefined
        ? resolve(importer, '..', id.replace(/\.js$/, '.ts'))
        : null;
    },
    async transform(source, id) {
      const { code, map } = await transform(source, {
        ...styleOf(id),
        loader: 'ts',
        sourcefile: id,
        tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
      });
      return { code: tidy(code), map: FUNCTION.test(code) ? map : NO_MAP };
    },
  };
}

/** Leaves out of the mappers what only the documentation is made of. */
function undocumentMappers() {
  return {
    name: 'undocument-mappers',
    async transform(source, id) {
      const rest = MAPPERS.test(id) ? dropDocumentation(source, this.parse(source)) : source;
      if (rest === source) return null;
      const { code, map } = await transform(rest, styleOf(id));
      return { code: tidy(code), map: FUNCTION.test(code) ? map : NO_MAP };
    },
  };
}

const MAPPERS = /[\\/]mappers[\\/]/;

function styleOf(id) {
  return {
    minifySyntax: true,
    // What stands between is a tenth of all that is loaded.
    minifyWhitespace: true,
    target: 'es2022',
    charset: MOSTLY_BEYOND_ASCII.test(id) ? 'utf8' : 'ascii',
    sourcemap: 'external',
  };
}

/** Tabs for indentation, and no comment, line by line; what has a text of several lines is left as it is. */
function tidy(code) {
  const hasLongText = code.split('`').some((part, at) => at % 2 === 1 && part.includes('\n'));
  if (hasLongText) return code;
  return code
    .replace(/^(?: {2})+/gm, ({ length }) => '\t'.repeat(length / 2))
    .replace(/^\t*(?:\/\/|\/\*\* ).*$/gm, '');
}

/** Names of classes and of what is exported are in the stacks that users read; all others are nobody's. */
function shortenNames() {
  return {
    name: 'shorten-names',
    renderChunk(code, _chunk, _options, { chunks }) {
      const entries = Object.values(chunks).filter(({ isEntry }) => isEntry);
      return terse(code, {
        module: true,
        compress: false,
        mangle: {
          keep_classnames: true,
          reserved: entries.flatMap(({ exports }) => exports),
        },
        // A line is what Node shows of an error that nobody catches.
        format: {
          ascii_only: !BEYOND_ASCII.test(code),
          preserve_annotations: true,
          semicolons: false,
        },
        sourceMap: true,
      });
    },
  };
}

const BEYOND_ASCII = /[\u0080-\uffff]/;

function minify() {
  return {
    name: 'minify',
    renderChunk(code) {
      const options = { minify: true, format: 'cjs', charset: 'utf8' };
      return transform(code, { ...options, sourcemap: 'external' });
    },
  };
}
