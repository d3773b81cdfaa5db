/**
 * A record as nobody has tampered with what all objects inherit: without what somebody has written
 * to Object.prototype. That is the record itself, as long as there is no such thing.
 */
export function ownMembers<Value extends object>(value: Value): Value {
  if (!isPolluted()) return value;
  const members = Object.create(null) as Record<string, unknown>;
  for (const name in value) {
    if (!isOnlyInherited(value, name)) members[name] = (value as Record<string, unknown>)[name];
  }
  return members as Value;
}

/** True while Object.prototype has members that show in every object (CWE-1321). */
export function isPolluted(): boolean {
  for (const _name in EMPTY) return true;
  return false;
}

const EMPTY = {};

/** True for a name that an object has of Object.prototype and nothing between. */
export function isOnlyInherited(value: object, name: string): boolean {
  for (
    let owner: object | null = value;
    owner !== null && owner !== Object.prototype;
    owner = Object.getPrototypeOf(owner) as object | null
  ) {
    if (Object.hasOwn(owner, name)) return false;
  }
  return true;
}
