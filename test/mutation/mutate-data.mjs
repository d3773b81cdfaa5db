import ts from 'typescript';

/** A status becomes its neighbour; any other number is taken away, or has no limit. */
const FIRST_STATUS = 100;
const LAST_STATUS = 599;
const WITHOUT_LIMIT = '1e15';

export function* mutateNumber(node) {
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
export function isValue(node) {
  const { parent } = node;
  if (ts.isExpressionStatement(parent) || ts.isExternalModuleReference(parent)) return false;
  if (ts.isEnumMember(parent) || ts.isTaggedTemplateExpression(parent)) return false;
  if ('propertyName' in parent && parent.propertyName === node) return false;
  if (ts.isCallExpression(parent) && parent.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return false;
  }
  return !('name' in parent && parent.name === node);
}

export function* mutateArray(node) {
  const { parent, elements } = node;
  if (ts.isBinaryExpression(parent) && parent.left === node) return;
  if (elements.length === 0) yield [node, "['mutant']"];
  else yield [node, '[]'];
  if (elements.length < 2) return;
  for (const element of elements) {
    if (!ts.isOmittedExpression(element)) yield [element, '', 'element'];
  }
}

export function* mutateObject(node) {
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
