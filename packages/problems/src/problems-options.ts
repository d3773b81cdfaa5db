import type { Locale } from '@faultless/core';
import type { ProblemDescription } from './problem-description.js';
import type { SentProblem } from './problem-entry.js';

/** Descriptions by the name of the class that each comes to, such as `OutOfCredit`. */
export type ProblemDescriptions = Readonly<Record<string, ProblemDescription>>;

/** The problem types of an application. */
export interface ProblemsOptions<Descriptions extends ProblemDescriptions = ProblemDescriptions> {
  /** What their URIs begin with: an absolute http or https URL that ends in `/`. */
  readonly base: string;
  readonly problems: Descriptions;
  /** The locales of the error handler: texts are for their tags. @default English and Chinese */
  readonly locales?: readonly Locale[] | undefined;
  /**
   * What the API sends of itself beside these: `builtInProblems()` of `@faultless/problems/built-in`, or
   * some of it. They have pages and names for OpenAPI, too. @default none
   */
  readonly others?: readonly SentProblem[] | undefined;
}
