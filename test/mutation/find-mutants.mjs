import ts from 'typescript';

/**
 * @typedef {object} Mutant
 * @property {number} start where in the source the mutated node begins
 * @property {number} end
 * @property {'leave' | 'block' | 'statement' | 'element' | 'property' | 'replace'} kind what becomes of
 *   it: the body of a function is left at once, an expression is replaced, the others are dropped
 * @property {string} replacement what stands there instead; empty where nothing does
 */

const SWAPPED = new Map([
  [ts.SyntaxKind.LessThanToken, ['<=', '>=']],
  [ts.SyntaxKind.LessThanEqualsToken, ['<', '>']],
  [ts.SyntaxKind.GreaterThanToken, ['>=', '<=']],
  [ts.SyntaxKind.GreaterThanEqualsToken, ['>', '<']],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, ['!==']],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, ['===']],
  [ts.SyntaxKind.PlusToken, ['-']],
  [ts.SyntaxKind.MinusToken, ['+']],
  [ts.SyntaxKind.AsteriskToken, ['/']],
  [ts.SyntaxKind.SlashToken, ['*']],
  [ts.SyntaxKind.PercentToken, ['*']],
  [ts.SyntaxKind.PlusEqualsToken, ['-=']],
  [ts.SyntaxKind.MinusEqualsToken, ['+=']],
]);

const BOTH_SIDES = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

const SWAPPED_METHODS = new Map([
  ['startsWith', 'endsWith'],
  ['endsWith', 'startsWith'],
  ['some', 'every'],
  ['every', 'some'],
  ['min', 'max'],
  ['max', 'min'],
  ['toLowerCase', 'toUpperCase'],
]);

const DROPPED_METHODS = new Set([
  'trim',
  'toLowerCase',
  'filter',
  'slice',
  'sort',
  'reverse',
  'replace',
  'replaceAll',
  'flat',
]);

/** A status becomes its neighbour; any other number is taken away, or has no limit. */
const FIRST_STATUS = 100;
const LAST_STATUS = 599;
const WITHOUT_LIMIT = '1e15';

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

function* mutateBinary(node, textOf) {
  const { left, right, operatorToken } = node;
  if (BOTH_SIDES.has(operatorToken.kind)) {
    yield [node, textOf(left)];
    yield [node, textOf(right)];
    return;
  }
  const isEquality =
    operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken ||
    operatorToken.kind === ts.SyntaxKind.ExclamationEqualsEqualsToken;
  // A condition is made true and false already.
  if (isEquality && isCondition(node)) return;
  if (operatorToken.kind === ts.SyntaxKind.PlusToken && (isText(left) || isText(right))) return;
  for (const operator of SWAPPED.get(operatorToken.kind) ?? []) {
    yield [node, `${textOf(left)} ${operator} ${textOf(right)}`];
  }
}

