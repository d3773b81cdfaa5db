import { buildSync, type Metafile } from 'esbuild';

/** A row that only the vendor tables have, and a sentence that only their texts have. */
const VENDOR_ROW = 'Directory Listing Denied';
const VENDOR_TEXT = 'its list of files is not shown';

interface Bundle {
  readonly code: string;
  /** The files of Faultless that went in. */
  readonly files: readonly string[];
}

/** Bundles a program as an app's bundler would, from the built packages. */
function bundle(program: string): Bundle {
  const { outputFiles, metafile } = buildSync({
    stdin: { contents: program, resolveDir: 'test' },
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    treeShaking: true,
    format: 'esm',
    platform: 'node',
    packages: 'bundle',
    // The paths of our own tsconfig lead to the sources; users have what was built.
    tsconfigRaw: {},
  });
  return { code: outputFiles[0]?.text ?? '', files: listFiles(metafile) };
}

function listFiles({ outputs }: Metafile): string[] {
  return Object.values(outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => file.replace(/^.*packages\/core\/dist\/esm\//, ''));
}

const isVendorTable = (file: string): boolean =>
  /^statuses\/(?!registered)/.test(file) && !file.startsWith('statuses/index');

describe('a bundle of the main entry', () => {
  it.each([
    ['createResponder', "import { createResponder } from '@faultless/core';"],
    ['handle', "import { handle as createResponder } from '@faultless/node';"],
    ['errorHandler', "import { errorHandler as createResponder } from '@faultless/koa';"],
    [
      'NotFound and createResponder',
      "import { createResponder, NotFound } from '@faultless/core'; export { NotFound };",
    ],
  ])('with %s has no vendor table', (_name, program) => {
    const { code, files } = bundle(`${program} export { createResponder };`);
    expect(code).toContain('Unprocessable Content');
    expect(files).toContain('respond.js');
    expect(files.filter(isVendorTable)).toEqual([]);
    expect(code).not.toContain(VENDOR_ROW);
  });

  it('has the rows, but none of their texts, with VendorError', () => {
    const { code, files } = bundle("export { VendorError } from '@faultless/core';");
    expect(code).toContain(VENDOR_ROW);
    expect(code).not.toContain(VENDOR_TEXT);
    expect(files.filter((file) => file.startsWith('statuses/texts/'))).toEqual([]);
  });
});

describe('a bundle of @faultless/core/statuses', () => {
  it('has the whole catalogue with findStatus', () => {
    const { code } = bundle("export { findStatus } from '@faultless/core/statuses';");
    expect(code).toContain(VENDOR_ROW);
    expect(code).toContain(VENDOR_TEXT);
  });

  it('has one source with the list of that source', () => {
    const { code, files } = bundle(
      "export { cloudflareStatuses } from '@faultless/core/statuses';",
    );
    expect(code).toContain('Origin Is Unreachable');
    expect(code).not.toContain(VENDOR_ROW);
    expect(files.filter((file) => /iis|nginx|vendors|iana|locales/.test(file))).toEqual([]);
  });

  it('has no source with the names of them all', () => {
    const { code, files } = bundle("export { listSources } from '@faultless/core/statuses';");
    expect(code).toContain('Cloudflare');
    expect(files.filter((file) => /texts\/|cloudflare|iis|nginx/.test(file))).toEqual([]);
  });

  it('has no pipeline', () => {
    const { files } = bundle("export { findStatus } from '@faultless/core/statuses';");
    expect(files).not.toContain('respond.js');
  });
});
