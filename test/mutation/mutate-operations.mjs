import ts from 'typescript';

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

export function* mutateBinary(node, textOf) {
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

export function* mutateUnary(node, textOf) {
  if (node.operator === ts.SyntaxKind.ExclamationToken && !isCondition(node)) {
    yield [node, textOf(node.operand)];
  }
}

export function* mutateCondition(condition) {
  yield [condition, 'true'];
  yield [condition, 'false'];
}

export function* mutateCall(node, textOf) {
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

/** `a?.b.c` is one expression: what is mutated in it is put in place of the whole. */
export function* mutateChain(node, textOf) {
  let root = node;
  while (ts.isOptionalChain(root.parent) && root.parent.expression === root) root = root.parent;
  const rootText = textOf(root);
  const at = node.questionDotToken.getStart() - root.getStart();
  const rest = rootText.slice(at + 2);
  const dot = /^[([]/.test(rest) ? '' : '.';
  yield [root, `${rootText.slice(0, at)}${dot}${rest}`];
}