function isText(node) {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

function isCondition(node) {
  const { parent } = node;
  return (
    (ts.isIfStatement(parent) && parent.expression === node) ||
    (ts.isConditionalExpression(parent) && parent.condition === node)
  );
}

function* mutateUnary(node, textOf) {
  if (node.operator === ts.SyntaxKind.ExclamationToken && !isCondition(node)) {
    yield [node, textOf(node.operand)];
  }
}

function* mutateCondition(condition) {
  yield [condition, 'true'];
  yield [condition, 'false'];
}

function* mutateNumber(node) {
  if (!isValue(node)) return;
  const value = Number(node.text);
  if (value === 0) yield [node, '1'];
  else if (value === 1) yield [node, '0'];
  else if (value >= FIRST_STATUS && value <= LAST_STATUS) yield [node, String(value + 1)];
  else {
    yield [node, '0'];
    yield [node, WITHOUT_LIMIT];
  }
}

/** Whether a literal is a value, and not the name of a property or of a module. */
function isValue(node) {
  const { parent } = node;
  if (ts.isExpressionStatement(parent) || ts.isExternalModuleReference(parent)) return false;
  if (ts.isEnumMember(parent) || ts.isTaggedTemplateExpression(parent)) return false;
  if ('propertyName' in parent && parent.propertyName === node) return false;
  if (ts.isCallExpression(parent) && parent.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return false;
  }
  return !('name' in parent && parent.name === node);
}

function* mutatePattern(node) {
  const end = node.text.lastIndexOf('/');
  const pattern = node.text.slice(1, end);
  const flags = node.text.slice(end + 1);
  for (const [changed, kept] of changePattern(pattern, flags)) {
    if (isPattern(changed, kept)) yield [node, `/${changed}/${kept}`];
  }
}

function* changePattern(pattern, flags) {
  if (pattern.startsWith('^')) yield [pattern.slice(1), flags];
  if (pattern.endsWith('$') && !pattern.endsWith('\\$')) yield [pattern.slice(0, -1), flags];
  for (const match of pattern.matchAll(/(?<!\\)\[\^?|(?<=[\])\w.])[+*]|\\[dDsSwW]/g)) {
    const [found] = match;
    const put = (text) =>
      pattern.slice(0, match.index) + text + pattern.slice(match.index + found.length);
    if (found === '[') yield [put('[^'), flags];
    else if (found === '[^') yield [put('['), flags];
    else if (found === '+' || found === '*') yield [put(''), flags];
    else yield [put(swapCase(found)), flags];
  }
  if (flags.includes('i')) yield [pattern, flags.replace('i', '')];
}

function swapCase(characterClass) {
  const upper = characterClass.toUpperCase();
  return characterClass === upper ? characterClass.toLowerCase() : upper;
}

function isPattern(pattern, flags) {
  if (pattern === '') return false;
  try {
    new RegExp(pattern, flags);
    return true;
  } catch {
    return false;
  }
}

function* mutateArray(node) {
  const { parent, elements } = node;
  if (ts.isBinaryExpression(parent) && parent.left === node) return;
  if (elements.length === 0) yield [node, "['mutant']"];
  else yield [node, '[]'];
  if (elements.length < 2) return;
  for (const element of elements) {
    if (!ts.isOmittedExpression(element)) yield [element, '', 'element'];
  }
}

function* mutateObject(node) {
  if (ts.isBinaryExpression(node.parent) && node.parent.left === node) return;
  if (node.properties.length === 0) return;
  yield [node, '{}'];
  if (node.properties.length < 2) return;
  for (const property of node.properties) {
    if (isData(property)) yield [property, '', 'property'];
  }
}

function isData(property) {
  return (
    ts.isSpreadAssignment(property) ||
    ts.isShorthandPropertyAssignment(property) ||
    (ts.isPropertyAssignment(property) && property.name.getText() !== '__proto__')
  );
}

function* mutateCall(node, textOf) {
  const { expression } = node;
  if (!ts.isPropertyAccessExpression(expression) || ts.isOptionalChain(node)) return;
  const { name } = expression;
  const owner = textOf(expression.expression);
  const swapped = SWAPPED_METHODS.get(name.text);
  if (swapped !== undefined) {
    const rest = textOf(node).slice(textOf(expression).length);
    yield [node, `${owner}.${swapped}${rest}`];
  }
  if (DROPPED_METHODS.has(name.text)) yield [node, owner];
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

/** `a?.b.c` is one expression: what is mutated in it is put in place of the whole. */
function* mutateChain(node, textOf) {
  let root = node;
  while (ts.isOptionalChain(root.parent) && root.parent.expression === root) root = root.parent;
  const rootText = textOf(root);
  const at = node.questionDotToken.getStart() - root.getStart();
  const rest = rootText.slice(at + 2);
  const dot = /^[([]/.test(rest) ? '' : '.';
  yield [root, `${rootText.slice(0, at)}${dot}${rest}`];
}
