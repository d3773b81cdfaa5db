/** The name of the switch in a woven source. */
const SWITCH = '$mutant';

/**
 * Writes all mutants into the source, each behind a switch of its own.
 *
 * @param {string} path by which the switches of the source are found
 * @param {string} text
 * @param {import('./find-mutants.mjs').Mutant[]} mutants
 */
export function weaveMutants(path, text, mutants) {
  const root = { start: 0, end: text.length, mutants: [], children: [] };
  for (const [index, mutant] of mutants.entries()) nest(root, { ...mutant, index });
  return `const ${SWITCH} = globalThis.$switchOf(${JSON.stringify(path)}); ${render(root, text)}`;
}

/** Mutants come in the order of the source, the outer first. */
function nest(parent, mutant) {
  const last = parent.children.at(-1);
  if (last !== undefined && last.start <= mutant.start && mutant.end <= last.end) {
    if (last.start === mutant.start && last.end === mutant.end && last.kind === mutant.kind) {
      last.mutants.push(mutant);
    } else nest(last, mutant);
    return;
  }
  const { start, end, kind } = mutant;
  parent.children.push({ start, end, kind, mutants: [mutant], children: [] });
}

function render(node, text) {
  let written = '';
  let at = node.start;
  for (const child of node.children) {
    written += text.slice(at, child.start) + render(child, text);
    at = child.end;
  }
  written += text.slice(at, node.end);
  return node.mutants.length === 0 ? written : switchBetween(node, written);
}

function switchBetween({ kind, mutants }, original) {
  const chosen = `${SWITCH}(${mutants[0].index})`;
  switch (kind) {
    case 'leave':
      return `{ if (${chosen}) return; ${original.slice(1)}`;
    case 'block':
      return `{ if (!${chosen}) ${original} }`;
    case 'statement':
      return `{ if (!${chosen}) ${original} }`;
    case 'element':
      return `...(${chosen} ? [] : [${original}])`;
    case 'property':
      return `...(${chosen} ? {} : {${original}})`;
    default: {
      const cases = mutants.map(
        (mutant) => `${SWITCH}(${mutant.index}) ? (${mutant.replacement}) : `,
      );
      return `(${cases.join('')}(${original}))`;
    }
  }
}
