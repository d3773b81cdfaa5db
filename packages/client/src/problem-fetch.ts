import { checkOptions } from './check-options.js';
import { kindOf, RequestError, toRequestError } from './problem-error.js';
import { type ReadOptions, readError } from './read-problem.js';
import { isStream, type Retry, type Sent, withoutSecrets } from './retry.js';

/** What {@link problemFetch} takes beside the fetch that it uses. */
export interface ProblemFetchOptions extends ReadOptions {
  /** How often a request that may be repeated is sent again. @default 2 */
  readonly retries?: number | undefined;
  /** Milliseconds that one attempt may take until its response begins, or its error is read; no limit by default. */
  readonly timeoutMs?: number | undefined;
  /** The most milliseconds to wait before a repetition; a server that asks for more ends it. @default 30_000 */
  readonly maxDelayMs?: number | undefined;
}

type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** Milliseconds: the bound of the first wait, which doubles each time. */
const FIRST_DELAY = 300;

/**
 * Makes a `fetch` that throws where the response is a 4xx or 5xx ({@link ProblemError}), or none came
 * ({@link RequestError}), and sends again what may be repeated, after what Retry-After says, with full
 * jitter. A signal ends the waits too.
 *
 *     const request = problemFetch(fetch);
 *     try {
 *       await request('https://api.example/orders', { method: 'POST', body });
 *     } catch (error) {
 *       if (isProblem(error, OutOfCredit)) console.log(error.problem.balance);
 *     }
 *
 * @throws {TypeError} for options that are wrong
 */
export function problemFetch(fetch: Fetch, options: ProblemFetchOptions = {}): Fetch {
  const { retries = 2, timeoutMs, maxDelayMs = 30_000, ...reading } = options;
  if (typeof fetch !== 'function') throw new TypeError('fetch must be a function');
  checkOptions(
    'problemFetch',
    ['retries', 'timeoutMs', 'maxDelayMs', 'maxBytes', 'envelope'],
    options,
  );
  return async (input, init) => {
    const sent = describeRequest(input, init);
    const signal = init?.signal ?? (isRequest(input) ? input.signal : undefined);
    for (let attempt = 0; ; attempt += 1) {
      const error = await tryOnce();
      if (!(error instanceof RequestError)) return error;
      const delay = findDelay(error.retry, attempt, maxDelayMs);
      if (attempt >= retries || delay > maxDelayMs || !error.retry.worthwhile) throw error;
      await wait(delay, signal);
    }

    async function tryOnce(): Promise<Response | RequestError> {
      const { timer, limited } = startLimit(signal, timeoutMs);
      try {
        const source = isRequest(input) ? input.clone() : input;
        const response = await fetch(source, { ...init, ...limited });
        return response.status >= 400 ? await readError(response, sent, reading) : response;
      } catch (cause) {
        return toRequestError(sent, cause, kindOf(cause, signal));
      } finally {
        clearTimeout(timer);
      }
    }
  };
}

/** Not `AbortSignal.timeout`, which would end a good response too that takes its time. */
function startLimit(
  signal: AbortSignal | null | undefined,
  timeoutMs: number | undefined,
): { timer?: ReturnType<typeof setTimeout>; limited?: RequestInit } {
  if (timeoutMs === undefined) return {};
  const limit = new AbortController();
  const timer = setTimeout(() => {
    limit.abort(new DOMException('No response came in time.', 'TimeoutError'));
  }, timeoutMs);
  const signals = signal ? [signal, limit.signal] : [limit.signal];
  return { timer, limited: { signal: AbortSignal.any(signals) } };
}

/** Full jitter: anything up to a bound that doubles, beyond what the server asks for. */
function findDelay({ afterMs = 0 }: Retry, attempt: number, maxDelayMs: number): number {
  const bound = Math.min(FIRST_DELAY * 2 ** attempt, maxDelayMs - afterMs);
  return afterMs + Math.random() * Math.max(0, bound);
}

/** Until then, or until the caller gives it up, of which the next attempt says so. */
function wait(ms: number, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
    if (signal?.aborted === true) end();

    function end(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    }
  });
}

/** What of a request decides whether it may be repeated. */
function describeRequest(input: string | URL | Request, init: RequestInit = {}): Sent {
  const request = isRequest(input) ? input : undefined;
  const headers = new Headers(init.headers ?? request?.headers);
  return {
    method: (init.method ?? request?.method ?? 'GET').toUpperCase(),
    url: withoutSecrets(isRequest(input) ? input.url : String(input)),
    hasKey: headers.has('idempotency-key'),
    // Of a Request, each attempt sends a clone.
    isRepeatable: !isStream(init.body),
  };
}

/** Of whatever library. */
function isRequest(input: string | URL | Request): input is Request {
  return typeof input === 'object' && 'clone' in input;
}
