import { isRecord } from '../check-members.js';
import type { ProblemEntry } from '../problem-entry.js';
import type { JsonSchema } from '../standard-schema.js';
import { MARK, MARKED, type OpenApiDialect } from './document.js';
import { toOpenApi30 } from './to-openapi-30.js';

/** The name of the schema that all problems have in common. */
export const PROBLEM_DETAILS = 'ProblemDetails';

/** What every problem document has (RFC 9457 §3.1, and `code` and `temporary`). */
export const PROBLEM_DETAILS_SCHEMA: JsonSchema = {
  [MARK]: MARKED,
  type: 'object',
  description: 'What went wrong (RFC 9457).',
  properties: {
    type: {
      type: 'string',
      format: 'uri-reference',
      description: 'The problem type: its address leads to what is said of it.',
    },
    title: {
      type: 'string',
      description: 'The problem type in short, in the language of the client.',
    },
    status: {
      type: 'integer',
      minimum: 400,
      maximum: 599,
      description: 'The status of the response.',
    },
    detail: { type: 'string', description: 'What went wrong this time, for people to read.' },
    instance: {
      type: 'string',
      format: 'uri-reference',
      description: 'Identifies this occurrence.',
    },
    code: { type: 'string', description: 'A stable name for programs to switch on.' },
    temporary: { type: 'boolean', description: 'Whether the same request may succeed later.' },
  },
  required: ['type', 'title', 'status'],
};

/** Writes the schema of a problem: that of all problems, what this one says of itself, and its members. */
export function writeProblemSchema(entry: ProblemEntry, dialect: OpenApiDialect): JsonSchema {
  const { name, type, status, code, texts } = entry;
  const path = `#/components/schemas/${name}/allOf`;
  const members = membersIn(entry, dialect);
  const isPlain = members === undefined || (members.type === 'object' && !('$ref' in members));
  const { properties, required, ...rest } = isPlain ? (members ?? {}) : {};
  const own: JsonSchema = {
    ...rest,
    type: 'object',
    properties: {
      type: { type: 'string', const: type },
      title: { type: 'string', examples: [texts.en.title] },
      status: { type: 'integer', const: status },
      ...(code !== undefined && { code: { type: 'string', const: code } }),
      ...(isRecord(properties) && properties),
    },
    required: [
      ...['type', 'title', 'status'],
      ...(code === undefined ? [] : ['code']),
      ...(Array.isArray(required) ? (required as string[]) : []),
    ],
  };
  const parts = isPlain ? [own] : [own, members];
  return {
    [MARK]: MARKED,
    title: texts.en.title,
    description: texts.en.detail,
    allOf: [
      { $ref: `#/components/schemas/${PROBLEM_DETAILS}` },
      ...parts
        .map((part) => (dialect === '3.0' ? toOpenApi30(part) : part))
        .map((part, at) => moveReferences(part, `${path}/${at + 1}`)),
    ],
  };
}

function membersIn(
  { membersSchema }: ProblemEntry,
  dialect: OpenApiDialect,
): JsonSchema | undefined {
  return (
    (dialect === '3.0' ? membersSchema('openapi-3.0') : undefined) ?? membersSchema('draft-2020-12')
  );
}

/** A schema refers to its own definitions from its root, which in a document is where it stands. */
function moveReferences<Value>(value: Value, place: string): Value {
  if (Array.isArray(value))
    return value.map((item: unknown) => moveReferences(item, place)) as Value;
  if (!isRecord(value)) return value;
  const moved = Object.entries(value).map(([name, one]) =>
    name === '$ref' && typeof one === 'string' && one.startsWith('#')
      ? [name, place + one.slice(1)]
      : [name, moveReferences(one, place)],
  );
  return Object.fromEntries(moved) as Value;
}
