import {
  BadRequest,
  Conflict,
  ContentTooLarge,
  defineProblem,
  Forbidden,
  HttpError,
  HttpVersionNotSupported,
  InternalServerError,
  NetworkAuthenticationRequired,
  NotAcceptable,
  NotFound,
  PaymentRequired,
  ProxyAuthenticationRequired,
  RequestHeaderFieldsTooLarge,
  StepUpRequired,
  TooManyRequests,
  Unauthorized,
  UnavailableForLegalReasons,
  UnsupportedMediaType,
  VendorError,
} from '../index.js';

describe('an error of ours', () => {
  it.each([
    [42, 'an error takes a detail and options, not 42'],
    [null, 'an error takes a detail and options, not null'],
    [[], 'an error takes a detail and options, not []'],
    [
      new Error('x'),
      'an error takes a detail and options, not another error; give it as { cause }',
    ],
    [{ headers: [] }, 'headers must be an object of field names and values, not []'],
    [{ type: 'not a URI' }, 'type must be a URI reference, not "not a URI"'],
    [{ conceal: 'yes' }, 'conceal must be true, false, or the NotFound to imitate, not "yes"'],
    [{ conceal: new InternalServerError() }, 'conceal must be true, false, or the NotFound'],
  ])('refuses to be made of %p', (first, message) => {
    expect(() => new NotFound(first as never)).toThrow(TypeError);
    expect(() => new NotFound(first as never)).toThrow(message);
  });

  it.each([
    ['text', '"text"'],
    [7, '7'],
    [[], '[]'],
    [new Error('x'), 'another error; give it as { cause }'],
  ])('refuses %p for its options', (second, called) => {
    const message = `an error's options must be an object, not ${called}`;
    expect(() => new NotFound('detail', second as never)).toThrow(new TypeError(message));
  });

  it.each([399, 600, 404.5, '404', undefined])('refuses the status %p', (status) => {
    expect(() => new HttpError(status as never)).toThrow(TypeError);
  });
});

describe('an option that an error does not have', () => {
  it.each([
    [
      () => new Conflict({ detial: 'Sold.' } as never),
      'Conflict: there is no option "detial"; did you mean detail?',
    ],
    [
      () => new Forbidden({ scpoe: 'orders' } as never),
      'Forbidden: there is no option "scpoe"; did you mean scope?',
    ],
    [() => new TooManyRequests({ retryafter: 5 } as never), 'did you mean retryAfter?'],
    [
      () => new VendorError('nginx:495', { exposed: true } as never),
      'VendorError: there is no option "exposed"; did you mean expose?',
    ],
    [
      () => new PaymentRequired({ challenges: 'orders' } as never),
      'PaymentRequired: there is no option "challenges"; every error takes detail, type, title, code,',
    ],
    [
      () => new Unauthorized('orders', { challenges: 'x' } as never),
      'Unauthorized: there is no option "challenges"',
    ],
    [
      () => new ContentTooLarge({ limit: 5, available: ['x'] } as never),
      'ContentTooLarge: there is no option "available"',
    ],
    [
      () => new (class SoldOut extends Conflict {})({ left: 2 } as never),
      'SoldOut: there is no option "left"; every error takes',
    ],
    [
      () => defineProblem({ type: 'about:x', title: 'X', status: 409, coed: 'x' } as never),
      'defineProblem: there is no option "coed"; did you mean code?',
    ],
  ])('is refused by name: %s', (make, message) => {
    expect(make).toThrow(TypeError);
    expect(make).toThrow(message);
  });

  it('may be left out under any name, as wrappers hand on what they were given', () => {
    expect(new Conflict({ detail: 'Sold.', left: undefined } as never).detail).toBe('Sold.');
  });

  it.each([
    () => new BadRequest({ challenges: 'orders', triedScheme: 'Bearer' }),
    () => new Forbidden({ scope: 'orders', triedScheme: 'DPoP' }),
    () => new Forbidden({ challenges: 'orders', scope: undefined }),
    () => new Unauthorized('orders', { triedScheme: 'Bearer' }),
    () => new ProxyAuthenticationRequired('proxy', { triedScheme: 'Bearer' }),
    () => new StepUpRequired({ maxAge: 5 }, { triedScheme: 'DPoP' }),
    () => new NotAcceptable({ available: ['text/html'] }),
    () => new ContentTooLarge({ limit: 5 }),
    () => new UnsupportedMediaType({ accept: ['text/html'], acceptPatch: ['text/x'] }),
    () => new RequestHeaderFieldsTooLarge({ field: 'Cookie' }),
    () => new UnavailableForLegalReasons({ blockedBy: 'https://a.example/' }),
    () => new HttpVersionNotSupported({ supported: ['HTTP/1.1'] }),
    () => new NetworkAuthenticationRequired({ login: 'https://a.example/' }),
    () => new VendorError('nginx:495', { challenges: undefined, allow: undefined }),
    () => new VendorError('iis:401.1', { challenges: 'orders', triedScheme: 'Basic' }),
    () => new VendorError('iis:404.6', { allow: ['GET'] }),
  ])('is none of those that its class has: %s', (make) => {
    expect(make).not.toThrow();
  });
});

