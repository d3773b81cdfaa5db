import { defineProblem } from '@faultless/core';
import { REGISTRY } from './iana.js';

interface DigestSource {
  /** The key of the algorithm, as the field has it: `sha-256`. */
  readonly algorithm: string;
  /** The field: `Repr-Digest`, `Content-Digest`, or one that wants them. */
  readonly header: string;
}

/**
 * 400: none of the algorithms in the request's Content-Digest, Repr-Digest or their Want- fields is known
 * here. `Want-Content-Digest` and `Want-Repr-Digest` among its headers say which are.
 *
 *     throw new UnsupportedHashingAlgorithms(
 *       'Use sha-256 or sha-512.',
 *       { unsupported_algorithms: [{ algorithm: 'md5', header: 'Content-Digest' }] },
 *       { headers: { 'Want-Content-Digest': 'sha-512=3, sha-256=10' } },
 *     );
 *
 * @see draft-ietf-httpapi-digest-fields-problem-types-06 §3.1, RFC 9530
 */
export const UnsupportedHashingAlgorithms = defineProblem<{
  readonly unsupported_algorithms: readonly DigestSource[];
}>({
  type: `${REGISTRY}digest-unsupported-algorithms`,
  title: 'Unsupported Hashing Algorithms',
  status: 400,
  name: 'UnsupportedHashingAlgorithms',
});

/**
 * 400: a digest that its algorithm can't make, as one that is too short. Not for a field that is no
 * structured field: that is a `BadRequest`.
 *
 * @see draft-ietf-httpapi-digest-fields-problem-types-06 §3.2, RFC 9530
 */
export const InvalidDigestValues = defineProblem<{
  readonly invalid_digests: readonly (DigestSource & {
    /** For people. */
    readonly reason: string;
  })[];
}>({
  type: `${REGISTRY}digest-invalid-values`,
  title: 'Invalid Digest Values',
  status: 400,
  name: 'InvalidDigestValues',
});

/**
 * 400: the content has another digest than the request says. It is not told which: that would help whoever
 * tries to find out what the content is.
 *
 * @see draft-ietf-httpapi-digest-fields-problem-types-06 §3.3, RFC 9530
 */
export const MismatchedDigestValues = defineProblem<{
  readonly mismatched_digests: readonly (DigestSource & {
    /** As the request has it, a structured byte sequence: `:RK/0qy18…=:`. */
    readonly provided_digest: string;
  })[];
}>({
  type: `${REGISTRY}digest-mismatched-values`,
  title: 'Mismatched Digest Values',
  status: 400,
  name: 'MismatchedDigestValues',
});
