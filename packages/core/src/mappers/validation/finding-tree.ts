import { listOf } from '../../values/read-property.js';

/** Objects inside objects; what lies deeper is not described. */
const MAX_DEPTH = 32;

/** No more findings than these are looked at; a tree that holds itself has no end. */
const MAX_NODES = 100_000;

/** One finding, and the one that it is a part of. */
export interface FindingNode {
  readonly node: unknown;
  /** The way from its parent: a name, several, or none. */
  readonly key: unknown;
  readonly parent: FindingNode | undefined;
  readonly depth: number;
  /** Whether nothing is below it. */
  readonly isLeaf: boolean;
}

/** The nodes of a tree, or its parts with the ways to them. */
type Parts = readonly (readonly [key: unknown, node: unknown])[];

/** Lists findings and those inside them, the outermost first. */
export function flattenTree(
  roots: Parts,
  childrenOf: (node: unknown) => Parts,
): readonly FindingNode[] {
  const nodes: FindingNode[] = [];
  function visit(parts: Parts, parent: FindingNode | undefined): void {
    const depth = parent === undefined ? 0 : parent.depth + 1;
    for (const [key, node] of parts) {
      if (nodes.length >= MAX_NODES) return;
      const children = depth < MAX_DEPTH ? childrenOf(node) : [];
      const found = { node, key, parent, depth, isLeaf: children.length === 0 };
      nodes.push(found);
      visit(children, found);
    }
  }
  visit(roots, undefined);
  return nodes;
}

/** The way from the root to a finding. */
export function pathTo({ key, parent }: FindingNode): readonly unknown[] {
  const above = parent === undefined ? [] : pathTo(parent);
  return key === undefined ? above : [...above, ...(listOf(key) ?? [key])];
}
