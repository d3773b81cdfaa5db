import type { Problem } from './problem.js';
import { readRetryAfter } from './read-retry-after.js';

/** Whether the same request is worth sending again, and when. */
export interface Retry {
  /** It may succeed, and sending it twice does no harm. */
  readonly worthwhile: boolean;
  /** Milliseconds that the server asks to wait (Retry-After); undefined where it asks for none. */
  readonly afterMs: number | undefined;
  /** Why, for a log. */
  readonly reason: string;
}

/** What was sent. */
export interface Sent {
  readonly method: string;
  /** Without userinfo, query and fragment, which may hold what is secret. */
  readonly url: string;
  /** The server knows it again: an `Idempotency-Key` was sent. */
  readonly hasKey: boolean;
  /** Its content can be sent once more: it is no stream. */
  readonly isRepeatable: boolean;
}

/** Two of them have the effect of one (RFC 9110 §9.2.2, RFC 10008 §2). */
const IDEMPOTENT = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'QUERY', 'PUT', 'DELETE']);

/** The server says so before it does anything, whatever the method (RFC 8470 §5.2, RFC 6585 §4). */
const REFUSED_UNREAD = new Set([425, 429]);

/** May pass by itself (RFC 9110 §15.5.9, §15.6.3 to 15.6.5). */
const PASSING = new Set([408, 425, 429, 502, 503, 504]);

/** For a response that says what is wrong. */
export function adviseOnResponse(sent: Sent, problem: Problem, headers: Headers): Retry {
  const afterMs = readRetryAfter(headers);
  const { status, temporary = PASSING.has(status) || afterMs !== undefined } = problem;
  if (!temporary) return { worthwhile: false, afterMs, reason: `a ${status} stays` };
  return adviseOnMethod(sent, REFUSED_UNREAD.has(status), afterMs);
}

/** For a request that got no response. */
export function adviseOnFailure(sent: Sent, kind: 'network' | 'timeout' | 'aborted'): Retry {
  return kind === 'aborted'
    ? { worthwhile: false, afterMs: undefined, reason: 'the caller has given it up' }
    : adviseOnMethod(sent, false, undefined);
}

function adviseOnMethod(
  { method, hasKey, isRepeatable }: Sent,
  isUnread: boolean,
  afterMs: number | undefined,
): Retry {
  const say = (worthwhile: boolean, reason: string): Retry => ({ worthwhile, afterMs, reason });
  if (!isRepeatable) return say(false, 'the content was a stream, which is gone');
  if (isUnread) return say(true, 'the server has done nothing yet');
  if (hasKey) return say(true, 'it has an Idempotency-Key');
  return IDEMPOTENT.has(method)
    ? say(true, `${method} may be repeated`)
    : say(false, `a second ${method} may do it twice`);
}

/** Userinfo, query and fragment go, also where there is no scheme, or a slash is missing or turned. */
export function withoutSecrets(url: string): string {
  const [address = ''] = url.split(/[?#]/, 1);
  return address.replace(/^([a-z][a-z\d+.-]*:[\\/]*|[\\/]{2,})[^\\/]*@/i, '$1');
}

/** A web stream, or one of Node's, or a generator: all can be read once. */
export function isStream(content: unknown): boolean {
  return (
    typeof content === 'object' &&
    content !== null &&
    ('getReader' in content || 'pipe' in content || Symbol.asyncIterator in content)
  );
}
