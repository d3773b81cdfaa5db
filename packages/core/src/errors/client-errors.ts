import type { Challenges } from '../challenges/challenge.js';
import { listChallenges } from '../challenges/challenge-fields.js';
import { isScheme } from '../challenges/grammar.js';
import { tokenChallenge } from '../challenges/oauth.js';
import { describeValue } from '../values/describe-value.js';
import { wrongValue } from '../values/wrong-value.js';
import { formatAcceptQuery } from './accept-query.js';
import {
  type ChallengeOptions,
  type Challenging,
  challenging,
  keepChallenges,
  type Terms,
} from './challenging.js';
import { type ErrorArguments, type HttpErrorOptions, optionsOf } from './error-options.js';
import { HttpError } from './http-error.js';
import { checkOwed, joinNames, owing } from './owing.js';
import { encodeUriReference } from './uri-reference.js';

/** What {@link BadRequest} takes beside the usual. */
export interface BadRequestOptions extends ChallengeOptions {
  /** What the client is challenged with, as with `bearer({ error: 'invalid_request' })` (RFC 6750 §3.1). */
  readonly challenges?: Challenges | undefined;
}

const BAD_REQUEST: Terms = { taken: ['challenges', 'triedScheme'] };

/** 400: the request itself is wrong, and will be however often it is sent. @see RFC 9110 §15.5.1 */
export class BadRequest extends HttpError {
  static override name = 'BadRequest';

  declare readonly challenges?: Challenges;

  constructor(...args: ErrorArguments<BadRequestOptions>) {
    const asked = optionsOf(args);
    super(400, ...challenging(asked, args, BAD_REQUEST));
    keepChallenges(this, asked);
  }
}

const UNAUTHORIZED: Terms = { taken: ['triedScheme'] };

/**
 * 401: no credentials came, or they failed. It never leaves without a challenge: say the realm that it
 * protects, in the handler's scheme (`Bearer` by default), a challenge, or several. Without any, the
 * handler's realm stands. What the client should read comes second.
 *
 *     throw new Unauthorized('orders', 'Please log in.');
 *
 *     HTTP/1.1 401 Unauthorized
 *     WWW-Authenticate: Bearer realm="orders"
 *
 * For a user who is known but may not, throw {@link Forbidden}.
 *
 * @throws {TypeError} when the realm is empty, or a challenge can't be written
 * @see RFC 9110 §15.5.2
 */
export class Unauthorized extends HttpError {
  static override name = 'Unauthorized';

  declare readonly challenges?: Challenges;

  constructor(realm?: Challenges, ...args: ErrorArguments<ChallengeOptions>) {
    const asked = { challenges: realm, triedScheme: optionsOf(args).triedScheme };
    super(401, ...challenging(asked, args, UNAUTHORIZED));
    keepChallenges(this, asked);
  }
}

/** What {@link StepUpRequired} asks of the authentication; one of the two at least. */
export type StepUp =
  | { readonly acrValues: string | readonly string[]; readonly maxAge?: number | undefined }
  | { readonly acrValues?: undefined; readonly maxAge: number };

function checkStepUp(stepUp: Partial<StepUp> | undefined): void {
  if (stepUp?.acrValues === undefined && stepUp?.maxAge === undefined) {
    throw new TypeError(`a step-up must ask for acrValues or maxAge, not ${describeValue(stepUp)}`);
  }
}

/**
 * 401 for a user who is authenticated, but not freshly or not strongly enough. It leaves in the scheme
 * of the token that the client sent, Bearer or DPoP.
 *
 *     HTTP/1.1 401 Unauthorized
 *     WWW-Authenticate: Bearer error="insufficient_user_authentication", max_age="300"
 *
 * @throws {TypeError} when it asks for neither, or for what no challenge can say
 * @see RFC 9470 §3
 */
export class StepUpRequired extends Unauthorized {
  static override name = 'StepUpRequired';

  declare readonly challenges: Challenges;

  constructor(stepUp: StepUp, ...args: ErrorArguments<ChallengeOptions>) {
    checkStepUp(stepUp);
    super(tokenChallenge({ error: 'insufficient_user_authentication', ...stepUp }), ...args);
  }
}

/** 402: reserved by the RFC; in use for payments and quotas. @see RFC 9110 §15.5.3 */
export class PaymentRequired extends HttpError {
  static override name = 'PaymentRequired';

  constructor(...args: ErrorArguments) {
    super(402, ...args);
  }
}

/** What {@link Forbidden} takes beside the usual. */
export interface ForbiddenOptions extends ChallengeOptions {
  /**
   * The scope that would do: adds the challenge `Bearer error="insufficient_scope", scope="…"`
   * (RFC 6750 §3.1), in the scheme of the token that the client sent, Bearer or DPoP.
   */
  readonly scope?: string | readonly string[] | undefined;
  /** What the client is challenged with, for other schemes; `scope` is not looked at then. */
  readonly challenges?: Challenges | undefined;
}

