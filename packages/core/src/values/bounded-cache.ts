/**
 * A map of texts that holds at most twice `capacity` entries. It keeps two generations: entries are
 * written into the young one, and when that is full it becomes the old one, whose entries are
 * forgotten with the next change. A hit in the old generation moves back into the young one, so an
 * entry in use outlives any flood of entries that are asked for once.
 */
export class BoundedCache<Value> {
  readonly #capacity: number;
  #young = new Map<string, Value>();
  #old = new Map<string, Value>();

  /** @param capacity entries of one generation, at least 1 */
  constructor(capacity = 256) {
    this.#capacity = capacity;
  }

  /** The entries held at this moment. */
  get size(): number {
    return this.#young.size + this.#old.size;
  }

  get(key: string): Value | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) {
      this.#old.delete(key);
      this.set(key, old);
    }
    return old;
  }

  set(key: string, value: Value): void {
    if (this.#young.size >= this.#capacity) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
  }
}

/** The same function, which works each answer out once, as long as it is asked for it. */
export function remember<Value extends string | boolean | object>(
  find: (name: string) => Value,
): (name: string) => Value {
  const known = new BoundedCache<Value>();
  return (name) => {
    const remembered = known.get(name);
    if (remembered !== undefined) return remembered;
    const found = find(name);
    known.set(name, found);
    return found;
  };
}
