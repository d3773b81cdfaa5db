import type { ExtensionMembers } from '@faultless/core';
import type { JsonSchema, StandardSchema } from './standard-schema.js';

/** Who writes what a type alone comes to. */
export const VENDOR = 'faultless';

/**
 * Names the extension members of a problem by their type alone: the compiler asks for them wherever
 * one is thrown, and nothing looks at them at run time.
 *
 *     members: members<{ balance: number }>(),
 *
 * @param schema their JSON Schema (2020-12), for pages and OpenAPI. @default nothing is said of them
 */
export function members<Members extends ExtensionMembers>(
  schema?: JsonSchema,
): StandardSchema<Members> {
  return {
    '~standard': {
      version: 1,
      vendor: VENDOR,
      validate: (value) => ({ value: value as Members }),
      jsonSchema: schema && { output: () => schema },
    },
  };
}
