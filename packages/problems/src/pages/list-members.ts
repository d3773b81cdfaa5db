import { isRecord } from '../check-members.js';
import type { ProblemEntry } from '../problem-entry.js';

/** An extension member, as its page tells of it. */
export interface DescribedMember {
  readonly name: string;
  /** Such as `number` and `array of string`; empty where the schema does not say it in a word. */
  readonly type: string;
  readonly optional: boolean;
  readonly description: string;
}

/** The members that the JSON Schema of a problem names. */
export function listMembers({ membersSchema }: ProblemEntry): readonly DescribedMember[] {
  const { properties, required } = membersSchema('draft-2020-12') ?? {};
  if (!isRecord(properties)) return [];
  const needed: readonly unknown[] = Array.isArray(required) ? required : [];
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    type: nameType(schema),
    optional: !needed.includes(name),
    description: isRecord(schema) ? textOf(schema.description) : '',
  }));
}

function nameType(schema: unknown): string {
  if (!isRecord(schema)) return '';
  const { type, items } = schema;
  if (type === 'array') {
    const item = nameType(items);
    return item === '' ? type : `${type} of ${item}`;
  }
  return Array.isArray(type) ? type.map(textOf).join(' or ') : textOf(type);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
