import { listOf, readProperty } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { type Finding, refuseContent, VALIDATION_ANSWERS } from './refuse-content.js';

/** Objects inside objects; what lies deeper is not described. */
const MAX_DEPTH = 32;

/** No more errors than these are looked at; a list that holds itself has no end. */
const MAX_NODES = 100_000;

/**
 * The list that class-validator's `validateOrReject` rejects with, or one of its members, by their
 * shape (`property`, `constraints`, `children`).
 *
 * Its own messages are made from the decorators; those of an app can quote the value (`$value`),
 * which the error has: these are replaced.
 *
 * @see https://github.com/typestack/class-validator#validation-errors (0.15)
 */
export const classValidator = defineMapper({
  name: 'class-validator',
  libraries: 'class-validator',
  match: { has: ['constraints'], list: true },
  answers: VALIDATION_ANSWERS,
  map({ thrown, list }, context) {
    const errors = list ? listOf(thrown) : [thrown];
    if (errors === undefined || !isValidationError(errors[0])) return undefined;
    const nodes: Node[] = [];
    for (const error of errors) collect(error, undefined, nodes);
    return refuseContent(context, nodes, { read: readConstraint, count: countConstraints });
  },
});

function isValidationError(value: unknown): boolean {
  const constraints = readProperty(value, 'constraints');
  return (
    'property' in Object(value) &&
    ((typeof constraints === 'object' && constraints !== null) ||
      listOf(readProperty(value, 'children')) !== undefined)
  );
}

/** One error, and the one that it is a child of. */
interface Node {
  readonly error: unknown;
  readonly parent: Node | undefined;
  readonly depth: number;
}

/** Lists an error and those inside it, the outermost first. */
function collect(error: unknown, parent: Node | undefined, nodes: Node[]): void {
  const depth = parent === undefined ? 0 : parent.depth + 1;
  if (depth > MAX_DEPTH || nodes.length >= MAX_NODES) return;
  const node: Node = { error, parent, depth };
  nodes.push(node);
  for (const child of listOf(readProperty(error, 'children')) ?? []) collect(child, node, nodes);
}

/** The names of the rules that were broken. */
function constraintsOf(error: unknown): readonly string[] {
  return Object.keys(Object(readProperty(error, 'constraints')) as object);
}

function countConstraints({ error }: Node): number {
  return constraintsOf(error).length;
}

function readConstraint(node: Node, at: number): Finding {
  const { error } = node;
  const code = constraintsOf(error)[at] as string;
  return {
    path: pathTo(node),
    code,
    key: code === 'whitelistValidation' ? 'member_unknown' : undefined,
    message: readProperty(readProperty(error, 'constraints'), code),
    refused: [readProperty(error, 'value')],
  };
}

function pathTo({ error, parent }: Node): readonly unknown[] {
  const above = parent === undefined ? [] : pathTo(parent);
  const property = readProperty(error, 'property');
  return property === undefined ? above : [...above, property];
}
