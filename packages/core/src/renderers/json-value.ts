/** What JSON can say. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | JsonValue[]
  | { readonly [name: string]: JsonValue };

/** An object as its members, in order. */
export type JsonMembers = readonly (readonly [name: string, value: JsonValue])[];

/**
 * Turns the members of any object into JSON values and never throws. Where JSON.stringify
 * would throw, a BigInt becomes its decimal digits, a cycle `"[Circular]"`, and a member whose
 * getter or toJSON throws is left out. What lies deeper than 32 levels is `"[Too deep]"`; after
 * 10,000 values the rest is left out, so that a whole framework object given by mistake ends soon.
 */
export function jsonMembers(value: object): JsonMembers {
  return new Walk().members(value);
}

const MAX_DEPTH = 32;
const MAX_VALUES = 10_000;

/** As many as are looked at for their depth; what holds itself many times over never ends. */
const MAX_LOOKS = 1_000_000;

/**
 * Whether something lies deeper than {@link jsonMembers} goes, or there is no end to it. May throw
 * what a getter throws.
 */
export function isImmense(value: object, levels = MAX_DEPTH, looked = { values: 0 }): boolean {
  looked.values += 1;
  if (levels < 0 || looked.values > MAX_LOOKS) return true;
  // What toJSON gives is its own affair.
  if (typeof (value as { toJSON?: unknown }).toJSON === 'function') return false;
  // Names in a loop cost a third of a list of values, and those of a prototype lie no deeper.
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      if (isImmenseItem(value[index], levels, looked)) return true;
    }
    return false;
  }
  for (const name in value) {
    if (isImmenseItem((value as Record<string, unknown>)[name], levels, looked)) return true;
  }
  return false;
}

function isImmenseItem(item: unknown, levels: number, looked: { values: number }): boolean {
  return typeof item === 'object' && item !== null && isImmense(item, levels - 1, looked);
}

class Walk {
  readonly #ancestors: object[] = [];
  #values = 0;

  members(value: object): [string, JsonValue][] {
    const members: [string, JsonValue][] = [];
    for (const name of attempt(() => Object.keys(value)) ?? []) {
      const json = this.#read(() => (value as Record<string, unknown>)[name], name);
      if (json !== undefined) members.push([name, json]);
    }
    return members;
  }

  #read(get: () => unknown, name: string): JsonValue | undefined {
    if (this.#values >= MAX_VALUES) return undefined;
    this.#values += 1;
    const value = attempt(() => convert(get(), name));
    if (typeof value !== 'object') return jsonPrimitive(value);
    if (value === null) return null;
    if (this.#ancestors.includes(value)) return '[Circular]';
    if (this.#ancestors.length >= MAX_DEPTH) return '[Too deep]';
    this.#ancestors.push(value);
    const json = attempt(() => Array.isArray(value))
      ? this.#items(value as readonly unknown[])
      : // Unlike an assignment, this makes `__proto__` a member like any other.
        Object.fromEntries(this.members(value));
    this.#ancestors.pop();
    return json;
  }

  /** As in JSON.stringify, an item without a value is null. */
  #items(array: readonly unknown[]): JsonValue[] {
    const items: JsonValue[] = [];
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

function jsonPrimitive(value: unknown): JsonValue | undefined {
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
