import { readProperty, readText } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { system } from '../services/system.js';

/** More than this is a block for good, and nobody's Retry-After. In seconds. */
const LONGEST = 31_536_000;

/** What RateLimiterQueue says of a queue that is full. */
const QUEUE_FULL = /^Number of requests reached it's maximum/;

/**
 * What rate-limiter-flexible rejects with, which is no error: a count of what is left, and the time until
 * it is counted anew. A union of limiters holds one for each, by its prefix.
 *
 * @see RFC 6585 §4, draft-ietf-httpapi-ratelimit-headers-10
 */
export const rateLimiterFlexible = defineMapper({
  name: 'rate-limiter-flexible',
  libraries: 'rate-limiter-flexible',
  note: 'The answer has `RateLimit`, and `RateLimit-Remaining` and `RateLimit-Reset` of earlier drafts. Of a union, the limiter with the default prefix is known.',
  match: { has: ['_msBeforeNext', 'msBeforeNext', 'rlflx'], message: [QUEUE_FULL] },
  answers: {
    rate_limited: { status: 429, when: 'a client has used up what it is allowed' },
    server_exhausted: system.answers.server_exhausted,
  },
  map({ thrown }, { answer }) {
    if (QUEUE_FULL.test(readText(thrown, 'message'))) return answer('server_exhausted');
    const count = readProperty(thrown, 'rlflx') ?? thrown;
    const left = readProperty(count, 'remainingPoints');
    const wait = readProperty(count, 'msBeforeNext');
    if (typeof left !== 'number' || typeof wait !== 'number') return undefined;
    const seconds = Math.ceil(wait / 1000);
    if (!(wait >= 0 && seconds <= LONGEST)) return answer('rate_limited');
    const remaining = Number.isInteger(left) && left > 0 ? left : 0;
    return answer('rate_limited', {
      retryAfter: seconds,
      headers: {
        RateLimit: `"default";r=${remaining};t=${seconds}`,
        'RateLimit-Remaining': String(remaining),
        'RateLimit-Reset': String(seconds),
      },
    });
  },
});
