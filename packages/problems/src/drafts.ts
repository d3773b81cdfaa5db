/**
 * Problem types and fields of Internet-Drafts, which may still change: the entry
 * `@faultless/problems/drafts`. A change of a draft is a change here, in a minor version.
 */

// draft-ietf-httpapi-ratelimit-headers-11

export {
  AbnormalUsageDetected,
  QuotaExceeded,
  TemporaryReducedCapacity,
} from './drafts/quotas.js';
export {
  type QuotaPolicy,
  rateLimit,
  rateLimitPolicy,
  type ServiceLimit,
} from './drafts/rate-limit.js';

// draft-ietf-httpapi-idempotency-key-header-07

export { defineIdempotencyProblems, type IdempotencyProblems } from './drafts/idempotency-key.js';

// draft-ietf-httpbis-resumable-upload-11

export {
  CompletedUpload,
  InconsistentUploadLength,
  MismatchingUploadOffset,
} from './drafts/resumable-upload.js';
