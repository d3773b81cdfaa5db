import type { Challenge } from '../challenges/challenge.js';
import { buildChallengeFields, listChallenges } from '../challenges/challenge-fields.js';
import {
  findSchemesTriedAtProxy,
  findTriedSchemes,
  withholdErrors,
} from '../challenges/follow-client.js';
import { isScheme } from '../challenges/grammar.js';
import { readChallenges } from '../challenges/parse-challenges.js';
import type { HttpError } from '../errors/http-error.js';
import type { RequestFacts } from '../exchange.js';

/** What the handler's options say of challenges. */
export interface ChallengeSettings {
  /** What a bare scope, and a 401 or 407 without a challenge, is challenged with. */
  readonly scheme: string;
  readonly realm: string;
  /** The URL of the protected resource's metadata, for each token challenge (RFC 9728 §5.1). */
  readonly metadataUrl: string | undefined;
  /** The JWS algorithms of proofs, for each DPoP challenge (RFC 9449 §7.1). */
  readonly dpopAlgs: string | undefined;
}

/** What a challenge answers to. */
interface Asked {
  readonly request: RequestFacts;
  /** The content as the app has parsed it, if it has. */
  readonly content?: (() => unknown) | undefined;
  /** The field as the error's headers or the app have set it. */
  readonly present: unknown;
  /** Whether the response must have a challenge. */
  readonly owed: boolean;
}

/**
 * The fields that challenge one request: what the error asks for, or what is set already, or else,
 * where one is owed, the handler's own challenge; each as far as this client may know.
 *
 * @returns no fields where what is set may go out as it is
 */
export function challengeRequest(
  { challenges, status, triedScheme }: Pick<HttpError, 'challenges' | 'status' | 'triedScheme'>,
  { request, content, present, owed }: Asked,
  settings: ChallengeSettings,
): Record<string, string | string[]> {
  const proxy = status === 407;
  // RFC 9449 §7.1: DPoP is not for proxies.
  const scheme = proxy && settings.scheme === 'DPoP' ? 'Bearer' : settings.scheme;
  const given =
    challenges === undefined ? readChallenges(present) : listChallenges(challenges, scheme);
  if (given === undefined) return {};
  const allowed = given.filter((one) => !(proxy && isScheme(one, 'dpop')));
  if (allowed.length === 0 && !owed) return {};
  const list = allowed.length === 0 ? listChallenges(settings.realm, scheme) : allowed;
  const presented = { request, content, stated: triedScheme };
  if (proxy) {
    const tried = findSchemesTriedAtProxy(presented);
    return buildChallengeFields('Proxy-Authenticate', withholdErrors(list, tried, settings.realm));
  }
  const tried = findTriedSchemes(presented);
  const followed = list.map((one) => addParams(followClient(one, tried, scheme), settings));
  return buildChallengeFields('WWW-Authenticate', withholdErrors(followed, tried, settings.realm));
}

/** Puts a challenge about a token into the scheme in which the client sent one. */
function followClient(challenge: Challenge, tried: readonly string[], fallback: string): Challenge {
  if (challenge.followsClient !== true) return challenge;
  const token = tried.find((one) => one === 'dpop' || one === 'bearer') ?? fallback.toLowerCase();
  return { ...challenge, scheme: token === 'dpop' ? 'DPoP' : 'Bearer' };
}

/** Adds what the handler knows, unless the challenge says it itself. */
function addParams(challenge: Challenge, { metadataUrl, dpopAlgs }: ChallengeSettings): Challenge {
  const dpop = isScheme(challenge, 'dpop');
  if (!(dpop || isScheme(challenge, 'bearer'))) return challenge;
  const { params } = challenge;
  const said = new Set(Object.keys(params).map((name) => name.toLowerCase()));
  const algs = dpop && dpopAlgs !== undefined && !said.has('algs') ? { algs: dpopAlgs } : {};
  const metadata =
    metadataUrl !== undefined && !said.has('resource_metadata')
      ? { resource_metadata: metadataUrl }
      : {};
  return { ...challenge, params: { ...params, ...algs, ...metadata } };
}
