/** What JSON can say. */
export type PlainValue =
  | string
  | number
  | boolean
  | null
  | PlainValue[]
  | { readonly [name: string]: PlainValue };

/** An object as its members, in order. */
export type PlainMembers = readonly (readonly [name: string, value: PlainValue])[];

/**
 * Turns the members of any object into plain JSON values and never throws. Where JSON.stringify
 * would throw, a BigInt becomes its decimal digits, a cycle `"[Circular]"`, and a member whose
 * getter or toJSON throws is left out. What lies deeper than 32 levels is `"[Too deep]"`; after
 * 10,000 values the rest is left out, so that a whole framework object given by mistake ends soon.
 */
export function plainMembers(value: object): PlainMembers {
  return new Walk().members(value);
}

const MAX_DEPTH = 32;
const MAX_VALUES = 10_000;

/** Whether something in it lies deeper than {@link plainMembers} goes. May throw what a getter throws. */
export function isDeep(value: object): boolean {
  return reaches(value, MAX_DEPTH + 1);
}

function reaches(value: unknown, level: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (level === 0) return true;
  if (Array.isArray(value)) return value.some((item) => reaches(item, level - 1));
  // What it is written as is its own affair.
  if (typeof (value as { toJSON?: unknown }).toJSON === 'function') return false;
  for (const name in value) {
    if (reaches((value as Record<string, unknown>)[name], level - 1)) return true;
  }
  return false;
}

class Walk {
  readonly #ancestors: object[] = [];
  #values = 0;

  members(value: object): [string, PlainValue][] {
    const members: [string, PlainValue][] = [];
    for (const name of attempt(() => Object.keys(value)) ?? []) {
      const plain = this.#read(() => (value as Record<string, unknown>)[name], name);
      if (plain !== undefined) members.push([name, plain]);
    }
    return members;
  }

  #read(get: () => unknown, name: string): PlainValue | undefined {
    if (this.#values >= MAX_VALUES) return undefined;
    this.#values += 1;
    const value = attempt(() => convert(get(), name));
    if (typeof value !== 'object') return plainPrimitive(value);
    if (value === null) return null;
    if (this.#ancestors.includes(value)) return '[Circular]';
    if (this.#ancestors.length >= MAX_DEPTH) return '[Too deep]';
    this.#ancestors.push(value);
    const plain = attempt(() => Array.isArray(value))
      ? this.#items(value as readonly unknown[])
      : // Unlike an assignment, this makes `__proto__` a member like any other.
        Object.fromEntries(this.members(value));
    this.#ancestors.pop();
    return plain;
  }

  /** As in JSON.stringify, an item without a value is null. */
  #items(array: readonly unknown[]): PlainValue[] {
    const items: PlainValue[] = [];
    const length = attempt(() => array.length) ?? 0;
    for (let index = 0; index < length && this.#values < MAX_VALUES; index += 1) {
      items.push(this.#read(() => array[index], String(index)) ?? null);
    }
    return items;
  }
}

function convert(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { toJSON } = value as { toJSON?: unknown };
  return typeof toJSON === 'function' ? toJSON.call(value, name) : value;
}

function plainPrimitive(value: unknown): PlainValue | undefined {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'bigint' ? String(value) : undefined;
}

/** Undefined when the code of a hostile object throws. */
function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
