import type {
  Challenges,
  ExtensionMembers,
  ProblemDefinition,
  ProblemTexts,
} from '@faultless/core';
import type { StandardSchema } from './standard-schema.js';

/** What an application says of one of its problem types. */
export type ProblemDescription = ProblemTerms & ProblemStatus;

/** The status of a problem type, with what it owes. What depends on the occurrence is said there. */
export type ProblemStatus =
  | {
      readonly status: ProblemDefinition['status'] | 416;
      readonly challenges?: never;
      readonly allow?: never;
      readonly protocols?: never;
    }
  | {
      readonly status: 401;
      /** The realm, or what the client is challenged with. @default the realm of the error handler */
      readonly challenges?: Challenges | undefined;
      readonly allow?: never;
      readonly protocols?: never;
    }
  | {
      readonly status: 405;
      /** The methods that there are. @default each occurrence says which */
      readonly allow?: readonly string[] | undefined;
      readonly challenges?: never;
      readonly protocols?: never;
    }
  | {
      readonly status: 426;
      /** The protocols that the server wants, as in `Upgrade`: `websocket`, `TLS/1.2`. */
      readonly protocols: string | readonly [string, ...string[]];
      readonly challenges?: never;
      readonly allow?: never;
    };

/** What is said of a problem type beside its status. */
export interface ProblemTerms {
  /** What is told of it, by language tag; English is for all that have no texts of their own. */
  readonly texts: Readonly<Record<string, DescribedTexts>> & { readonly en: DescribedTexts };
  /** A stable name for programs to switch on, beside the type. */
  readonly code?: string | undefined;
  /** Its extension members: a Standard Schema, or the function `members`. @default none */
  readonly members?: StandardSchema<ExtensionMembers> | undefined;
  /** Occurrences, for its page and for OpenAPI. @default one without members, if its schema asks for none */
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
