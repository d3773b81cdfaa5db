import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { PACKAGES } from './build/packages.mjs';

/** Every entry point of the packages, with its built types and the file that promises its exports. */
export function listEntries() {
  return PACKAGES.flatMap((name) => {
    const folder = `packages/${name}`;
    const { exports } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    return Object.entries(exports)
      .filter(([, target]) => typeof target === 'object')
      .map(([path, target]) => ({
        entry: posix.join('@faultless', name, path),
        types: posix.join(folder, target.import.types),
        snapshot: `test/packaging/api/${posix.join(name, path).replaceAll('/', '-')}.api.txt`,
      }));
  });
}

/** Every exported name of an entry's types with its kind and signature, sorted, one block each. */
export function describeApi(types) {
  program ??= compileEntries();
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(types);
  const own = findPackage(source);
  const main = program.getSourceFile(`packages/${own}/dist/index.d.ts`);
  const elsewhere = new Set(main === source ? [] : listExports(main, checker).keys());
  return [...listExports(source, checker)]
    .map(([target, name]) => describeExport(target, { name, own, elsewhere }))
    .sort()
    .join('\n');
}

/** The names that an entry exports, by what they stand for. */
function listExports(source, checker) {
  const symbols = checker.getExportsOfModule(checker.getSymbolAtLocation(source));
  return new Map(
    symbols.map((symbol) => {
      const isAlias = symbol.flags & ts.SymbolFlags.Alias;
      return [isAlias ? checker.getAliasedSymbol(symbol) : symbol, symbol.name];
    }),
  );
}

let program;

function compileEntries() {
  const entries = listEntries().map(({ types }) => types);
  const missing = entries.find((types) => !existsSync(types));
  if (missing !== undefined) throw new Error(`${missing} is missing: npm run build`);
  return ts.createProgram(entries, {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    types: ['node'],
  });
}

function describeExport(target, { name, own, elsewhere }) {
  const kind = target.flags & ts.SymbolFlags.Value ? 'value' : 'type';
  const signatures = target.declarations.map((declaration) => {
    const owner = findPackage(declaration.getSourceFile());
    return owner === own && !elsewhere.has(target)
      ? printSignature(declaration)
      : `from @faultless/${owner}`;
  });
  return `## ${kind} ${name}\n${signatures.join('\n')}\n`;
}

function printSignature(declaration) {
  const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const printer = ts.createPrinter({ removeComments: true });
  return printer.printNode(ts.EmitHint.Unspecified, statement, declaration.getSourceFile());
}

function findPackage({ fileName }) {
  return /packages\/([\w-]+)\/dist\//.exec(fileName)?.[1];
}
