import ts from 'typescript';
import { isValue, mutateArray, mutateNumber, mutateObject } from './mutate-data.mjs';
import {
  mutateBinary,
  mutateCall,
  mutateChain,
  mutateCondition,
  mutateUnary,
} from './mutate-operations.mjs';
import { mutatePattern } from './mutate-pattern.mjs';

/**
 * @typedef {object} Mutant
 * @property {number} start where in the source the mutated node begins
 * @property {number} end
 * @property {'leave' | 'block' | 'statement' | 'element' | 'property' | 'replace'} kind what becomes of
 *   it: the body of a function is left at once, an expression is replaced, the others are dropped
 * @property {string} replacement what stands there instead; empty where nothing does
 */

/**
 * Finds each small change of a source that a test should notice.
 *
 * @param {string} path
 * @param {string} text
 * @returns {Mutant[]} in the order of the source
 */
export function findMutants(path, text) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  /** @type {Mutant[]} */
  const found = [];
  const textOf = (node) => text.slice(node.getStart(source), node.end);
  const add = (node, replacement, kind = 'replace') => {
    found.push({ start: node.getStart(source), end: node.end, kind, replacement });
  };
  const visit = (node) => {
    if (isOutOfReach(node)) return;
    for (const [target, replacement, kind] of mutate(node, textOf)) add(target, replacement, kind);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const seen = new Set();
  return found
    .filter(({ start, end, kind, replacement }) => {
      const key = `${start}:${end}:${kind}:${replacement}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b));
}

/** What goes as a whole stands around what is replaced in it. */
function rank({ kind }) {
  return kind === 'replace' ? 1 : 0;
}

/** Types, imports and names are no code that runs. */
function isOutOfReach(node) {
  return (
    ts.isTypeNode(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isTypeParameterDeclaration(node) ||
    (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) ||
    node.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.DeclareKeyword) === true
  );
}

function* mutate(node, textOf) {
  if (ts.isBinaryExpression(node)) yield* mutateBinary(node, textOf);
  else if (ts.isPrefixUnaryExpression(node)) yield* mutateUnary(node, textOf);
  else if (ts.isConditionalExpression(node)) yield* mutateCondition(node.condition);
  else if (ts.isIfStatement(node)) yield* mutateCondition(node.expression);
  else if (ts.isWhileStatement(node)) yield [node.expression, 'false'];
  else if (ts.isForStatement(node) && node.condition) yield [node.condition, 'false'];
  else if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
    if (isValue(node)) yield [node, node.text === '' ? "'mutant'" : "''"];
  } else if (ts.isTemplateExpression(node)) {
    if (!ts.isTaggedTemplateExpression(node.parent)) yield [node, "''"];
  } else if (ts.isNumericLiteral(node)) yield* mutateNumber(node);
  else if (node.kind === ts.SyntaxKind.TrueKeyword) yield [node, 'false'];
  else if (node.kind === ts.SyntaxKind.FalseKeyword) yield [node, 'true'];
  else if (ts.isRegularExpressionLiteral(node)) yield* mutatePattern(node);
  else if (ts.isArrayLiteralExpression(node)) yield* mutateArray(node);
  else if (ts.isObjectLiteralExpression(node)) yield* mutateObject(node);
  else if (ts.isCallExpression(node)) yield* mutateCall(node, textOf);
  else if (ts.isArrowFunction(node)) yield* mutateArrow(node);
  else if (ts.isBlock(node)) yield* mutateBlock(node);
  else if (ts.isExpressionStatement(node)) {
    if (!isDirective(node) && !isSuperCall(node)) yield [node, '', 'statement'];
  } else if (ts.isThrowStatement(node)) yield [node, '', 'statement'];
  if (node.questionDotToken !== undefined && ts.isOptionalChain(node)) {
    yield* mutateChain(node, textOf);
  }
}

function* mutateArrow(node) {
  const { body } = node;
  if (ts.isBlock(body) || isUndefined(body)) return;
  yield [body, 'undefined'];
}

function isUndefined(node) {
  return ts.isIdentifier(node) && node.text === 'undefined';
}

function* mutateBlock(node) {
  if (node.statements.length === 0) return;
  const { parent } = node;
  if (ts.isFunctionLike(parent)) {
    if (!callsSuper(node)) yield [node, '', 'leave'];
  } else yield [node, '', 'block'];
}

function callsSuper(block) {
  return block.statements.some((statement) => isSuperCall(statement));
}

function isSuperCall(statement) {
  return (
    ts.isExpressionStatement(statement) &&
    ts.isCallExpression(statement.expression) &&
    statement.expression.expression.kind === ts.SyntaxKind.SuperKeyword
  );
}

function isDirective(statement) {
  return ts.isStringLiteral(statement.expression);
}
