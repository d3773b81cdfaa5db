/** As much of a text as shows which it is. */
const MAX_LENGTH = 80;

/** As many members as show what a list or an object holds. */
const MAX_MEMBERS = 3;

/** Shows a wrong value in an error message; survives values that can't be turned into text. */
export function describeValue(value: unknown): string {
  try {
    return show(value, showNested);
  } catch {
    // A proxy or a getter throws what it likes.
    return 'an object that cannot be read';
  }
}

function show(value: unknown, showMember: (member: unknown) => string): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value.slice(0, MAX_LENGTH));
    case 'object':
      return value === null ? 'null' : showObject(value, showMember);
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

function showObject(value: object, showMember: (member: unknown) => string): string {
  if (Array.isArray(value)) {
    const items = (value.slice(0, MAX_MEMBERS) as readonly unknown[]).map(showMember);
    return `[${enumerate(items, value.length)}]`;
  }
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    return `an instance of ${prototype.constructor.name.slice(0, MAX_LENGTH)}`;
  }
  const entries = Object.entries(value);
  const members = entries
    .slice(0, MAX_MEMBERS)
    .map(([name, member]) => `${name.slice(0, MAX_LENGTH)}: ${showMember(member)}`);
  return entries.length === 0 ? '{}' : `{ ${enumerate(members, entries.length)} }`;
}

function enumerate(members: readonly string[], count: number): string {
  return [...members, ...(count > members.length ? ['…'] : [])].join(', ');
}

function showNested(value: unknown): string {
  return show(value, (member) => (isDeep(member) ? '…' : show(member, showNested)));
}

function isDeep(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
