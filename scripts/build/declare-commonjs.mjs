import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import ts from 'typescript';

const { SymbolFlags } = ts;

/**
 * Writes, beside declarations that `import` finds, those that `require` finds: the same types under the same names, taken from the
 * ES module's, for it is the same copy that Node loads. A program that has both has one of each type.
 */
export function declareCommonJs(files) {
  const program = ts.createProgram(files, {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: ['node'],
  });
  for (const file of files) {
    const module = `./${basename(file, '.d.ts')}.js`;
    const declared = declare(program.getSourceFile(file), program.getTypeChecker(), module);
    writeFileSync(file.replace(/\.d\.ts$/, '.d.cts'), declared);
  }
}

function declare(source, checker, module) {
  const symbols = [...checker.getSymbolAtLocation(source).exports.values()]
    .filter(({ name }) => name !== ts.InternalSymbolName.ExportStar)
    .map((symbol) => ({ name: symbol.name, flags: checker.getAliasedSymbol(symbol).flags }));
  const values = symbols.filter(({ flags }) => flags & SymbolFlags.Value);
  const types = symbols.filter(({ flags }) => !(flags & SymbolFlags.Value));
  const asImported = `'${module}' with { 'resolution-mode': 'import' };`;
  return `${[
    `import type * as esm from ${asImported}`,
    ...source.statements.filter(isExportStar).map((statement) => statement.getText()),
    `export type { ${types.map(({ name }) => name).join(', ')} } from ${asImported}`,
    ...values.map(({ name }) => `export declare const ${name}: typeof esm.${name};`),
    ...values
      .filter(({ flags }) => flags & SymbolFlags.Class)
      .map(({ name }) => `export type ${name} = esm.${name};`),
  ].join('\n')}\n`;
}

function isExportStar(statement) {
  return ts.isExportDeclaration(statement) && statement.exportClause === undefined;
}
