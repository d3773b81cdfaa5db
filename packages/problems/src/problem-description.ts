import type { ExtensionMembers, ProblemDefinition, ProblemTexts } from '@faultless/core';
import type { StandardSchema } from './standard-schema.js';

/** What an application says of one of its problem types. */
export interface ProblemDescription {
  /** The status; one that owes a field has a class of its own (401, 405, 407, 416, 426). */
  readonly status: ProblemDefinition['status'];
  /** What is told of it, by language tag; English is for all that have no texts of their own. */
  readonly texts: Readonly<Record<string, DescribedTexts>> & { readonly en: DescribedTexts };
  /** A stable name for programs to switch on, beside the type. */
  readonly code?: string | undefined;
  /** Its extension members: a Standard Schema, or the function `members`. @default none */
  readonly members?: StandardSchema<ExtensionMembers> | undefined;
  /** Occurrences, for its page and for OpenAPI. @default one without members, if it has none */
  readonly examples?: readonly ProblemExample[] | undefined;
  /** What follows `base` in its URI. @default the name in kebab-case: `out-of-credit` */
  readonly slug?: string | undefined;
}

/** The texts of a problem type in one language, as plain text. */
export interface DescribedTexts extends ProblemTexts {
  /** More for its page: paragraphs, with empty lines between. */
  readonly explanation?: string | undefined;
}

/** One occurrence. */
export interface ProblemExample {
  /** @default the texts' */
  readonly detail?: string | undefined;
  readonly members?: ExtensionMembers | undefined;
}
