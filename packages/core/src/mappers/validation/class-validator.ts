import { listOf, readProperty } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { type FindingNode, flattenTree, pathTo } from './finding-tree.js';
import { type Finding, refuseContent, VALIDATION_ANSWERS } from './refuse-content.js';

/** Where other libraries keep that list. */
const HOLDERS = ['errors', 'validationErrors'] as const;

/**
 * The list that class-validator's `validateOrReject` rejects with, or one of its members, by their
 * shape (`property`, `constraints`, `children`); and the errors of routing-controllers that carry it.
 *
 * Its own messages are made from the decorators; those of an app can quote the value (`$value`),
 * which the error has: these are replaced.
 *
 * @see https://github.com/typestack/class-validator#validation-errors (0.15)
 */
export const classValidator = defineMapper({
  name: 'class-validator',
  libraries: 'class-validator, also in routing-controllers and type-graphql',
  match: { has: ['constraints', ...HOLDERS], list: true },
  answers: VALIDATION_ANSWERS,
  map({ thrown, list }, context) {
    const held = HOLDERS.map((name) => listOf(readProperty(thrown, name))).find(Boolean);
    const errors = list ? listOf(thrown) : (held ?? [thrown]);
    if (errors === undefined || !isValidationError(errors[0])) return undefined;
    const nodes = flattenTree(errors.map(named), childrenOf);
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

const named = (error: unknown) => [readProperty(error, 'property'), error] as const;

function childrenOf(error: unknown): readonly (readonly [unknown, unknown])[] {
  return (listOf(readProperty(error, 'children')) ?? []).map(named);
}

/** The names of the rules that were broken. */
function constraintsOf(error: unknown): readonly string[] {
  return Object.keys(Object(readProperty(error, 'constraints')) as object);
}

function countConstraints({ node: error }: FindingNode): number {
  return constraintsOf(error).length;
}

function readConstraint(found: FindingNode, at: number): Finding {
  const { node: error } = found;
  const code = constraintsOf(error)[at] as string;
  return {
    path: pathTo(found),
    code,
    key: code === 'whitelistValidation' ? 'member_unknown' : undefined,
    message: readProperty(readProperty(error, 'constraints'), code),
    refused: [readProperty(error, 'value')],
  };
}
