import { type Challenge, readChallenges } from './challenges.js';
import type { Problem, TypedProblem } from './problem.js';
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
    super(message, options);
  }
}

/** A response of 400 to 599 as an error, with the problem that the server has told. */
export class ProblemError<Members extends object = object> extends RequestError {
  override readonly name = 'ProblemError';
  readonly problem: Problem & Readonly<Members>;
  readonly headers: Headers;
  /** What the response said in another shape than a problem's: JSON that was read, else undefined. */
  readonly content: unknown;

  constructor(sent: Sent, told: { problem: Problem; headers: Headers; content?: unknown }) {
    const { problem, headers, content } = told;
    const retry = adviseOnResponse(sent, problem, headers);
    super(describe(sent, problem), 'response', sent.method, sent.url, retry);
    this.problem = problem as Problem & Readonly<Members>;
    this.headers = headers;
    this.content = content;
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

const MAX_MESSAGE = 500;

function describe({ method, url }: Sent, { status, title, detail }: Problem): string {
  const words = [title, detail].filter((text) => text !== undefined).join(': ');
  const message = `${method} ${url}: ${status}${words && ` ${words}`}`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a log must not obey what a server says
  return message.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ').slice(0, MAX_MESSAGE);
}

/** Makes the error of a request that got no response, from what `fetch` threw. */
export function toRequestError(sent: Sent, cause: unknown, kind = kindOf(cause)): RequestError {
  const { method, url } = sent;
  const message = `${method} ${url}: ${MESSAGES[kind]}`;
  return new RequestError(message, kind, method, url, adviseOnFailure(sent, kind), { cause });
}

const MESSAGES = {
  network: 'no response came',
  timeout: 'no response came in time',
  aborted: 'given up by the caller',
};

function kindOf(cause: unknown): 'network' | 'timeout' | 'aborted' {
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
  if (name === 'TimeoutError') return 'timeout';
  return name === 'AbortError' ? 'aborted' : 'network';
}

/**
 * Whether it is a {@link ProblemError}, from whichever copy of this package, and of this type if one
 * is given: what {@link problemType} names, the server's class, or a URI.
 */
export function isProblem(error: unknown): error is ProblemError;
export function isProblem<Members extends object>(
  error: unknown,
  type: TypedProblem<Members> | string,
): error is ProblemError<Members>;
export function isProblem(error: unknown, type?: TypedProblem<object> | string): boolean {
  if (!(error instanceof Error) || error.name !== 'ProblemError' || !('problem' in error)) {
    return false;
  }
  if (type === undefined) return true;
  const wanted = typeof type === 'string' ? type : type.type;
  return (error as ProblemError).problem.type === wanted;
}
