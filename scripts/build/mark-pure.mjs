/**
 * Tells bundlers that a constant at the top of a module may go if nothing uses it. `sideEffects` in
 * package.json promises it of modules, and is of no use once a package is a single one.
 */
export function markPure() {
  return {
    name: 'mark-pure',
    transform(code) {
      const impure = this.parse(code)
        .body.flatMap(declarationsOf)
        .flatMap(({ init }) => (init && !isPlain(init) && !isMarked(init, code) ? [init] : []));
      return { code: impure.reduceRight(wrap, code), map: null };
    },
  };
}

function declarationsOf(statement) {
  const declaration = statement.declaration ?? statement;
  return declaration.type === 'VariableDeclaration' ? declaration.declarations : [];
}

/** esbuild marks calls that do nothing else, but their arguments may. */
function isMarked({ start, arguments: given }, code) {
  return code.slice(0, start).endsWith('/* @__PURE__ */ ') && given.every(isPlain);
}

/** On one line, so that source maps stay true. A call needs no more than the mark if its arguments do nothing either. */
function wrap(code, { type, start, end, callee, arguments: given }) {
  const init = code.slice(start, end);
  const isPlainCall = CALLS.has(type) && callee.type === 'Identifier' && given.every(isPlain);
  const marked = isPlainCall ? init : `(() => (${init}))()`;
  return `${code.slice(0, start)}/* @__PURE__ */ ${marked}${code.slice(end)}`;
}

const CALLS = new Set(['CallExpression', 'NewExpression']);

/** Whether every bundler sees by itself that making this value does nothing else. */
function isPlain(node) {
  switch (node.type) {
    case 'Literal':
    case 'Identifier':
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return true;
    case 'UnaryExpression':
      return node.argument.type === 'Literal';
    case 'ArrayExpression':
      return node.elements.every((element) => element !== null && isPlain(element));
    case 'ObjectExpression':
      return node.properties.every(
        ({ type, computed, value }) => type === 'Property' && !computed && isPlain(value),
      );
    default:
      return false;
  }
}