const FORBIDDEN: Terms = { taken: ['scope', 'challenges', 'triedScheme'] };

/**
 * 403: the user is known and may not. `conceal: true` makes it a 404 that nobody can tell from a
 * real one; the report still says 403.
 *
 * @see RFC 9110 §15.5.4
 */
export class Forbidden extends HttpError {
  static override name = 'Forbidden';

  declare readonly challenges?: Challenges;

  constructor(...args: ErrorArguments<ForbiddenOptions>) {
    const asked = askedBy(args);
    super(403, ...(asked === undefined ? args : challenging(asked, args, FORBIDDEN)));
    if (asked !== undefined) keepChallenges(this, asked);
  }
}

function askedBy(args: ErrorArguments<ForbiddenOptions>): Challenging | undefined {
  const { scope, challenges, triedScheme } = optionsOf(args);
  if (scope === undefined && challenges === undefined && triedScheme === undefined) {
    return undefined;
  }
  const needed =
    scope === undefined ? undefined : tokenChallenge({ error: 'insufficient_scope', scope });
  return { challenges: challenges ?? needed, triedScheme };
}

const NOTHING: ErrorArguments = [];

/** 404: nothing is here, or nobody may know that something is. @see RFC 9110 §15.5.5 */
export class NotFound extends HttpError {
  static override name = 'NotFound';

  declare readonly status: 404;

  constructor(...args: ErrorArguments) {
    // What a Forbidden does, so that a concealed one can't be told by the time that it takes.
    const asked = askedBy(NOTHING);
    super(404, ...(asked === undefined ? args : challenging(asked, args, FORBIDDEN)));
    if (asked !== undefined) keepChallenges(this, asked);
  }
}

/**
 * 405: the resource exists and has other methods. They go out as `Allow`; an empty list is legal.
 *
 * @throws {TypeError} when it is no list of methods
 * @see RFC 9110 §15.5.6, §10.2.1
 */
export class MethodNotAllowed extends HttpError {
  static override name = 'MethodNotAllowed';

  constructor(allow: readonly string[], ...args: ErrorArguments) {
    const Allow = joinNames('allow must be a list of methods', allow);
    super(405, ...owing({ headers: { Allow } }, args));
  }
}

/** What {@link NotAcceptable} takes beside the usual. */
export interface NotAcceptableOptions extends HttpErrorOptions {
  /** The media types, languages or codings there are; sent as the member `available`. */
  readonly available?: readonly string[] | undefined;
}

/** 406: no representation fits what the request accepts. @see RFC 9110 §15.5.7 */
export class NotAcceptable extends HttpError {
  static override name = 'NotAcceptable';

  constructor(...args: ErrorArguments<NotAcceptableOptions>) {
    const { available } = optionsOf(args);
    checkOwed({ available });
    super(
      406,
      ...(available === undefined
        ? args
        : owing({ extensions: { available } }, args, ['available'])),
    );
  }
}

const PROXY: Terms = { taken: ['triedScheme'], field: 'Proxy-Authenticate' };

/**
 * 407: a proxy wants credentials. Takes its challenges as {@link Unauthorized} does. It is for what is a
 * proxy to its client itself: another proxy between the two takes `Proxy-Authenticate` off, and clients
 * look for a challenge nowhere else. An origin server asks by 401.
 *
 * @throws {TypeError} when a challenge can't be written, or is one for DPoP
 * @see RFC 9110 §15.5.8, RFC 9449 §7.1
 */
export class ProxyAuthenticationRequired extends HttpError {
  static override name = 'ProxyAuthenticationRequired';

  declare readonly challenges?: Challenges;

  constructor(challenges?: Challenges, ...args: ErrorArguments<ChallengeOptions>) {
    const asked = { challenges, triedScheme: optionsOf(args).triedScheme };
    if (
      challenges !== undefined &&
      listChallenges(challenges).some((one) => isScheme(one, 'dpop'))
    ) {
      throw new TypeError('DPoP is not for proxies (RFC 9449 §7.1): challenge with another scheme');
    }
    super(407, ...challenging(asked, args, PROXY));
    keepChallenges(this, asked);
  }
}

/** 408: the request did not arrive whole in time; the connection is closed. @see RFC 9110 §15.5.9 */
export class RequestTimeout extends HttpError {
  static override name = 'RequestTimeout';

  constructor(...args: ErrorArguments) {
    super(408, ...args);
  }
}

/**
 * 409: the request conflicts with the state of the resource; the detail should let the user recognise
 * the conflict.
 *
 * @see RFC 9110 §15.5.10
 */
export class Conflict extends HttpError {
  static override name = 'Conflict';

