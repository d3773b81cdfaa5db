import type { ProblemDocument } from '@faultless/core';
import type { DescribedTexts, ProblemDescription } from './problem-description.js';
import type { JsonSchema, JsonSchemaTarget } from './standard-schema.js';

/** All that is known of one problem that an API may send. */
export interface ProblemEntry {
  /** The name of its class, or a `code` of Faultless itself. */
  readonly name: string;
  /** The last part of the address of its page. */
  readonly slug: string;
  /** The problem type; `about:blank` for what is told by status and code alone (RFC 9457 §4.2.1). */
  readonly type: string;
  readonly status: number;
  readonly code: string | undefined;
  readonly texts: ProblemDescription['texts'];
  /** Complete documents, in English. One without a detail has that of the texts. */
  readonly examples: readonly ProblemDocument[];
  /** The JSON Schema of its members alone; undefined where there are none, or nobody knows. */
  readonly membersSchema: (target: JsonSchemaTarget) => JsonSchema | undefined;
}

/** A problem that is told by its status and code alone; its type is `about:blank`. */
export type SentProblem = Pick<ProblemEntry, 'name' | 'status' | 'code' | 'texts'>;

/** The examples of a problem as they leave in one language. */
export function examplesIn(
  { examples }: ProblemEntry,
  { title, detail }: DescribedTexts,
): readonly ProblemDocument[] {
  return examples.map(({ type, status, detail: own, ...rest }) => ({
    ...{ type, title, status, detail: own ?? detail },
    ...withoutTitle(rest),
  }));
}

function withoutTitle({ title: _, ...rest }: Readonly<Record<string, unknown>>): object {
  return rest;
}
