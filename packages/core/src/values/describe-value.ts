/** As much of a text as shows which it is. */
const MAX_LENGTH = 80;

/** As many members as show what a list or an object holds. */
const MAX_MEMBERS = 3;

/** How deep lists and objects are shown. */
const MAX_DEPTH = 2;

/** Shows a wrong value in an error message; survives values that can't be turned into text. */
export function describeValue(value: unknown): string {
  try {
    return show(value, MAX_DEPTH);
  } catch {
    // A proxy or a getter throws what it likes.
    return 'an object that cannot be read';
  }
}

function show(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value.slice(0, MAX_LENGTH));
    case 'object':
      if (value === null) return 'null';
      return depth === 0 ? '…' : showObject(value, depth - 1);
    case 'function':
      return 'a function';
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value);
    default:
      return typeof value;
  }
}

function showObject(value: object, depth: number): string {
  if (Array.isArray(value)) {
    const items = value.slice(0, MAX_MEMBERS).map((item) => show(item, depth));
    return `[${enumerate(items, value.length)}]`;
  }
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    return `an instance of ${prototype.constructor.name.slice(0, MAX_LENGTH)}`;
  }
  const entries = Object.entries(value);
  const members = entries
    .slice(0, MAX_MEMBERS)
    .map(([name, member]) => `${name.slice(0, MAX_LENGTH)}: ${show(member, depth)}`);
  return entries.length === 0 ? '{}' : `{ ${enumerate(members, entries.length)} }`;
}

function enumerate(members: readonly string[], count: number): string {
  return [...members, ...(count > members.length ? ['…'] : [])].join(', ');
}
