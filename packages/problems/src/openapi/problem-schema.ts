import { isRecord } from '../check-members.js';
import { DEFINITION } from '../json-schema/flatten-references.js';
import { openSchema } from '../json-schema/open-schema.js';
import { mapSubschemas, type Subschema } from '../json-schema/subschemas.js';
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

/**
 * Writes the schemas of a problem by their names: that of all problems, what this one says of itself, and its
 * members; then each that its members refer to.
 */
export function writeProblemSchemas(
  entry: ProblemEntry,
  dialect: OpenApiDialect,
): readonly (readonly [name: string, schema: JsonSchema])[] {
  const { name, texts } = entry;
  const { $defs, ...members } = membersIn(entry, dialect);
  const write = (schema: Subschema): JsonSchema => {
    const told = referToComponents(schema, name);
    return dialect === '3.0' ? toOpenApi30(told) : (told as JsonSchema);
  };
  const problem = {
    [MARK]: MARKED,
    title: texts.en.title,
    description: texts.en.detail,
    allOf: [{ $ref: COMPONENT + PROBLEM_DETAILS }, ...listParts(entry, members).map(write)],
  };
  const parts = Object.entries(isRecord($defs) ? $defs : {}).map(
    ([part, schema]) => [partName(name, part), write(markPart(schema as Subschema))] as const,
  );
  return [[name, problem], ...parts];
}

const COMPONENT = '#/components/schemas/';

/** No name of a problem has a hyphen. */
function partName(problem: string, part: string): string {
  return `${problem}-${part}`;
}

function markPart(schema: Subschema): JsonSchema {
  if (typeof schema === 'boolean') return { [MARK]: MARKED, ...(!schema && { not: {} }) };
  return { [MARK]: MARKED, ...schema };
}

/** What a problem says of itself, with its members where they are said plainly, and else beside them. */
function listParts(
  { type, status, code, texts }: ProblemEntry,
  members: JsonSchema,
): readonly JsonSchema[] {
  const isPlain = (members.type ?? 'object') === 'object' && !('$ref' in members);
  const { properties, required, ...rest } = isPlain ? members : {};
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
  return isPlain ? [own] : [own, members];
}

function membersIn({ membersSchema }: ProblemEntry, dialect: OpenApiDialect): JsonSchema {
  const members = dialect === '3.0' ? membersSchema('openapi-3.0') : undefined;
  return openSchema(members ?? membersSchema('draft-2020-12') ?? {});
}

/** The definitions of a schema of members are components of a document. */
function referToComponents(schema: Subschema, problem: string): Subschema {
  if (typeof schema === 'boolean') return schema;
  const { $ref } = schema;
  const moved = mapSubschemas(schema, (below) => referToComponents(below, problem));
  if (typeof $ref !== 'string' || !$ref.startsWith(DEFINITION)) return moved;
  return { ...moved, $ref: COMPONENT + partName(problem, $ref.slice(DEFINITION.length)) };
}
