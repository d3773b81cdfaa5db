import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { jest } from '@jest/globals';
import { build, buildSync, type Plugin } from 'esbuild';
import { listEntries } from '../../scripts/public-api.mjs';

// It runs what is built, packed and installed.
jest.setTimeout(600_000);

/** What only the pipeline has; the vendors' tables; their texts; the one error class. */
const PIPELINE = 'urn:uuid:';
const VENDOR_ROW = 'HTTP Request Sent to HTTPS Port';
const VENDOR_TEXT = 'its list of files is not shown';
const OTHER_CLASS = 'UnavailableForLegalReasons';

/** The import of a module that is not ours; nothing. */
const MAY_STAY = /^(?:import(?: ?\w+ from)?"(?:node:[\w/]+)")?$/;

/** Bundles a program as an app's bundler would, from the built packages. */
function bundle(program: string): string {
  const { outputFiles } = buildSync({
    stdin: { contents: program, resolveDir: 'test' },
    bundle: true,
    write: false,
    minify: true,
    treeShaking: true,
    format: 'esm',
    platform: 'node',
    packages: 'bundle',
    // The paths of our own tsconfig lead to the sources; users have what was built.
    tsconfigRaw: {},
  });
  return outputFiles[0]?.text ?? '';
}

/** Takes away what package.json promises of whole files: each statement has to show that it may go. */
const asIfImpure: Plugin = {
  name: 'as-if-impure',
  setup({ onResolve, resolve: resolveAsUsual }) {
    onResolve({ filter: /^@faultless\/|^\./ }, async ({ path, resolveDir, kind, pluginData }) => {
      if (pluginData === asIfImpure) return undefined;
      const found = await resolveAsUsual(path, { resolveDir, kind, pluginData: asIfImpure });
      return { ...found, sideEffects: true };
    });
  },
};

describe('a bundle', () => {
  // What extends a test runner is there for nothing else.
  const entries = listEntries().filter(({ entry }) => !entry.startsWith('@faultless/testing/'));

  it.each(entries)('has nothing of $entry if nothing of it is used', async ({ entry }) => {
    const { outputFiles } = await build({
      stdin: { contents: `import '${entry}';`, resolveDir: resolve('test') },
      bundle: true,
      write: false,
      minify: true,
      format: 'esm',
      platform: 'node',
      tsconfigRaw: {},
      plugins: [asIfImpure],
    });
    const statements = outputFiles[0]?.text.trim().split(';') ?? [];
    expect(statements.filter((each) => !MAY_STAY.test(each))).toEqual([]);
  });
});

describe('a bundle of the main entry', () => {
  it.each([
    ['createResponder', "import { createResponder } from '@faultless/core/adapter';"],
    ['handle', "import { handle as createResponder } from '@faultless/node';"],
    ['errorHandler', "import { errorHandler as createResponder } from '@faultless/koa';"],
    [
      'NotFound and createResponder',
      "import { createResponder } from '@faultless/core/adapter'; export { NotFound } from '@faultless/core';",
    ],
  ])('with %s has no vendor table', (_name, program) => {
    const code = bundle(`${program} export { createResponder };`);
    expect(code).toContain('Unprocessable Content');
    expect(code).toContain(PIPELINE);
    expect(code).not.toContain(VENDOR_ROW);
  });

  it('has one error class with one error class', () => {
    const code = bundle("export { NotFound } from '@faultless/express';");
    expect(code).toContain('"NotFound"');
    expect(code).not.toContain(OTHER_CLASS);
    expect(code).not.toContain(PIPELINE);
  });

  it('has the rows, but none of their texts, with VendorError', () => {
    const code = bundle("export { VendorError } from '@faultless/core';");
    expect(code).toContain(VENDOR_ROW);
    expect(code).not.toContain(VENDOR_TEXT);
  });
});

describe('a bundle of @faultless/core/statuses', () => {
  it('has the whole catalogue with findStatus', () => {
    const code = bundle("export { findStatus } from '@faultless/core/statuses';");
    expect(code).toContain(VENDOR_ROW);
    expect(code).toContain(VENDOR_TEXT);
  });

  it('has one source with the list of that source', () => {
    const code = bundle("export { cloudflareStatuses } from '@faultless/core/statuses';");
    expect(code).toContain('Origin Is Unreachable');
    expect(code).not.toContain(VENDOR_ROW);
    expect(code).not.toContain('Unprocessable Content');
  });

  it('has no source with the names of them all', () => {
    const code = bundle("export { listSources } from '@faultless/core/statuses';");
    expect(code).toContain('Cloudflare');
    expect(code).not.toContain('Origin Is Unreachable');
  });

  it('has no pipeline', () => {
    expect(bundle("export { findStatus } from '@faultless/core/statuses';")).not.toContain(
      PIPELINE,
    );
  });
});

describe('what is built on Node', () => {
  it.each(['node', 'express', 'koa'])(
    'of %s imports no node:http, with which undici comes',
    (name) => {
      const dist = `packages/${name}/dist`;
      const files = readdirSync(dist).filter((file) => file.endsWith('.js'));
      const imported = files.flatMap((file) =>
        Array.from(
          readFileSync(`${dist}/${file}`, 'utf8').matchAll(/\bfrom ?['"](.+?)['"]/g),
          ([, from]) => from,
        ),
      );
      expect(imported).toContainEqual(expect.stringMatching(/^@faultless\//));
      expect(imported).not.toContain('node:http');
    },
  );
});
