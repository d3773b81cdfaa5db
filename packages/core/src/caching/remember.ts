import { BoundedCache } from './bounded-cache.js';

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
