import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import { partDeclarations } from './part-modules.mjs';
import { spellOutUnions } from './spell-out-unions.mjs';

/** Checks the sources of a package, and writes the declarations of each entry into one file. */
export async function bundleTypes(folder, entries) {
  const declarations = `${folder}/build`;
  rmSync(declarations, { recursive: true, force: true });
  compile(folder, declarations);
  spellOutUnions(declarations);
  const bundle = await rollup({
    input: Object.fromEntries(
      entries.map(({ name, source }) => [
        name,
        source.replace('src/', `${declarations}/`).replace(/\.ts$/, '.d.ts'),
      ]),
    ),
    external: (id) => id !== AUGMENTED && /^[^./]/.test(id),
    plugins: [keepAugmented(), dts(), indentByTabs()],
    onLog(_level, log) {
      throw new Error(log.message);
    },
  });
  await bundle.write({
    dir: `${folder}/dist`,
    entryFileNames: '[name].d.ts',
    chunkFileNames: '[name].d.ts',
    manualChunks: partDeclarations,
    onlyExplicitManualChunks: true,
  });
  await bundle.close();
  rmSync(declarations, { recursive: true });
}

/** What is declared of a module is lost where nothing imports that. */
const AUGMENTED = 'vitest';

function keepAugmented() {
  return {
    name: 'keep-augmented',
    resolveId: (id) => (id === AUGMENTED ? { id, external: true, moduleSideEffects: true } : null),
  };
}

/** TypeScript indents by four spaces, which every install would carry. */
function indentByTabs() {
  return {
    name: 'indent-by-tabs',
    renderChunk: (code) => code.replace(/^(?: {4})+/gm, ({ length }) => '\t'.repeat(length / 4)),
  };
}

function compile(folder, outDir) {
  const args = ['-p', folder, '--outDir', outDir, '--emitDeclarationOnly'];
  try {
    execFileSync('node_modules/.bin/tsc', args, { stdio: 'inherit' });
  } catch {
    process.exit(1);
  }
}
