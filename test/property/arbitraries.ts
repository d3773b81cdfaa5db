import { METHODS } from 'node:http';
import { HttpError, NotFound } from '@faultless/node';
import fc from 'fast-check';
import { flaky, trap } from '../contract/support/hostile-proxies.js';

/** Any value at all, without a prototype among them. */
const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
  stringUnit: 'binary',
  maxDepth: 3,
  maxKeys: 6,
});

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('a', ' ', '\r\n', '\0', '"', '\\', '<', '&', '\ud800', '\u4e2d', '{'),
  }),
);

const someValue = fc.oneof(
  text,
  anything,
  fc.double(),
  fc.bigInt(),
  fc.date({ noInvalidDate: false }),
);

/** What an error of ours takes, and nearly so. */
export const options = fc.record(
  {
    detail: fc.oneof(text, fc.record({ key: text, params: anything })),
    type: fc.oneof(text, fc.webUrl()),
    title: text,
    code: text,
    instance: fc.oneof(text, fc.webUrl()),
    headers: fc.dictionary(
      fc.oneof(
        text,
        fc.constantFrom('Vary', 'X-A', 'Content-Length', 'WWW-Authenticate', 'Allow', 'Link'),
      ),
      fc.oneof(someValue, fc.array(text)),
      { maxKeys: 4 },
    ),
    extensions: fc.dictionary(
      fc.oneof(text, fc.constantFrom('toJSON', '__proto__', 'errors')),
      someValue,
      {
        maxKeys: 4,
      },
    ),
    expose: fc.oneof(fc.boolean(), anything),
    conceal: fc.oneof(fc.boolean(), anything),
    temporary: fc.oneof(fc.boolean(), anything),
    retryAfter: fc.oneof(fc.double(), fc.date({ noInvalidDate: false }), anything),
    challenges: fc.oneof(text, anything),
    cause: anything,
    vendor: anything,
    message: someValue,
    stack: someValue,
  },
  { requiredKeys: [] },
);

const status = fc.oneof(fc.integer({ min: 400, max: 599 }), fc.integer(), fc.double(), anything);

/** An error of ours as its constructor takes it, or the complaint of the constructor. */
function construct(code: unknown, given: object): unknown {
  try {
    return new HttpError(code as number, given);
  } catch (refusal) {
    return refusal;
  }
}

/** An error of ours that was written over, as one of another version may look. */
export function overwrite(given: object): NotFound {
  return Object.assign(new NotFound(), given);
}

/** Makes what is thrown when it is thrown: fast-check itself could not hold some of it. */
export type Make = () => unknown;

function lazily<Given>(
  what: string,
  given: fc.Arbitrary<Given>,
  make: (given: Given) => unknown = (value) => value,
): fc.Arbitrary<Make> {
  return given.map((value) =>
    Object.assign(() => make(value), {
      [fc.toStringMethod]: () => `${what}: ${fc.stringify(value)}`,
    }),
  );
}

const PROPERTIES = [
  'status',
  'message',
  'headers',
  'expose',
  'conceal',
  'cause',
  'extensions',
  'detail',
];

function refuse(target: object, name: string): object {
  return Object.defineProperty(target, name, {
    get: () => {
      throw new Error('hostile');
    },
  });
}

/** Whatever can be thrown. */
export const thrown: fc.Arbitrary<Make> = fc.oneof(
  lazily('anything', fc.oneof(anything, text)),
  lazily('ours', fc.tuple(status, options), ([code, given]) => construct(code, given)),
  lazily('ours, written over', options, overwrite),
  lazily('foreign', fc.tuple(options, status, status), ([given, one, other]) =>
    Object.assign(new Error('foreign'), given, { status: one, statusCode: other }),
  ),
  lazily('booby-trapped', fc.tuple(options, fc.constantFrom(...PROPERTIES)), ([given, name]) =>
    refuse(overwrite(given), name),
  ),
  lazily('flaky', fc.tuple(fc.integer({ min: 1, max: 40 }), anything), ([turn, lie]) =>
    flaky(turn, lie),
  ),
  lazily('a trap', fc.oneof(options, fc.object()), trap),
);

/** Any field value that a request can carry, one that looks like an Accept above all. */
export const fieldValue = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...'text/html,;q=0.1*"\\ application-xz\u00ff'),
    maxLength: 60,
  }),
  fc
    .array(
      fc.tuple(
        fc.constantFrom(
          '*/*',
          'text/*',
          'text/html',
          'text/plain',
          'application/json',
          'en',
          'zh',
          '*',
        ),
        fc.constantFrom('', ';q=0', ';q=0.5', ';q=1', ';q', ';charset=utf-8', ';a="b,c"'),
      ),
    )
    .map((ranges) => ranges.map((range) => range.join('')).join(', ')),
  fc
    .string({ unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)) })
    .map((value) => value.replace(/\u007f/g, '')),
);

/** Any method that Node hands to a request listener. */
export const method = fc.constantFrom(...METHODS.filter((name) => name !== 'CONNECT'));
