import { type ErrorArguments, type HttpErrorOptions, optionsOf } from './error-options.js';
import { HttpError } from './http-error.js';
import { checkOwed, owing } from './owing.js';

/**
 * 500: something broke that the client can't mend. The message is for the report; the client gets a
 * generic detail unless `expose: true`.
 *
 * @see RFC 9110 §15.6.1
 */
export class InternalServerError extends HttpError {
  static override name = 'InternalServerError';

  constructor(...args: ErrorArguments) {
    super(500, ...args);
  }
}

/** 501: the server does not support what the method needs. @see RFC 9110 §15.6.2 */
export class NotImplemented extends HttpError {
  static override name = 'NotImplemented';

  constructor(...args: ErrorArguments) {
    super(501, ...args);
  }
}

/** 502: an upstream server answered badly. @see RFC 9110 §15.6.3 */
export class BadGateway extends HttpError {
  static override name = 'BadGateway';

  constructor(...args: ErrorArguments) {
    super(502, ...args);
  }
}

/** 503: overloaded or in maintenance; `retryAfter` says until when. @see RFC 9110 §15.6.4 */
export class ServiceUnavailable extends HttpError {
  static override name = 'ServiceUnavailable';

  constructor(...args: ErrorArguments) {
    super(503, ...args);
  }
}

/** 504: an upstream server did not answer in time. @see RFC 9110 §15.6.5 */
export class GatewayTimeout extends HttpError {
  static override name = 'GatewayTimeout';

  constructor(...args: ErrorArguments) {
    super(504, ...args);
  }
}

/** What {@link HttpVersionNotSupported} takes beside the usual. */
export interface HttpVersionNotSupportedOptions extends HttpErrorOptions {
  /** The versions there are, such as `HTTP/1.1`; sent as the member `supported`. Implies `expose`. */
  readonly supported?: readonly string[] | undefined;
}

/** 505: the request's HTTP version is not spoken here. @see RFC 9110 §15.6.6 */
export class HttpVersionNotSupported extends HttpError {
  static override name = 'HttpVersionNotSupported';

  constructor(...args: ErrorArguments<HttpVersionNotSupportedOptions>) {
    const { supported } = optionsOf(args);
    checkOwed({ supported });
    const owed = { extensions: { supported }, expose: true } as const;
    super(505, ...(supported === undefined ? args : owing(owed, args, ['supported'])));
  }
}

/** 506: the chosen variant negotiates itself; a configuration fault. @see RFC 2295 §8.1 */
export class VariantAlsoNegotiates extends HttpError {
  static override name = 'VariantAlsoNegotiates';

  constructor(...args: ErrorArguments) {
    super(506, ...args);
  }
}

/** 507: no room to store what the request needs stored. @see RFC 4918 §11.5 */
export class InsufficientStorage extends HttpError {
  static override name = 'InsufficientStorage';

  constructor(...args: ErrorArguments) {
    super(507, ...args);
  }
}

/** 508: the request ran in a circle. @see RFC 5842 §7.2 */
export class LoopDetected extends HttpError {
  static override name = 'LoopDetected';

  constructor(...args: ErrorArguments) {
    super(508, ...args);
  }
}

/** 510: an extension is missing; obsoleted in the registry. @see RFC 2774 §7 */
export class NotExtended extends HttpError {
  static override name = 'NotExtended';

  constructor(...args: ErrorArguments) {
    super(510, ...args);
  }
}

/** What {@link NetworkAuthenticationRequired} takes beside the usual. */
export interface NetworkAuthenticationRequiredOptions extends HttpErrorOptions {
  /** Where to log in, a URI; sent as the member `login`. Implies `expose`. */
  readonly login?: string | undefined;
}

/** 511: the network wants a login; never sent by an origin server. @see RFC 6585 §6 */
export class NetworkAuthenticationRequired extends HttpError {
  static override name = 'NetworkAuthenticationRequired';

  constructor(...args: ErrorArguments<NetworkAuthenticationRequiredOptions>) {
    const { login } = optionsOf(args);
    checkOwed({ login });
    const owed = { extensions: { login }, expose: true } as const;
    super(511, ...(login === undefined ? args : owing(owed, args, ['login'])));
  }
}
