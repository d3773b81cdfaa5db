import { type Challenge, readChallenges } from './challenges.js';
import { isRecord, type Problem, resolveType, type TypedProblem } from './problem.js';
import { adviseOnFailure, adviseOnResponse, type Retry, type Sent } from './retry.js';

/** A request that has failed: by a response ({@link ProblemError}), or without one. */
export class RequestError extends Error {
  override readonly name: string = 'RequestError';

  /**
   * @param kind `response` is a {@link ProblemError}; `network` is that none came; `timeout`, that none
   *   came in time; `aborted`, that the caller has given it up
   */
  constructor(
    message: string,
    readonly kind: 'response' | 'network' | 'timeout' | 'aborted',
    readonly method: string,
    /** Without userinfo, query and fragment. */
    readonly url: string,
    readonly retry: Retry,
    options?: ErrorOptions,
  ) {
    super(message.slice(0, MAX_MESSAGE).replace(COMMANDS, ' '), options);
  }
}

const MAX_MESSAGE = 500;

/** A log must not obey what a server says; half of a character may be left at the end. */
const COMMANDS = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_C}]/gu;

/** A response of 400 to 599 as an error, with the problem that the server has told. */
export class ProblemError<Members extends object = object> extends RequestError {
  override readonly name = 'ProblemError';
  readonly problem: Problem & Readonly<Members>;
  readonly headers: Headers;
  /** What the response said in another shape than a problem's: JSON that was read, else undefined. */
  readonly content: unknown;
  /** The address that has answered, after redirects: what a relative type is relative to. As `url`, without secrets. */
  readonly base: string;

  constructor(
    sent: Sent,
    told: { problem: Problem; headers: Headers; content?: unknown; base?: string },
  ) {
    const { problem, headers, content, base = sent.url } = told;
    const retry = adviseOnResponse(sent, problem, headers);
    super(describe(sent, problem), 'response', sent.method, sent.url, retry);
    this.problem = problem as Problem & Readonly<Members>;
    this.headers = headers;
    this.content = content;
    this.base = base;
  }

  get status(): number {
    return this.problem.status;
  }

  get type(): string {
    return this.problem.type;
  }

  /** A stable name for programs to switch on, where the server gives one. */
  get code(): string | undefined {
    return this.problem.code;
  }

  /** What the server asks for with a 401 or 407 (RFC 9110 §11.6.1). */
  get challenges(): readonly Challenge[] {
    const name = this.status === 407 ? 'proxy-authenticate' : 'www-authenticate';
    return readChallenges(this.headers.get(name) ?? '');
  }
}

function describe({ method, url }: Sent, { status, title, detail }: Problem): string {
  const words = [title, detail].filter((text) => text !== undefined).join(': ');
  return `${method} ${url}: ${status}${words && ` ${words}`}`;
}

/** Makes the error of a request that got no response, from what `fetch` threw. */
export function toRequestError(sent: Sent, cause: unknown, kind: FailureKind): RequestError {
  const { method, url } = sent;
  const message = `${method} ${url}: ${MESSAGES[kind]}`;
  return new RequestError(message, kind, method, url, adviseOnFailure(sent, kind), { cause });
}

const MESSAGES = {
  network: 'no response came',
  timeout: 'no response came in time',
  aborted: 'given up by the caller',
};

export type FailureKind = keyof typeof MESSAGES;

/** A caller may give up with any reason, of which nothing says that it is one. */
export function kindOf(cause: unknown, signal?: AbortSignal | null): FailureKind {
  const { name } = Object(cause) as { name?: unknown };
  if (name === 'TimeoutError') return 'timeout';
  return name === 'AbortError' || signal?.aborted === true ? 'aborted' : 'network';
}

/**
 * Whether it is a {@link ProblemError}, from whichever copy of this package, and of this type if one
 * is given: what {@link problemType} names, the server's class, or a URI. A type that is relative is so to the
 * address that has answered, as that of a problem is.
 *
 * @see RFC 9457 §3.1.1
 */
export function isProblem(error: unknown): error is ProblemError;
export function isProblem<Members extends object>(
  error: unknown,
  type: TypedProblem<Members> | string,
): error is ProblemError<Members>;
export function isProblem(error: unknown, type?: TypedProblem<object> | string): boolean {
  if (!(error instanceof Error) || error.name !== 'ProblemError') return false;
  const { problem, base } = error as ProblemError;
  if (!isRecord(problem) || type === undefined) return isRecord(problem);
  return problem.type === resolveType(typeof type === 'string' ? type : type.type, base);
}
