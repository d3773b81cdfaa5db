import { buildChallengeFields } from '../challenges/challenge-fields.js';
import { listChallenges } from '../challenges/list-challenges.js';
import { readChallenges } from '../challenges/read-challenges.js';
import type { Challenge } from '../challenges/types.js';
import { withholdErrors } from '../challenges/withhold-errors.js';
import type { HttpError } from '../errors/http-error.js';
import type { RequestFacts } from '../types.js';

/** What the handler's options say of challenges. */
export interface ChallengeSettings {
  /** What a bare scope, and a 401 or 407 without a challenge, is challenged with. */
  readonly scheme: string;
  readonly realm: string;
  /** The URL of the protected resource's metadata, for each token challenge (RFC 9728 §5.1). */
  readonly metadataUrl: string | undefined;
}

/**
 * The fields that challenge one request: what the error asks for, or what is set already, or else
 * the handler's own challenge; each as far as this client may know.
 *
 * @param present the field as the error's headers or the app have set it
 * @returns no fields where that may go out as it is
 */
export function challengeRequest(
  { challenges, status }: Pick<HttpError, 'challenges' | 'status'>,
  { headers, present }: { headers: RequestFacts['headers']; present: unknown },
  { scheme, realm, metadataUrl }: ChallengeSettings,
): Record<string, string | string[]> {
  const proxy = status === 407;
  const credentials = headers[proxy ? 'proxy-authorization' : 'authorization'];
  const tried = typeof credentials === 'string' ? credentials : undefined;
  const given =
    challenges === undefined ? readChallenges(present) : listChallenges(challenges, scheme);
  if (given === undefined) return {};
  const allowed = given.filter((one) => !(proxy && isDpop(one)));
  const list = (allowed.length === 0 ? listChallenges(realm, scheme) : allowed).map((one) =>
    withholdErrors(proxy ? one : pointToMetadata(one, metadataUrl), tried, realm),
  );
  return buildChallengeFields(proxy ? 'Proxy-Authenticate' : 'WWW-Authenticate', list);
}

/** RFC 9449 §7.1: DPoP is not for proxies. */
function isDpop({ scheme }: Challenge): boolean {
  return scheme.toLowerCase() === 'dpop';
}

function pointToMetadata(challenge: Challenge, metadataUrl: string | undefined): Challenge {
  const { scheme, params } = challenge;
  if (metadataUrl === undefined || !/^(?:bearer|dpop)$/i.test(scheme)) return challenge;
  const points = Object.keys(params).some((name) => name.toLowerCase() === 'resource_metadata');
  return points
    ? challenge
    : { ...challenge, params: { ...params, resource_metadata: metadataUrl } };
}
