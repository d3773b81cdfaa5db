import { type HttpError, NotFound } from '@faultless/core';
import { flaky, hostile, revoked, trap } from './hostile-proxies.js';

/** One thing that nobody should throw, and what becomes of it. */
export interface HostileValue {
  readonly name: string;
  readonly make: () => unknown;
  /** The status of the answer. @default 500 */
  readonly status?: number;
}

/** Values that are no objects. Express itself takes the falsy ones for no error at all. */
const PRIMITIVES: readonly unknown[] = [
  null,
  undefined,
  '',
  0,
  false,
  Number.NaN,
  'text',
  'a\r\nSet-Cookie: a=b\r\n\r\n<script>',
  42,
  404,
  true,
  10n,
  Symbol('thrown'),
];

const OBJECTS: readonly HostileValue[] = [
  { name: 'a function', make: () => () => undefined },
  {
    name: 'a class',
    make: () =>
      class Thrown {
        readonly what = 'thrown';
      },
  },
  { name: 'an empty object', make: () => ({}) },
  { name: 'an array', make: () => [new NotFound()] },
  { name: 'an object without a prototype', make: () => Object.create(null) as object },
  {
    name: 'a 404 without a prototype',
    make: () => Object.assign(Object.create(null) as object, { status: 404 }),
    status: 404,
  },
  { name: 'a promise that rejects', make: () => rejecting() },
  { name: 'a proxy that throws on every trap', make: () => trap({}) },
  { name: 'a proxied error that throws on every trap', make: () => trap(new Error('x')) },
  { name: 'a proxied HttpError that throws on every trap', make: () => trap(new NotFound()) },
  { name: 'a proxied function that throws on every trap', make: () => trap(() => undefined) },
  { name: 'a revoked proxy', make: () => revoked({}) },
  { name: 'a revoked proxy of an HttpError', make: () => revoked(new NotFound()) },
  {
    name: 'a proxy that has everything',
    make: () => new Proxy({}, { get: (_target, name) => String(name), has: () => true }),
    // It has a response of another server too.
    status: 502,
  },
  {
    name: 'a frozen error',
    make: () => Object.freeze(Object.assign(new Error('x'), { status: 403 })),
    status: 403,
  },
  { name: 'a frozen HttpError', make: () => Object.freeze(new NotFound()), status: 404 },
  {
    name: 'an error whose message is a symbol',
    make: () => Object.assign(new Error(), { message: Symbol('m'), status: 400, expose: true }),
    status: 400,
  },
  { name: 'an error that is its own cause', make: () => circle(1) },
  { name: 'a circle of causes', make: () => circle(5) },
  {
    name: 'an HttpError whose status became text',
    make: () => reshape({ status: '404' }),
    // What is no integer contradicts nothing: its statusCode says the same.
    status: 404,
  },
  {
    name: 'an HttpError whose detail is no text',
    make: () => reshape({ detail: { toString: hostile } }),
    status: 404,
  },
  {
    name: 'an HttpError whose headers are null',
    make: () => reshape({ headers: null }),
    status: 404,
  },
  {
    name: 'an HttpError whose headers are a trap',
    make: () => reshape({ headers: trap({}) }),
  },
  { name: 'an HttpError whose challenges are none', make: () => reshape({ challenges: [] }) },
  {
    name: 'an HttpError whose extensions are a trap',
    make: () => reshape({ extensions: trap({}) }),
  },
];

function rejecting(): Promise<never> {
  const promise = Promise.reject(new Error('in a promise'));
  promise.catch(() => undefined);
  return promise;
}

function circle(length: number): Error {
  const errors = Array.from({ length }, (_, index) => new Error(`${index}`));
  errors.forEach((error, index) => {
    error.cause = errors[(index + 1) % length];
  });
  return errors[0] as Error;
}

function reshape(properties: object): HttpError {
  return Object.assign(new NotFound('No such order.'), properties);
}

/** Statuses that no error response may have; an integer in 400–599 alone is believed. */
const WRONG_STATUSES: readonly unknown[] = [
  '404',
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -404,
  0,
  100,
  200,
  204,
  304,
  399,
  404.5,
  600,
  999,
  404n,
  true,
  [404],
  { valueOf: () => 404 },
];

function named(values: readonly unknown[], label: (value: unknown) => string): HostileValue[] {
  return values.map((value) => ({ name: label(value), make: () => value }));
}

function show(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : `${typeof value} ${String(value)}`;
}

/** Properties that are read of an error somewhere on the way. */
const PROPERTIES = [
  'name',
  'message',
  'stack',
  'status',
  'statusCode',
  'expose',
  'headers',
  'detail',
  'type',
  'title',
  'code',
  'instance',
  'extensions',
  'conceal',
  'temporary',
  'retryAfter',
  'challenges',
  'vendor',
  'cause',
  'errors',
  'request',
  'response',
  'constructor',
  'toString',
  'toJSON',
  'then',
];

function withGetter<Target extends object>(target: Target, property: string): Target {
  return Object.defineProperty(target, property, { get: hostile, enumerable: true });
}

/** Everything above, as one table. */
export const HOSTILE_VALUES: readonly HostileValue[] = [
  ...named(PRIMITIVES, show),
  ...OBJECTS,
  ...WRONG_STATUSES.map((status) => ({
    name: `an error of status ${show(status)}`,
    make: () => Object.assign(new Error('x'), { status }),
  })),
  {
    name: 'an error whose status and statusCode disagree',
    make: () => Object.assign(new Error('x'), { status: 404, statusCode: 403 }),
  },
  ...PROPERTIES.map((property) => ({
    name: `an error whose ${property} throws`,
    make: () => withGetter(new Error('x'), property),
  })),
];

/** A 404 of ours with one getter that throws: which status it comes to differs, a reply there is. */
export const HALF_READABLE: readonly HostileValue[] = PROPERTIES.map((property) => ({
  name: `an HttpError whose ${property} throws`,
  make: () => withGetter(new NotFound('No such order.', { code: 'no_order' }), property),
}));

/** Proxies that answer differently each time; a read more or less in the sources must not matter. */
export const FLAKY: readonly HostileValue[] = [
  ...Array.from({ length: 40 }, (_, turn) => ({
    name: `a 404 that throws at reading ${turn + 1}`,
    make: () => flaky(turn + 1, undefined),
  })),
  ...Array.from({ length: 12 }, (_, turn) => ({
    name: `a 404 that turns into a 200 at reading ${turn + 1}`,
    make: () => flaky(turn + 1, 200),
  })),
];
