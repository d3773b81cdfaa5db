import { bearer, HttpError, Unauthorized } from '@faultless/node';
import { defineProblems, members } from '@faultless/problems';
import { describeEachServer } from '../harness/describe-each-server.js';
import { throwing } from '../harness/throwing.js';

const texts = { en: { title: 'A title.', detail: 'What happened.' } };

const { classes, entries } = defineProblems({
  base: 'https://api.example/problems/',
  problems: {
    TokenRevoked: {
      status: 401,
      texts,
      challenges: bearer({ realm: 'shop', error: 'invalid_token' }),
    },
    SignedOut: {
      status: 401,
      texts,
      members: members<{ since: number }>(),
      examples: [{ members: { since: 5 } }],
    },
    MethodNotAllowedHere: { status: 405, texts, allow: ['GET', 'HEAD'] },
    NotThatMethod: { status: 405, texts },
    RangeTooLarge: {
      status: 416,
      texts,
      members: members<{ most: number }>(),
      examples: [{ members: { most: 100 } }],
    },
    UpgradeNeeded: { status: 426, texts, protocols: ['TLS/1.2', 'HTTP/1.1'] },
  },
});
const { TokenRevoked, SignedOut, MethodNotAllowedHere, NotThatMethod, RangeTooLarge } = classes;
const { UpgradeNeeded } = classes;

/** The error, its status, and the field that it owes. */
const OWED: Readonly<Record<string, readonly [HttpError, number, field: string, value: string]>> = {
  'what the client is challenged with': [
    new TokenRevoked('It was stolen.'),
    401,
    'WWW-Authenticate',
    'Bearer realm="shop", error="invalid_token"',
  ],
  'the realm of the handler': [
    new SignedOut({ since: 5 }),
    401,
    'WWW-Authenticate',
    'Bearer realm="api"',
  ],
  'a realm of its own': [
    new SignedOut({ since: 5 }, { challenges: 'orders' }),
    401,
    'WWW-Authenticate',
    'Bearer realm="orders"',
  ],
  'the methods of all': [new MethodNotAllowedHere(), 405, 'Allow', 'GET, HEAD'],
  'methods of its own': [new NotThatMethod('No.', { allow: ['PUT'] }), 405, 'Allow', 'PUT'],
  'that there are no methods': [new NotThatMethod({ allow: [] }), 405, 'Allow', ''],
  'how long the content is': [
    new RangeTooLarge({ most: 100 }, { size: 4096 }),
    416,
    'Content-Range',
    'bytes */4096',
  ],
  'the protocols that there are': [new UpgradeNeeded(), 426, 'Upgrade', 'TLS/1.2, HTTP/1.1'],
};

describe('a problem of a status that owes a field', () => {
  describeEachServer(({ start }) => {
    it.each(Object.entries(OWED))('says %s', async (_, [error, status, field, value]) => {
      const server = await start(throwing(error));
      const response = await server.request({ headers: { Authorization: 'Bearer stolen' } });
      expect(response.status).toBe(status);
      expect(response.value(field)).toBe(value);
      expect(response.json()).toMatchObject({
        type: (error.constructor as unknown as { type: string }).type,
        title: 'A title.',
        status,
        ...error.extensions,
      });
    });
  });

  it('is one of the errors of that status', () => {
    const error = new TokenRevoked();
    expect(error).toBeInstanceOf(Unauthorized);
    expect(error).toBeInstanceOf(HttpError);
    expect(error.name).toBe('TokenRevoked');
    expect(error.message).toBe('A title.');
  });

  it('says in its examples what the document has of that', () => {
    const examples = entries.map(({ name, examples }) => [name, examples]);
    expect(Object.fromEntries(examples)).toMatchObject({
      TokenRevoked: [{ status: 401 }],
      SignedOut: [{ status: 401, since: 5 }],
      NotThatMethod: [{ status: 405 }],
      RangeTooLarge: [{ status: 416, most: 100 }],
      UpgradeNeeded: [{ status: 426, supported: ['TLS/1.2', 'HTTP/1.1'] }],
    });
  });

  it.each<[string, () => unknown]>([
    ['methods', () => Reflect.construct(NotThatMethod, [])],
    ['methods that are a list', () => Reflect.construct(NotThatMethod, [{ allow: 'GET' }])],
    ['a size', () => Reflect.construct(RangeTooLarge, [{ most: 1 }, 'detail'])],
    ['a size that is one', () => Reflect.construct(RangeTooLarge, [{ most: 1 }, { size: -1 }])],
    ['nothing that another status owes', () => Reflect.construct(TokenRevoked, [{ allow: [] }])],
  ])('takes %s, and nothing else', (_, make) => {
    expect(make).toThrow(TypeError);
  });
});
