import { listOf, readProperty } from '../../values/read-property.js';
import type { ExtraMessageKey } from '../built-in-mapper.js';
import { defineMapper } from '../define-mapper.js';
import { bears, type Marks } from '../marks.js';
import { type FindingNode, flattenTree, pathTo } from './finding-tree.js';
import { type Finding, refuseContent, VALIDATION_ANSWERS } from './refuse-content.js';

/** How the findings of a library hang together. */
interface TreeShape {
  readonly library: string;
  readonly marks: Marks;
  readonly root: string;
  readonly childrenOf: (node: unknown) => readonly (readonly [key: unknown, child: unknown])[];
}

const SHAPES: readonly TreeShape[] = [
  {
    library: 'runtypes',
    marks: { name: '=ValidationError', 'failure.code': 'string' },
    root: 'failure',
    childrenOf: (node) => Object.entries(Object(readProperty(node, 'details')) as object),
  },
  {
    library: 'Effect Schema',
    marks: { _tag: '=SchemaError', issue: 'object' },
    root: 'issue',
    childrenOf: effectIssues,
  },
  {
    library: 'Effect Schema',
    marks: { _tag: '=ParseError', issue: 'object' },
    root: 'issue',
    childrenOf: effectIssues,
  },
];

/**
 * Content that a library refused whose findings are a tree: that of what was validated, or of its
 * schema. What is told are the leaves, by our own words where the library has none yet.
 *
 * @see https://github.com/runtypes/runtypes (7.0), https://effect.website/docs/schema (4.1, 3.22)
 */
export const trees = defineMapper({
  name: 'validation-trees',
  libraries: 'runtypes, Effect Schema',
  match: { name: ['ValidationError', 'SchemaError', 'ParseError'], has: ['failure', 'issue'] },
  answers: VALIDATION_ANSWERS,
  map({ thrown }, context) {
    const shape = SHAPES.find(({ marks }) => bears(thrown, marks));
    if (shape === undefined) return undefined;
    const roots = [[undefined, readProperty(thrown, shape.root)]] as const;
    const leaves = flattenTree(roots, shape.childrenOf).filter(({ isLeaf }) => isLeaf);
    return refuseContent(context, leaves, { read: readLeaf });
  },
});

/** Of alternatives none fits, so that no one of them can be told of. */
const ALTERNATIVES: ReadonlySet<unknown> = new Set(['AnyOf', 'OneOf']);

/** Version 3 has single issues where 4 has lists, and calls a rule a refinement. */
function effectIssues(node: unknown): readonly (readonly [unknown, unknown])[] {
  const isUnion = readProperty(readProperty(node, 'ast'), '_tag') === 'Union';
  const isRule = readProperty(node, 'kind') === 'Predicate';
  if (isUnion || isRule || ALTERNATIVES.has(readProperty(node, '_tag'))) return [];
  const inner = readProperty(node, 'issue') ?? readProperty(node, 'issues');
  if (inner === undefined) return [];
  const path = readProperty(node, 'path');
  return (listOf(inner) ?? [inner]).map((child) => [path, child] as const);
}

/** What is said of a leaf by its code; messages may repeat the value. */
const KEYS: Readonly<Record<string, ExtraMessageKey | undefined>> = {
  InvalidType: 'value_kind_wrong',
  Type: 'value_kind_wrong',
  TYPE_INCORRECT: 'value_kind_wrong',
  Missing: 'member_missing',
  MissingKey: 'member_missing',
  PROPERTY_MISSING: 'member_missing',
  Unexpected: 'member_unknown',
  UnexpectedKey: 'member_unknown',
  PROPERTY_PRESENT: 'member_unknown',
};

function readLeaf(leaf: FindingNode): Finding {
  const code = readProperty(leaf.node, 'code') ?? readProperty(leaf.node, '_tag');
  const known = typeof code === 'string' && Object.hasOwn(KEYS, code);
  return { path: pathTo(leaf), code, key: known ? KEYS[code] : undefined };
}