it.each(['type', 'title', 'status', 'detail', 'instance', 'code', 'temporary', 'substatus'])(
  'an extension named %s is refused',
  (name) => {
    expect(() => new Conflict({ extensions: { [name]: 1 } })).toThrow(
      new TypeError(`extensions can't have the member ${name}, which every problem has`),
    );
  },
);

describe('defineProblem', () => {
  it.each([
    ['OutOfCredit', 'OutOfCredit'],
    [undefined, 'Problem'],
  ])('names the class %s in stacks and logs', (name, expected) => {
    const OutOfCredit = defineProblem({ ...definition, status: 403, name });
    const error = new OutOfCredit('Your balance is 30.');
    expect([error.name, OutOfCredit.name]).toEqual([expected, expected]);
    expect(error.stack).toMatch(new RegExp(`^${expected}: Your balance is 30\\.\n`));
    expect(String(error)).toBe(`${expected}: Your balance is 30.`);
  });

  it.each(['', 5, null])('refuses the name %j', (name) => {
    expect(() => defineProblem({ ...definition, status: 403, name: name as never })).toThrow(
      'name must be a string that is not empty',
    );
  });

  const definition = { type: 'https://example.com/problems/x', title: 'X' };

  it.each([200, 399, 600, '404', undefined])('refuses the status %p', (status) => {
    expect(() => defineProblem({ ...definition, status: status as never })).toThrow(
      /^status must be an integer from 400 to 599, not /,
    );
  });

  it.each([
    [401, 'Unauthorized'],
    [405, 'Method Not Allowed'],
    [407, 'Proxy Authentication Required'],
    [416, 'Range Not Satisfiable'],
    [426, 'Upgrade Required'],
  ])('refuses %i, which owes a field that only the occurrence knows', (status, phrase) => {
    const message = `a ${status} ${phrase} owes a header field: extend its own class instead`;
    expect(() => defineProblem({ ...definition, status: status as never })).toThrow(
      new TypeError(message),
    );
  });

  it('refuses a title that is no text', () => {
    expect(() => defineProblem({ ...definition, status: 409, title: 5 as never })).toThrow(
      'title must be a string, not 5',
    );
  });

  it.each([
    [{}, {}, true],
    [{}, { expose: false }, false],
    [{ expose: undefined }, { expose: false }, false],
    [{ expose: false }, {}, false],
    [{ expose: false }, { expose: true }, true],
  ])('is exposed as an occurrence says, else as defined: %p, %p', (defined, said, exposed) => {
    const Problem = defineProblem({ ...definition, ...defined, status: 409 });
    expect(new Problem('detail', undefined, said).expose).toBe(exposed);
  });
});
