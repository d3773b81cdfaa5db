import { isRecord } from '../check-members.js';
import { definitionOf } from '../json-schema/flatten-references.js';
import { listRequired, listShapes } from '../json-schema/list-shapes.js';
import { openSchema } from '../json-schema/open-schema.js';
import type { ProblemEntry } from '../problem-entry.js';
import type { JsonSchema } from '../standard-schema.js';

/** An extension member, as its page tells of it. */
export interface DescribedMember {
  readonly name: string;
  /** Such as `number` and `array of string`; empty where the schema does not say it in a word. */
  readonly type: string;
  readonly optional: boolean;
  readonly description: string;
}

/** The members that the JSON Schema of a problem names, in whatever shape. */
export function listMembers({ membersSchema }: ProblemEntry): readonly DescribedMember[] {
  const schema = openSchema(membersSchema('draft-2020-12') ?? {});
  const required = listRequired(schema);
  const named = new Map<string, unknown>();
  for (const { properties } of listShapes(schema)) {
    for (const [name, one] of Object.entries(isRecord(properties) ? properties : {})) {
      if (!named.has(name)) named.set(name, one);
    }
  }
  return [...named].map(([name, one]) => ({
    name,
    type: nameType(one, schema),
    optional: !required.includes(name),
    description: isRecord(one) ? textOf(one.description) : '',
  }));
}

/** Of what is referred to, the kind alone: a tree is an object, and each of its branches. */
function nameType(schema: unknown, { $defs }: JsonSchema): string {
  if (!isRecord(schema)) return '';
  const { type, items } = (definitionOf(schema.$ref, $defs)?.schema ?? schema) as JsonSchema;
  if (type === 'array') {
    const item = schema.$ref === undefined ? nameType(items, { $defs }) : '';
    return item === '' ? type : `${type} of ${item}`;
  }
  return Array.isArray(type) ? type.map(textOf).join(' or ') : textOf(type);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
