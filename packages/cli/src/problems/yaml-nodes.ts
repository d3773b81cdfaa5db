import { isCollection, isMap, isPair, isScalar, type Pair, type YAMLMap } from 'yaml';

/** The name of a key as data has it: `404` and `'404'` are one. */
function keyName({ key }: Pair): string {
  const value = isScalar<string | number | boolean | symbol | null>(key) ? key.value : undefined;
  return value === null ? '' : String(value);
}

/** The pair of a name; the last, where it is there twice, is the one that counts. */
export function findPair({ items }: YAMLMap, name: string): Pair | undefined {
  return items.filter((pair) => keyName(pair) === name).at(-1);
}

/** Where a key begins. */
export function keyStart({ key }: Pair): number {
  return rangeOf(key)[0];
}

/** Behind the colon of a pair. */
export function colonEnd({ key, srcToken }: Pair): number {
  const colon = srcToken?.sep?.find(({ type }) => type === 'map-value-ind');
  return colon === undefined ? rangeOf(key)[1] : colon.offset + 1;
}

/** Whether nothing at all stands behind the colon. */
export function isEmpty({ value }: Pair): boolean {
  const [start, end] = rangeOf(value);
  return value === null || (isScalar(value) && start === end);
}

/** Where the value of a pair begins. */
export function valueStart(pair: Pair): number {
  return isEmpty(pair) ? colonEnd(pair) : rangeOf(pair.value)[0];
}

/** Where a pair ends, but for a comment on its last line. */
export function pairEnd(pair: Pair, text: string): number {
  return isEmpty(pair) ? colonEnd(pair) : nodeEnd(pair.value, text);
}

function nodeEnd(node: unknown, text: string): number {
  if (isPair(node)) return pairEnd(node, text);
  const end = rangeOf(node)[1];
  if (isCollection(node) && !node.flow && node.items.length > 0) {
    return nodeEnd(node.items.at(-1), text);
  }
  const keepsLines = isScalar(node) && /^[|>]\d?\+/.test(text.slice(rangeOf(node)[0]));
  return isScalar(node) && !keepsLines ? text.slice(0, end).trimEnd().length : end;
}

function rangeOf(node: unknown): readonly [start: number, end: number] {
  const { range } = (node ?? {}) as { readonly range?: readonly [number, number, number] | null };
  return range === undefined || range === null ? [0, 0] : [range[0], range[1]];
}

/** Whether something can be written into a node as it stands. */
export function isWritable(node: unknown): node is YAMLMap {
  return isMap(node) && node.items.length > 0;
}
