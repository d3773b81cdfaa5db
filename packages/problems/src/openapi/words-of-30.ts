import { isRecord } from '../check-members.js';
import { mapSubschemas } from '../json-schema/subschemas.js';

/** Keywords that OpenAPI 3.0 has, and that mean there what they do in JSON Schema. */
const KEPT: readonly string[] = [
  ...['$ref', 'allOf', 'anyOf', 'default', 'deprecated', 'description', 'discriminator'],
  ...['externalDocs', 'format', 'maxLength', 'maxProperties', 'minItems', 'minLength'],
  ...['minProperties', 'multipleOf', 'not', 'nullable', 'oneOf', 'pattern', 'properties'],
  ...['readOnly', 'required', 'title', 'uniqueItems', 'writeOnly', 'xml'],
];

/** Keywords that are written exactly, in other words. */
const EXACT: readonly string[] = [
  ...['$comment', 'additionalProperties', 'const', 'enum', 'example', 'examples'],
  ...['exclusiveMaximum', 'exclusiveMinimum', 'items', 'maximum', 'maxItems', 'minimum', 'type'],
];

/** Whether a keyword stays, and may: 3.0 has no empty lists of what is required. */
export function isKept(name: string, value: unknown): boolean {
  if (name.startsWith('x-')) return true;
  if (name === 'required') return Array.isArray(value) && value.length > 0;
  // The opposite of what accepts more would refuse some that the schema accepts.
  return KEPT.includes(name) && (name !== 'not' || isExact(value));
}

/** Whether 3.0 can say exactly what some schemas do, what they refer to left aside. */
export function isExact(schemas: unknown): boolean {
  if (Array.isArray(schemas)) return schemas.every(isExact);
  if (!isRecord(schemas)) return true;
  const isWritten = Object.entries(schemas).every(
    ([name, value]) =>
      name.startsWith('x-') || (name !== '$ref' && isKept(name, value)) || isExactly(name, value),
  );
  let isAll = isWritten;
  mapSubschemas(schemas, (below) => {
    isAll &&= isExact(below);
    return below;
  });
  return isAll;
}

/** A list of items is a tuple. */
function isExactly(name: string, value: unknown): boolean {
  return EXACT.includes(name) && !(name === 'items' && Array.isArray(value));
}
