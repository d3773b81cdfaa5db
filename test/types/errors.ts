// Not run: the type check, which is run with exactOptionalPropertyTypes, fails where one of the good
// ones does not compile, or one of the others does (an unused @ts-expect-error is an error).
import {
  BadRequest,
  ContentTooLarge,
  defineProblem,
  HttpError,
  HttpVersionNotSupported,
  NetworkAuthenticationRequired,
  NotAcceptable,
  NotFound,
  RequestHeaderFieldsTooLarge,
  StepUpRequired,
  Unauthorized,
  UnavailableForLegalReasons,
  UnsupportedMediaType,
} from '@faultless/core';

/** Options as an application computes them, so that each may turn out to be undefined. */
export const COMPUTED = (
  text: string | undefined,
  list: readonly string[] | undefined,
  size: number | undefined,
  flag: boolean | undefined,
) => [
  new BadRequest({ challenges: text }),
  new ContentTooLarge({ limit: size }),
  new HttpVersionNotSupported({ supported: list }),
  new NetworkAuthenticationRequired({ login: text }),
  new NotAcceptable({ available: list }),
  new RequestHeaderFieldsTooLarge({ field: text }),
  new StepUpRequired({ acrValues: 'strong', maxAge: size }),
  new UnavailableForLegalReasons({ blockedBy: text }),
  new UnsupportedMediaType({ accept: list, acceptPatch: list, acceptQuery: list }),
  new UnsupportedMediaType({ acceptEncoding: ['gzip'], accept: undefined }),
  defineProblem({ type: 'https://a.example/', title: 'A', status: 403, code: text, expose: flag }),
];

export const ERRORS_FOR_OPTIONS = (cause: Error, unknown: unknown) => [
  new NotFound({ cause }),
  new NotFound('detail', { cause: unknown }),
  // @ts-expect-error an error is a cause
  new NotFound(cause),
  // @ts-expect-error an error is a cause
  new NotFound('detail', cause),
  // @ts-expect-error an error is a cause
  new HttpError(404, cause),
  // @ts-expect-error an error is a cause
  new ContentTooLarge('detail', cause),
  // @ts-expect-error an error is a cause
  new Unauthorized('orders', cause),
  // @ts-expect-error an error is a cause
  new UnsupportedMediaType(cause),
];

export const UNKNOWN_OPTIONS = () => [
  // @ts-expect-error a slip of the pen
  new NotFound({ detial: 'text' }),
  // @ts-expect-error the detail comes first
  new NotFound('detail', { message: 'text' }),
  // @ts-expect-error bytes are a number
  new ContentTooLarge({ limit: '5' }),
  // @ts-expect-error types are a list
  new UnsupportedMediaType({ accept: 'text/csv' }),
  // @ts-expect-error a coding and a type at once
  new UnsupportedMediaType({ accept: ['text/csv'], acceptEncoding: ['gzip'] }),
  // @ts-expect-error a member that is named already
  new NotFound({ extensions: { status: 5 } }),
];