  constructor(...args: ErrorArguments) {
    super(409, ...args);
  }
}

/** 410: it was here and is gone for good. @see RFC 9110 §15.5.11 */
export class Gone extends HttpError {
  static override name = 'Gone';

  constructor(...args: ErrorArguments) {
    super(410, ...args);
  }
}

/** 411: the request must say its Content-Length. @see RFC 9110 §15.5.12 */
export class LengthRequired extends HttpError {
  static override name = 'LengthRequired';

  constructor(...args: ErrorArguments) {
    super(411, ...args);
  }
}

/** 412: a precondition such as If-Match does not hold. @see RFC 9110 §15.5.13 */
export class PreconditionFailed extends HttpError {
  static override name = 'PreconditionFailed';

  constructor(...args: ErrorArguments) {
    super(412, ...args);
  }
}

/** What {@link ContentTooLarge} takes beside the usual. */
export interface ContentTooLargeOptions extends HttpErrorOptions {
  /** The largest content that is taken, in bytes; sent as the member `limit`. */
  readonly limit?: number | undefined;
}

/** 413: the content is larger than the server takes. @see RFC 9110 §15.5.14 */
export class ContentTooLarge extends HttpError {
  static override name = 'ContentTooLarge';

  constructor(...args: ErrorArguments<ContentTooLargeOptions>) {
    const { limit } = optionsOf(args);
    checkOwed({ limit });
    super(413, ...(limit === undefined ? args : owing({ extensions: { limit } }, args, ['limit'])));
  }
}

/** 414: the request target is longer than the server reads. @see RFC 9110 §15.5.15 */
export class UriTooLong extends HttpError {
  static override name = 'UriTooLong';

  constructor(...args: ErrorArguments) {
    super(414, ...args);
  }
}

/**
 * What {@link UnsupportedMediaType} takes beside the usual: `acceptEncoding` if the content coding
 * was the problem, one of the others if the media type was (RFC 9110 §12.5.3 forbids both at once).
 */
export type UnsupportedMediaTypeOptions = HttpErrorOptions &
  (
    | {
        /** The media types that are taken; sent as `Accept`. */
        readonly accept?: readonly string[] | undefined;
        /** The patch formats that are taken; sent as `Accept-Patch` (RFC 5789 §2.2). */
        readonly acceptPatch?: readonly string[] | undefined;
        /** The query formats that are taken; sent as `Accept-Query`, a structured list (RFC 10008 §3). */
        readonly acceptQuery?: readonly string[] | undefined;
        readonly acceptEncoding?: undefined;
      }
    | {
        /** The content codings that are taken; sent as `Accept-Encoding`. */
        readonly acceptEncoding: readonly string[];
        readonly accept?: undefined;
        readonly acceptPatch?: undefined;
        readonly acceptQuery?: undefined;
      }
  );

const MEDIA = ['accept', 'acceptEncoding', 'acceptPatch', 'acceptQuery'];

/**
 * 415: the content's media type or coding is not taken.
 *
 * @throws {TypeError} when a query format is no media range that Accept-Query can say
 * @see RFC 9110 §15.5.16
 */
export class UnsupportedMediaType extends HttpError {
  static override name = 'UnsupportedMediaType';

  constructor(...args: ErrorArguments<UnsupportedMediaTypeOptions>) {
    const { accept, acceptEncoding, acceptPatch, acceptQuery } = optionsOf(args);
    checkOwed({ accept, acceptEncoding, acceptPatch, acceptQuery });
    const headers: Record<string, string> = {};
    if (accept) headers.Accept = accept.join(', ');
    if (acceptEncoding) headers['Accept-Encoding'] = acceptEncoding.join(', ');
    if (acceptPatch) headers['Accept-Patch'] = acceptPatch.join(', ');
    if (acceptQuery?.length) headers['Accept-Query'] = formatAcceptQuery(acceptQuery);
    if ('Accept-Encoding' in headers && Object.keys(headers).length > 1) {
      throw new TypeError(
        'acceptEncoding is for a coding that is not taken, the others for a media type: not both',
      );
    }
    super(415, ...owing({ headers }, args, MEDIA));
  }
}

/**
 * 416: none of the ranges overlaps the representation, whose size in bytes goes out as
 * `Content-Range`.
 *
 * @throws {TypeError} when the size is no whole number of bytes, 0 or more
 * @see RFC 9110 §15.5.17
 */
export class RangeNotSatisfiable extends HttpError {
  static override name = 'RangeNotSatisfiable';

  constructor(size: number, ...args: ErrorArguments) {
    if (!Number.isSafeInteger(size) || size < 0) {
      throw wrongValue('size', 'a number of bytes (0 or more)', size);
    }
    super(416, ...owing({ headers: { 'Content-Range': `bytes */${size}` } }, args));
  }
}

