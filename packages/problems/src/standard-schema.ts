/**
 * A schema of any library that keeps to Standard Schema, such as zod, valibot and arktype.
 *
 * @see https://standardschema.dev
 */
export interface StandardSchema<Input = unknown, Output = Input> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => SchemaResult<Output> | Promise<SchemaResult<Output>>;
    /** For the compiler only. */
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
    /** There for libraries that can write it: see {@link JsonSchemaTarget}. */
    readonly jsonSchema?:
      | {
          readonly output: (options: {
            readonly target: JsonSchemaTarget;
            readonly libraryOptions?: Record<string, unknown> | undefined;
          }) => JsonSchema;
        }
      | undefined;
  };
}

export type SchemaResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

export interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** A JSON Schema, of the dialect that was asked for. */
export type JsonSchema = Record<string, unknown>;

/** OpenAPI 3.1 takes the first, OpenAPI 3.0 has a dialect of its own. */
export type JsonSchemaTarget = 'draft-2020-12' | 'openapi-3.0';

/** What a schema takes. */
export type SchemaInput<Schema extends StandardSchema> = NonNullable<
  Schema['~standard']['types']
>['input'];

/** What a schema makes of it. */
export type SchemaOutput<Schema extends StandardSchema> = NonNullable<
  Schema['~standard']['types']
>['output'];
