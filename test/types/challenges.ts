// Not run: the type check fails where one of these compiles (an unused @ts-expect-error is an error),
// or where one of the good ones does not.
import {
  BadRequest,
  basic,
  bearer,
  challenge,
  digest,
  dpop,
  Forbidden,
  NotFound,
  ProxyAuthenticationRequired,
  StepUpRequired,
  Unauthorized,
} from '@faultless/core';

const DIGEST = { realm: 'a', nonce: 'n', qop: ['auth'], algorithm: 'SHA-256' } as const;

export const GOOD = () => [
  basic({ realm: 'a' }),
  basic({ realm: 'a', charset: 'UTF-8' }),
  bearer({ realm: 'a' }),
  bearer({ maxAge: 5 }),
  bearer({ error: 'invalid_token', errorDescription: 'b', errorUri: 'https://a.example' }),
  bearer({ scope: ['a', 'b'], error: undefined }),
  digest({ ...DIGEST, stale: true, userhash: false, charset: 'UTF-8', domain: ['/'], opaque: 'o' }),
  dpop({ algs: ['ES256'] }),
  dpop({ algs: ['ES256'], nonce: 'n', errorDescription: 'A nonce is needed' }),
  dpop({ algs: ['ES256'], error: 'invalid_dpop_proof', errorDescription: 'b' }),
  challenge('Negotiate'),
  challenge('Negotiate', 'YQ=='),
  challenge('vapid', { realm: 'a' }),
  new Unauthorized(),
  new Unauthorized('a'),
  new Unauthorized(undefined, 'detail', { triedScheme: 'ApiKey' }),
  new Unauthorized(basic({ realm: 'a' }), 'detail', { code: 'c' }),
  new Unauthorized([bearer({ realm: 'a' }), basic({ realm: 'a' })]),
  new ProxyAuthenticationRequired(),
  new ProxyAuthenticationRequired('a'),
  new StepUpRequired({ maxAge: 5 }),
  new StepUpRequired({ acrValues: ['a', 'b'], maxAge: 5 }),
  new Forbidden('detail', { scope: 'a' }),
  new Forbidden({ challenges: dpop({ algs: ['ES256'], error: 'insufficient_scope' }) }),
  new BadRequest({ challenges: bearer({ error: 'invalid_request' }) }),
];

export const INVALID_BASIC = () => [
  // @ts-expect-error no parameters
  basic(),
  // @ts-expect-error no realm for Basic
  basic({ charset: 'UTF-8' }),
  // @ts-expect-error another charset
  basic({ realm: 'a', charset: 'ISO-8859-1' }),
  // @ts-expect-error a parameter that Basic does not have
  basic({ realm: 'a', error: 'invalid_token' }),
];

export const INVALID_BEARER = () => [
  // @ts-expect-error no parameters
  bearer(),
  // @ts-expect-error an empty list of parameters
  bearer({}),
  // @ts-expect-error a description without an error
  bearer({ realm: 'a', errorDescription: 'b' }),
  // @ts-expect-error a page without an error
  bearer({ realm: 'a', errorUri: 'https://a.example' }),
  // @ts-expect-error an error that isn't registered
  bearer({ error: 'expired' }),
  // @ts-expect-error an error of DPoP
  bearer({ error: 'use_dpop_nonce' }),
  // @ts-expect-error seconds are a number
  bearer({ maxAge: '5' }),
];

export const INVALID_DIGEST = () => [
  // @ts-expect-error Digest has no nonce
  digest({ realm: 'a', qop: ['auth'], algorithm: 'SHA-256' }),
  // @ts-expect-error Digest has no realm
  digest({ nonce: 'n', qop: ['auth'], algorithm: 'SHA-256' }),
  // @ts-expect-error no quality of protection
  digest({ realm: 'a', nonce: 'n', algorithm: 'SHA-256' }),
  // @ts-expect-error an empty list of them
  digest({ ...DIGEST, qop: [] }),
  // @ts-expect-error no algorithm
  digest({ realm: 'a', nonce: 'n', qop: ['auth'] }),
  // @ts-expect-error an unknown algorithm
  digest({ ...DIGEST, algorithm: 'SHA-1' }),
  // @ts-expect-error stale is a flag
  digest({ ...DIGEST, stale: 'true' }),
];

export const INVALID_DPOP = () => [
  // @ts-expect-error no algorithms
  dpop({}),
  // @ts-expect-error an empty list of them
  dpop({ algs: [] }),
  // @ts-expect-error a description without an error or a nonce
  dpop({ algs: ['ES256'], errorDescription: 'b' }),
  // @ts-expect-error an error that isn't registered
  dpop({ algs: ['ES256'], error: 'bad_proof' }),
];

export const INVALID_ERRORS = () => [
  // @ts-expect-error an empty list of challenges
  new Unauthorized([]),
  // @ts-expect-error a challenge without a scheme
  new Unauthorized({ params: { realm: 'a' } }),
  // @ts-expect-error a challenge without parameters
  new Unauthorized({ scheme: 'Basic' }),
  // @ts-expect-error neither strength nor age
  new StepUpRequired({}),
  // @ts-expect-error a token68 and parameters
  challenge('X', 'YQ', { realm: 'a' }),
  // @ts-expect-error a scope is text
  new Forbidden('detail', { scope: 5 }),
  // @ts-expect-error which scheme was tried, not whether one was
  new Unauthorized('a', { triedScheme: true }),
  // @ts-expect-error no error that challenges
  new NotFound({ triedScheme: 'Bearer' }),
  // @ts-expect-error a scheme by itself is no detail
  new Unauthorized({ triedScheme: 'Bearer' }),
];
