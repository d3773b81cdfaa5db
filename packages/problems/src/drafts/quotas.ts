import { defineProblem } from '@faultless/core';
import { REGISTRY } from '../registered/iana.js';

interface ViolatedPolicies {
  /** The names of the quota policies, as RateLimit-Policy has them. */
  readonly 'violated-policies': readonly string[];
}

/**
 * 429: the client has used up what one or more quota policies give it.
 *
 *     throw new QuotaExceeded(
 *       'You may send 100 requests an hour.',
 *       { 'violated-policies': ['hourly'] },
 *       {
 *         retryAfter: 120,
 *         headers: {
 *           'RateLimit-Policy': rateLimitPolicy([{ name: 'hourly', quota: 100, window: 3600 }]),
 *           RateLimit: rateLimit([{ name: 'hourly', available: 0, window: 120 }]),
 *         },
 *       },
 *     );
 *
 * @see draft-ietf-httpapi-ratelimit-headers-11 §5.1
 */
export const QuotaExceeded = defineProblem<ViolatedPolicies>({
  type: `${REGISTRY}quota-exceeded`,
  title: 'Quota Exceeded',
  status: 429,
  name: 'QuotaExceeded',
});

/**
 * 503: the server can do less than usual for a while, and this request is too much for it. RateLimit-Policy
 * may tell the lower quota.
 *
 * @see draft-ietf-httpapi-ratelimit-headers-11 §5.2
 */
export const TemporaryReducedCapacity = defineProblem<ViolatedPolicies>({
  type: `${REGISTRY}temporary-reduced-capacity`,
  title: 'Temporary Reduced Capacity',
  status: 503,
  expose: true,
  name: 'TemporaryReducedCapacity',
});

/**
 * 429: the client's requests look like a mistake, or like an attack.
 *
 * @see draft-ietf-httpapi-ratelimit-headers-11 §5.3
 */
export const AbnormalUsageDetected = defineProblem<ViolatedPolicies>({
  type: `${REGISTRY}abnormal-usage-detected`,
  title: 'Abnormal Usage Detected',
  status: 429,
  name: 'AbnormalUsageDetected',
});
