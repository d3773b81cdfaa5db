import {
  BadRequest,
  basic,
  bearer,
  ContentTooLarge,
  dpop,
  Forbidden,
  HttpError,
  type HttpErrorOptions,
  MethodNotAllowed,
  NetworkAuthenticationRequired,
  NotAcceptable,
  NotFound,
  ProxyAuthenticationRequired,
  RangeNotSatisfiable,
  RequestHeaderFieldsTooLarge,
  ServiceUnavailable,
  TooManyRequests,
  Unauthorized,
  UnavailableForLegalReasons,
  UnsupportedMediaType,
  UpgradeRequired,
} from '@faultless/node';
import { REGISTERED } from './registered.js';

/** All that an error can say of itself, each with the word that must not leave. */
export const REVEALING: HttpErrorOptions = {
  type: 'https://example.com/secret',
  title: 'Secret title',
  code: 'secret_code',
  instance: 'urn:secret:7',
  cause: new Error('secret cause'),
  headers: {
    'X-Secret': 'secret',
    'Cache-Control': 'max-age=60, secret',
    Expires: 'Thu, 01 Dec 1994 16:00:00 GMT',
    'Set-Cookie': 'secret=1',
    Link: '</secret>; rel="next"',
    'WWW-Authenticate': 'Basic realm="secret"',
    Vary: 'X-Secret',
  },
  extensions: { secret: 'secret', errors: [{ detail: 'secret', pointer: '#/secret' }] },
  expose: true,
  temporary: true,
  retryAfter: 120,
};

/** One revealing error for each status of the registry, and for each class that brings fields. */
export function concealables(more: HttpErrorOptions): HttpError[] {
  const options = { ...REVEALING, ...more };
  return [
    ...REGISTERED.map((status) => new HttpError(status, 'A secret.', options)),
    new HttpError(499, 'A secret.', options),
    new HttpError(599, 'A secret.', options),
    new BadRequest({ ...options, challenges: bearer({ realm: 'secret' }) }),
    new Unauthorized('secret', options),
    new Unauthorized(
      [
        bearer({ realm: 'secret' }),
        basic({ realm: 'secret' }),
        dpop({ algs: ['ES256'], nonce: 'secret' }),
      ],
      options,
    ),
    new Forbidden({ ...options, scope: 'secret' }),
    new NotFound('A secret.', options),
    new MethodNotAllowed(['GET', 'PURGE'], options),
    new NotAcceptable({ ...options, available: ['application/secret'] }),
    new ProxyAuthenticationRequired('secret', options),
    new ContentTooLarge({ ...options, limit: 7 }),
    new UnsupportedMediaType({ ...options, accept: ['application/secret'] }),
    new UnsupportedMediaType({ ...options, acceptEncoding: ['secret'] }),
    new UnsupportedMediaType({ ...options, acceptPatch: ['a/b'], acceptQuery: ['c/d'] }),
    new RangeNotSatisfiable(4711, options),
    new UpgradeRequired('h2c', options),
    new TooManyRequests(options),
    new RequestHeaderFieldsTooLarge({ ...options, field: 'X-Secret' }),
    new UnavailableForLegalReasons({ ...options, blockedBy: 'https://secret.example' }),
    new ServiceUnavailable({ ...options, retryAfter: new Date(2_000_000_000_000) }),
    new NetworkAuthenticationRequired({ ...options, login: 'https://secret.example' }),
  ];
}
