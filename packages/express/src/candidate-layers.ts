import type { Layer, Stack } from './find-stack.js';

/** The places of a stack's layers by the first segment of their paths, as far as that is plain text. */
interface Index {
  /** The stack as it was when it was looked at. */
  readonly layers: Stack;
  readonly bySegment: ReadonlyMap<string, readonly number[]>;
  /** Of layers that may match whatever the first segment is. */
  readonly others: readonly number[];
}

const INDEXES = new WeakMap<Stack, Index>();

/**
 * The layers of a stack that may match a path, in their order: all but the routes whose path begins
 * otherwise. Express itself has asked each of them before, and to ask all again would double a miss.
 */
export function findCandidates(stack: Stack, path: string): readonly Layer[] {
  const { layers, bySegment, others } = indexOf(stack);
  const [, segment = ''] = FIRST_SEGMENT.exec(path) ?? [];
  const named = bySegment.get(segment.toLowerCase());
  const places = named === undefined ? others : [...named, ...others].sort((a, b) => a - b);
  return places.map((place) => layers[place] as Layer);
}

const FIRST_SEGMENT = /^\/([^/]*)/;

/** Made anew when routes have come, gone or changed places. */
function indexOf(stack: Stack): Index {
  const known = INDEXES.get(stack);
  if (known !== undefined && isSame(known.layers, stack)) return known;
  const bySegment = new Map<string, number[]>();
  const others: number[] = [];
  for (const [place, layer] of stack.entries()) {
    const segment = plainSegment(layer);
    const places = segment === undefined ? others : (bySegment.get(segment) ?? []);
    places.push(place);
    if (segment !== undefined) bySegment.set(segment, places);
  }
  const index = { layers: [...stack], bySegment, others };
  INDEXES.set(stack, index);
  return index;
}

function isSame(one: Stack, other: Stack): boolean {
  if (one.length !== other.length) return false;
  for (let place = 0; place < one.length; place += 1) {
    if (one[place] !== other[place]) return false;
  }
  return true;
}

/** What no version of Express takes for a pattern, up to a slash or the end. */
const PLAIN_SEGMENT = /^\/([\w.~-]+)(?:\/|$)/;

/** In lower case: a route that minds the case matches no more than one that doesn't. */
function plainSegment(layer: Partial<Layer> | null): string | undefined {
  const path = layer?.route?.path;
  return typeof path === 'string' ? PLAIN_SEGMENT.exec(path)?.[1]?.toLowerCase() : undefined;
}
