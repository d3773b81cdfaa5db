/** Members of mappers that only docs/mapped-errors.md is made of. */
const DOCUMENTATION = new Set(['libraries', 'note', 'when']);

/** Leaves out of a module, given what it was parsed to, whatever only the documentation is made of. */
export function dropDocumentation(code, program) {
  return listMembers(program).reduceRight((rest, { start, end }) => {
    const comma = /^\s*,/.exec(rest.slice(end))?.[0].length ?? 0;
    return rest.slice(0, start) + rest.slice(end + comma);
  }, code);
}

function listMembers(node) {
  if (typeof node !== 'object' || node === null) return [];
  if (node.type === 'Property' && DOCUMENTATION.has(node.key.name) && !node.shorthand)
    return [node];
  return Object.values(node).flatMap(listMembers);
}
