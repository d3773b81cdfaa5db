import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const inOrder = new Intl.Collator('en', { numeric: true });

/**
 * Writes aliases that are computed from tables, such as a union of all their keys, as what comes out:
 * who uses the type then need not load the tables.
 */
export function spellOutUnions(folder) {
  const files = readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.d.ts'))
    .map((file) => resolve(join(folder, file)));
  const program = ts.createProgram(files, {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  for (const file of files) {
    const source = program.getSourceFile(file);
    const text = source.statements
      .flatMap((statement) => spellOut(statement, checker) ?? [])
      .reduceRight(replace, source.text);
    if (text !== source.text) writeFileSync(file, text);
  }
}

function spellOut(statement, checker) {
  if (!ts.isTypeAliasDeclaration(statement) || !isComputed(statement)) return undefined;
  const type = checker.getTypeAtLocation(statement.name);
  if (!type.isUnion() || !type.types.every((member) => member.isLiteral())) return undefined;
  const members = type.types.map(({ value }) => JSON.stringify(value)).sort(inOrder.compare);
  return {
    start: statement.type.getStart(),
    end: statement.type.end,
    union: members.join(' | '),
  };
}

function isComputed({ type, typeParameters }) {
  if (ts.isTypeReferenceNode(type)) return type.typeArguments !== undefined;
  return !ts.isUnionTypeNode(type) && typeParameters === undefined;
}

function replace(text, { start, end, union }) {
  return text.slice(0, start) + union + text.slice(end);
}
