// Not run: the type check fails where one of these does not compile, as it is run with
// exactOptionalPropertyTypes.
import {
  BadRequest,
  ContentTooLarge,
  defineProblem,
  HttpVersionNotSupported,
  NetworkAuthenticationRequired,
  NotAcceptable,
  RequestHeaderFieldsTooLarge,
  StepUpRequired,
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
