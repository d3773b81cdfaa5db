import {
  findReasonPhrase,
  isErrorStatus,
  type RegisteredErrorCode,
} from '../statuses/registered.js';
import { ownMembers } from '../values/own-members.js';
import { wrongValue } from '../values/wrong-value.js';
import {
  checkErrorOptions,
  type ExtensionMembers,
  type Extensions,
  type HttpErrorOptions,
  NO_OPTIONS,
} from './error-options.js';
import { HttpError } from './http-error.js';
import { checkProblemTexts, type ProblemTextsByTag } from './problem-texts.js';

/** Statuses whose response owes a field that only the occurrence knows. */
type StatusThatOwes = 401 | 405 | 407 | 416 | 426;

const OWING: readonly number[] = [401, 405, 407, 416, 426] satisfies StatusThatOwes[];

/** What all occurrences of a problem have in common. */
export interface ProblemDefinition {
  /** The problem type: a URI, best one that leads to its documentation (RFC 9457 §3.1.1). */
  readonly type: string;
  /** A short summary that is the same for every occurrence (RFC 9457 §3.1.3). */
  readonly title: string;
  /**
   * Title, detail and advice by language tag. They leave in the client's language, or else in English.
   * @default the title in every language, and what the status has to say
   */
  readonly texts?: ProblemTextsByTag | undefined;
  /** The status; one that owes a field has a class of its own (401, 405, 407, 416, 426). */
  readonly status: Exclude<RegisteredErrorCode, StatusThatOwes>;
  /** The name of the class, in stacks and logs, such as `OutOfCredit`. @default 'Problem' */
  readonly name?: string | undefined;
  /** A stable name for programs to switch on. */
  readonly code?: string | undefined;
  /** Unless an occurrence says so itself. @default true for 4xx, false for 5xx */
  readonly expose?: boolean | undefined;
}

/** What an occurrence may still say; the rest is defined. */
export type OccurrenceOptions = Omit<
  HttpErrorOptions,
  'type' | 'title' | 'code' | 'extensions' | 'detail'
>;

type OccurrenceDetail = HttpErrorOptions['detail'];

type OccurrenceArguments<Members> =
  Partial<Members> extends Members
    ? [detail?: OccurrenceDetail, members?: Members, options?: OccurrenceOptions]
    : [detail: OccurrenceDetail, members: Members, options?: OccurrenceOptions];

/** An occurrence of a problem, with the members that its type has. */
export type ProblemOccurrence<Members extends object> = HttpError & {
  readonly extensions: Readonly<Members>;
};

/** What the class of a problem says of itself. */
export interface ProblemType<Members extends object> {
  /** The problem type, a URI (RFC 9457 §3.1.1). */
  readonly type: string;
  /** For the compiler only: a client finds the names and types of the members here. */
  readonly members?: Members;
}

/** The class that {@link defineProblem} makes. */
export interface ProblemClass<Members extends object> extends ProblemType<Members> {
  new (...args: OccurrenceArguments<Members>): ProblemOccurrence<Members>;
  /** The status of every occurrence. */
  readonly status: number;
}

/**
 * Makes the error class of a domain problem. The type parameter names its extension members, which
 * the compiler then asks for wherever one is thrown.
 *
 *     const OutOfCredit = defineProblem<{ balance: number }>({
 *       type: 'https://example.com/problems/out-of-credit',
 *       title: 'You do not have enough credit.',
 *       status: 403,
 *       name: 'OutOfCredit',
 *     });
 *     throw new OutOfCredit('Your balance is 30, but that costs 50.', { balance: 30 });
 *
 * @throws {TypeError} when the definition can't make an error
 * @see RFC 9457 §3.2, §4
 */
export function defineProblem<Members extends ExtensionMembers = object>(
  definition: ProblemDefinition,
): ProblemClass<Members> {
  const { status, name = 'Problem', texts, ...defined } = ownMembers(definition);
  if (texts !== undefined) checkProblemTexts(texts);
  const common = ownMembers(defined);
  if (!isErrorStatus(status)) {
    throw wrongValue('status', 'an integer from 400 to 599', status);
  }
  if (OWING.includes(status)) {
    throw new TypeError(
      `a ${status} ${findReasonPhrase(status)} owes a header field: extend its own class instead`,
    );
  }
  if (typeof name !== 'string' || name === '') {
    throw wrongValue('name', 'a string that is not empty', name);
  }
  checkErrorOptions([common], 'defineProblem');
  class Problem extends HttpError {
    static override name = name;
    static readonly type = common.type;
    static readonly status = status;

    constructor(detail?: OccurrenceDetail, members?: Members, options?: OccurrenceOptions) {
      const own = ownMembers(options ?? NO_OPTIONS);
      const expose = own.expose ?? common.expose;
      super(status, { ...own, ...common, expose, detail, extensions: members as Extensions });
    }
  }
  if (texts !== undefined) Object.defineProperty(Problem.prototype, 'texts', { value: texts });
  return Problem as unknown as ProblemClass<Members>;
}
