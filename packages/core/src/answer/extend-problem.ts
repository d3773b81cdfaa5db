import { type Extensions, RESERVED_MEMBERS } from '../errors/error-options.js';
import type { HttpError } from '../errors/http-error.js';
import type { ProblemDocument } from '../errors/problem.js';
import type { Locale } from '../locales/locale.js';
import type { Notice } from '../reporting/report.js';
import { catchRejection } from '../values/catch-rejection.js';
import { describeValue } from '../values/describe-value.js';
import { isObject } from '../values/kinds.js';

/** What an extension may look at. */
export interface Extended<Context> {
  /** What the client sees: for a concealed error, the 404 in its place. */
  readonly error: HttpError;
  /** What the framework calls the request. */
  readonly request: Context;
  readonly locale: Locale;
}

/** Gives members for a problem document that is about to leave. */
export type Extend<Context> = (
  problem: ProblemDocument,
  answered: Extended<Context>,
) => Extensions | undefined;

export type ExtendProblem = (
  problem: ProblemDocument,
  answered: Extended<unknown> & { readonly notice: Notice },
) => ProblemDocument;

/** Adds the members; what is wrong with them is told the operator, and the document leaves without. */
export function createExtension<Context>(extend: Extend<Context>): ExtendProblem {
  return (problem, { notice, ...answered }) => {
    try {
      const members: unknown = extend(
        Object.freeze(problem),
        answered as unknown as Extended<Context>,
      );
      if (members === undefined) return problem;
      if (isObject(members) && !Array.isArray(members) && !('then' in members)) {
        return addMembers(problem, members, notice);
      }
      catchRejection(members, () => undefined);
      notice(`extend returned ${describeValue(members)}, not an object`);
    } catch (failure) {
      notice('extend failed', failure);
    }
    return problem;
  };
}

function addMembers(problem: ProblemDocument, members: object, notice: Notice): ProblemDocument {
  const extended: Record<string, unknown> = { ...problem };
  for (const [name, value] of Object.entries(members)) {
    if (name === '__proto__' || Object.hasOwn(problem, name) || RESERVED.has(name)) {
      notice(`extend can't set the member ${name}`);
    } else {
      extended[name] = value;
    }
  }
  return extended as unknown as ProblemDocument;
}

const RESERVED: ReadonlySet<string> = new Set(RESERVED_MEMBERS);
