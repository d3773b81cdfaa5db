import { type Extensions, RESERVED_MEMBERS } from '../errors/error-options.js';
import type { HttpError } from '../errors/http-error.js';
import type { ProblemDocument } from '../errors/problem.js';
import type { RequestFacts } from '../exchange.js';
import type { Locale } from '../locales/locale.js';
import type { Notice } from '../reporting/report.js';
import { catchRejection } from '../values/catch-rejection.js';
import { describeValue } from '../values/describe-value.js';
import { isObject } from '../values/kinds.js';
import { findTrace } from './find-trace.js';

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

/** One answer, and whom to tell what is wrong with its extension. */
interface Answered extends Extended<unknown> {
  readonly headers: RequestFacts['headers'];
  readonly notice: Notice;
}

export type ExtendProblem = (problem: ProblemDocument, answered: Answered) => ProblemDocument;

/** What a handler adds to every body. */
interface Additions<Context> {
  readonly extend?: Extend<Context> | undefined;
  readonly traceId?: boolean | undefined;
}

/** Adds the members of the options `traceId` and `extend`, which sees the former. */
export function createExtension<Context>({ extend, traceId }: Additions<Context>): ExtendProblem {
  return (problem, answered) => {
    const traced = traceId ? addTraceId(problem, answered) : problem;
    return extend ? extendBy(extend as Extend<unknown>, traced, answered) : traced;
  };
}

/** An error's own member of that name stays. */
function addTraceId(problem: ProblemDocument, { headers }: Answered): ProblemDocument {
  const trace = 'traceId' in problem ? undefined : findTrace(headers);
  return trace === undefined ? problem : { ...problem, traceId: trace.traceId };
}

/** What is wrong with the members is told the operator, and the document leaves without. */
function extendBy(
  extend: Extend<unknown>,
  problem: ProblemDocument,
  { notice, headers: _headers, ...extended }: Answered,
): ProblemDocument {
  try {
    const members: unknown = extend(Object.freeze(problem), extended);
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
