import { writeList } from './structured-field.js';

/** What a client may use, by a policy that the server has. */
export interface QuotaPolicy {
  /** ASCII. */
  readonly name: string;
  /** How many units are allotted in a window: an integer, 0 or more. */
  readonly quota: number;
  /** Seconds: an integer, 1 or more. */
  readonly window?: number | undefined;
  /** What is counted. @default requests, by the draft */
  readonly unit?: 'requests' | 'content-bytes' | 'concurrent-requests' | undefined;
  /** Which part of the capacity is the client's; it leaves in base64, and must hold no secret. */
  readonly partitionKey?: Uint8Array | undefined;
}

/** What is left of a quota policy. */
export interface ServiceLimit {
  /** That of the policy. */
  readonly name: string;
  /** Units: 0 or more; a fraction is rounded down. */
  readonly available: number;
  /** Seconds for which no more than that is available: 0 or more; a fraction is rounded up. */
  readonly window?: number | undefined;
  readonly partitionKey?: Uint8Array | undefined;
}

/**
 * Writes the value of RateLimit-Policy: `"hourly";q=100;w=3600`.
 *
 * @throws {TypeError} for what the field can't say
 * @see draft-ietf-httpapi-ratelimit-headers-11 §3
 */
export function rateLimitPolicy(policies: readonly QuotaPolicy[]): string {
  checkList(policies);
  return writeList(
    policies.map(({ name, quota, unit, window, partitionKey }) => [
      name,
      {
        q: atLeast('quota', 0, quota),
        qu: unit,
        w: window === undefined ? undefined : atLeast('window', 1, window),
        pk: partitionKey,
      },
    ]),
  );
}

/**
 * Writes the value of RateLimit: `"hourly";r=0;t=120`. Of a response that has it and Retry-After, clients heed
 * the latter, which should not end earlier.
 *
 * @throws {TypeError} for what the field can't say
 * @see draft-ietf-httpapi-ratelimit-headers-11 §4
 */
export function rateLimit(limits: readonly ServiceLimit[]): string {
  checkList(limits);
  return writeList(
    limits.map(({ name, available, window, partitionKey }) => [
      name,
      {
        r: Math.floor(atLeast('available', 0, available)),
        t: window === undefined ? undefined : Math.ceil(atLeast('window', 0, window)),
        pk: partitionKey,
      },
    ]),
  );
}

function checkList(items: unknown): void {
  if (Array.isArray(items) && items.length > 0) return;
  throw new TypeError('a list of one policy or more is needed');
}

function atLeast(what: string, least: number, value: number): number {
  if (value >= least) return value;
  throw new TypeError(`${what} must be a number, ${least} or more, not ${String(value)}`);
}