/** 417: an expectation of the Expect field can't be met. @see RFC 9110 §15.5.18 */
export class ExpectationFailed extends HttpError {
  static override name = 'ExpectationFailed';

  constructor(...args: ErrorArguments) {
    super(417, ...args);
  }
}

/** 418: a joke of 1998 that the registry keeps reserved. @see RFC 9110 §15.5.19 */
export class ImATeapot extends HttpError {
  static override name = 'ImATeapot';

  constructor(...args: ErrorArguments) {
    super(418, ...args);
  }
}

/** 421: this server does not answer for that origin; never sent by a proxy. @see RFC 9110 §15.5.20 */
export class MisdirectedRequest extends HttpError {
  static override name = 'MisdirectedRequest';

  constructor(...args: ErrorArguments) {
    super(421, ...args);
  }
}

/** 422: well-formed, understood, and its content is wrong. @see RFC 9110 §15.5.21 */
export class UnprocessableContent extends HttpError {
  static override name = 'UnprocessableContent';

  constructor(...args: ErrorArguments) {
    super(422, ...args);
  }
}

/** 423: the resource is locked. @see RFC 4918 §11.3 */
export class Locked extends HttpError {
  static override name = 'Locked';

  constructor(...args: ErrorArguments) {
    super(423, ...args);
  }
}

/** 424: the request depended on another that failed. @see RFC 4918 §11.4 */
export class FailedDependency extends HttpError {
  static override name = 'FailedDependency';

  constructor(...args: ErrorArguments) {
    super(424, ...args);
  }
}

/** 425: sent as early data, which could be replayed. @see RFC 8470 §5.2 */
export class TooEarly extends HttpError {
  static override name = 'TooEarly';

  constructor(...args: ErrorArguments) {
    super(425, ...args);
  }
}

/**
 * 426: the server wants another protocol, named as in the `Upgrade` field: `websocket`, `TLS/1.2`. The
 * member `supported` says it too, for proxies take that field off.
 *
 * @throws {TypeError} when no protocol is named, or what is no protocol
 * @see RFC 9110 §15.5.22, §7.8
 */
export class UpgradeRequired extends HttpError {
  static override name = 'UpgradeRequired';

  constructor(protocols: string | readonly [string, ...string[]], ...args: ErrorArguments) {
    const names = typeof protocols === 'string' ? [protocols] : protocols;
    const Upgrade = joinNames('protocols must name one protocol at least', names);
    if (Upgrade === '') throw new TypeError('protocols must name one protocol at least');
    super(426, ...owing({ headers: { Upgrade }, extensions: { supported: [...names] } }, args));
  }
}

/** 428: the request must be conditional; the detail should say how. @see RFC 6585 §3 */
export class PreconditionRequired extends HttpError {
  static override name = 'PreconditionRequired';

  constructor(...args: ErrorArguments) {
    super(428, ...args);
  }
}

/** 429: too many in too short a time; `retryAfter` says how long to wait. @see RFC 6585 §4 */
export class TooManyRequests extends HttpError {
  static override name = 'TooManyRequests';

  constructor(...args: ErrorArguments) {
    super(429, ...args);
  }
}

/** What {@link RequestHeaderFieldsTooLarge} takes beside the usual. */
export interface RequestHeaderFieldsTooLargeOptions extends HttpErrorOptions {
  /** The name of the field that is too large; sent as the member `field`. */
  readonly field?: string | undefined;
}

/** 431: one field, or all of them together, is too large. @see RFC 6585 §5 */
export class RequestHeaderFieldsTooLarge extends HttpError {
  static override name = 'RequestHeaderFieldsTooLarge';

  constructor(...args: ErrorArguments<RequestHeaderFieldsTooLargeOptions>) {
    const { field } = optionsOf(args);
    checkOwed({ field });
    super(431, ...(field === undefined ? args : owing({ extensions: { field } }, args, ['field'])));
  }
}

/** What {@link UnavailableForLegalReasons} takes beside the usual. */
export interface UnavailableForLegalReasonsOptions extends HttpErrorOptions {
  /** A URI that identifies who blocks the resource; sent as `Link` with `rel="blocked-by"`. */
  readonly blockedBy?: string | undefined;
}

/** 451: a legal demand forbids it; the detail should explain the demand. @see RFC 7725 §3 */
export class UnavailableForLegalReasons extends HttpError {
  static override name = 'UnavailableForLegalReasons';

  constructor(...args: ErrorArguments<UnavailableForLegalReasonsOptions>) {
    const { blockedBy } = optionsOf(args);
    checkOwed({ blockedBy });
    const Link = `<${encodeUriReference(blockedBy ?? '')}>; rel="blocked-by"`;
    super(
      451,
      ...(blockedBy === undefined ? args : owing({ headers: { Link } }, args, ['blockedBy'])),
    );
  }
}
