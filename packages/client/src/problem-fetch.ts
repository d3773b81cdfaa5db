import { RequestError, toRequestError } from './problem-error.js';
import { type ReadOptions, readError } from './read-problem.js';
import { type Retry, type Sent, withoutSecrets } from './retry.js';

/** What {@link problemFetch} takes beside the fetch that it uses. */
export interface ProblemFetchOptions extends ReadOptions {
  /** How often a request that may be repeated is sent again. @default 2 */
  readonly retries?: number | undefined;
  /** Milliseconds that one attempt may take until its response begins; no limit by default. */
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
  checkOptions({ ...options, fetch });
  return async (input, init) => {
    const sent = describeRequest(input, init);
    const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined);
    for (let attempt = 0; ; attempt += 1) {
      const error = await tryOnce();
      if (!(error instanceof RequestError)) return error;
      const delay = findDelay(error.retry, attempt);
      if (attempt >= retries || delay > maxDelayMs || !error.retry.worthwhile) throw error;
      await wait(delay, signal, sent);
    }

    async function tryOnce(): Promise<Response | RequestError> {
      try {
        const source = input instanceof Request ? input.clone() : input;
        const response = await fetch(source, { ...init, ...limit(signal, timeoutMs) });
        return response.status >= 400 ? await readError(response, sent, reading) : response;
      } catch (cause) {
        return toRequestError(sent, cause);
      }
    }
  };
}

function limit(signal: AbortSignal | null | undefined, timeoutMs: number | undefined): RequestInit {
  if (timeoutMs === undefined) return {};
  const timeout = AbortSignal.timeout(timeoutMs);
  return { signal: signal ? AbortSignal.any([signal, timeout]) : timeout };
}

/** Full jitter: anything up to a bound that doubles, beyond what the server asks for. */
function findDelay({ afterMs = 0 }: Retry, attempt: number): number {
  return afterMs + Math.random() * FIRST_DELAY * 2 ** attempt;
}

function wait(ms: number, signal: AbortSignal | null | undefined, sent: Sent): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
    if (signal?.aborted === true) end();

    function end(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      if (signal?.aborted === true) reject(toRequestError(sent, signal.reason));
      else resolve();
    }
  });
}

/** What of a request decides whether it may be repeated. */
function describeRequest(input: string | URL | Request, init: RequestInit = {}): Sent {
  const isRequest = input instanceof Request;
  const headers = new Headers(init.headers ?? (isRequest ? input.headers : undefined));
  return {
    method: (init.method ?? (isRequest ? input.method : 'GET')).toUpperCase(),
    url: withoutSecrets(isRequest ? input.url : String(input)),
    hasKey: headers.has('idempotency-key'),
    // Of a Request, each attempt sends a clone.
    isRepeatable: !(init.body instanceof ReadableStream),
  };
}

function checkOptions(options: ProblemFetchOptions & { fetch: unknown }): void {
  if (typeof options.fetch !== 'function') throw new TypeError('fetch must be a function');
  for (const name of ['retries', 'timeoutMs', 'maxDelayMs', 'maxBytes'] as const) {
    const value = options[name];
    if (value !== undefined && !(typeof value === 'number' && value >= 0)) {
      throw new TypeError(`${name} must be a number, 0 or more, not ${String(value)}`);
    }
  }
  if (options.envelope !== undefined && typeof options.envelope !== 'function') {
    throw new TypeError('envelope must be a function');
  }
  for (const name of Object.keys(options)) {
    if (!KNOWN.has(name)) throw new TypeError(`${name} is no option of problemFetch`);
  }
}

const KNOWN = new Set(['fetch', 'retries', 'timeoutMs', 'maxDelayMs', 'maxBytes', 'envelope']);
