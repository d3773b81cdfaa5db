import { createServer } from 'node:http';
import {
  bearer,
  type Challenge,
  challenge,
  digest,
  dpop,
  handle,
  parseChallenges,
  Unauthorized,
} from '@faultless/node';
import { type Listening, listen } from '../harness/listen.js';

/** The characters of ABNF's ranges, which are written in hex: `20-21 23-5B`. */
function ranges(text: string): ReadonlySet<string> {
  return new Set(
    text.split(' ').flatMap((range) => {
      const [first = '', last = first] = range.split('-');
      const start = Number.parseInt(first, 16);
      const length = Number.parseInt(last, 16) - start + 1;
      return Array.from({ length }, (_, index) => String.fromCodePoint(start + index));
    }),
  );
}

const ALPHA_DIGIT = '30-39 41-5A 61-7A';
/** `!#$%&'*+-.^_` and a backtick, `|~` (RFC 9110 §5.6.2) */
const TCHAR = ranges(`21 23-27 2A 2B 2D 2E 5E-60 7C 7E ${ALPHA_DIGIT}`);
/** `-._~+/` (RFC 9110 §11.2); its `=` may stand at the end only. */
const TOKEN68 = ranges(`2D 2E 5F 7E 2B 2F ${ALPHA_DIGIT}`);
const NQCHAR = ranges('21 23-5B 5D-7E');
const NQSCHAR = ranges('20-21 23-5B 5D-7E');
/** qdtext, and what a quoted-pair may hold, in text that is not octets yet (RFC 9110 §5.6.4). */
const QUOTABLE = ranges('20-7E 80-FF 100 20AC 1F600');

const EVERY = [...ranges('0-FF 100 2028 20AC 1F600')];

/** Digest's parameters that must be there, and one more. */
const digestWith = (name: string, value: string): Challenge =>
  challenge('Digest', { realm: 'a', nonce: 'n', [name]: value });
const DIGEST = { realm: 'a', nonce: 'n', qop: ['auth'], algorithm: 'MD5' } as const;

/** What may stand between two letters in each part of a challenge, and who says so. */
const CHARACTERS: readonly (readonly [
  part: string,
  source: string,
  allowed: ReadonlySet<string>,
  make: (text: string) => Challenge,
])[] = [
  ['auth-scheme', 'RFC 9110 §11.1', TCHAR, (text) => challenge(text)],
  ['name of a parameter', 'RFC 9110 §11.2', TCHAR, (text) => challenge('X', { [text]: '1' })],
  ['token68', 'RFC 9110 §11.2', TOKEN68, (text) => challenge('X', text)],
  ['parameter of a new scheme', 'RFC 9110 §11.2', QUOTABLE, (v) => challenge('X', { a: v })],
  ['realm', 'RFC 9110 §11.5', QUOTABLE, (realm) => challenge('Basic', { realm })],
  ['realm of Bearer', 'RFC 9110 §11.5', QUOTABLE, (realm) => bearer({ realm })],
  ...['Bearer', 'DPoP'].flatMap((scheme) =>
    (
      [
        ['error', 'RFC 6750 §3', NQSCHAR],
        ['error_description', 'RFC 6750 §3', NQSCHAR],
        ['error_uri', 'RFC 6750 §3', NQCHAR],
        ['scope', 'RFC 6749 §3.3', NQSCHAR],
        ['resource_metadata', 'RFC 3986 §2', NQCHAR],
      ] as const
    ).map(
      ([name, source, allowed]) =>
        [
          `${name} of ${scheme}`,
          source,
          allowed,
          (value: string) => challenge(scheme, { [name]: value }),
        ] as const,
    ),
  ),
  ['error_uri', 'RFC 6750 §3', NQCHAR, (errorUri) => bearer({ error: 'invalid_token', errorUri })],
  ['scope', 'RFC 6749 §3.3', NQSCHAR, (scope) => bearer({ scope })],
  ['acr_values', 'RFC 9470 §3', NQSCHAR, (acrValues) => bearer({ acrValues })],
  [
    'resource_metadata',
    'RFC 9728 §5.1',
    NQCHAR,
    (resourceMetadata) => bearer({ resourceMetadata }),
  ],
  ['algs', 'RFC 7515 §4.1.1', NQCHAR, (algorithm) => dpop({ algs: [algorithm] })],
  ['algs of DPoP', 'RFC 9449 §7.1', NQSCHAR, (algs) => challenge('DPoP', { algs })],
  ['nonce of Digest', 'RFC 7616 §3.3', NQCHAR, (nonce) => digest({ ...DIGEST, nonce })],
  ['opaque of Digest', 'RFC 7616 §3.3', NQCHAR, (opaque) => digest({ ...DIGEST, opaque })],
  ['domain of Digest', 'RFC 7616 §3.3', NQCHAR, (uri) => digest({ ...DIGEST, domain: [uri] })],
  ...['stale', 'algorithm', 'charset', 'userhash'].map(
    (name) =>
      [
        `${name} of Digest`,
        'RFC 7616 §3.3',
        TCHAR,
        (value: string) => digestWith(name, value),
      ] as const,
  ),
];

/** Where texts of the right characters are still wrong, or right. */
const TEXTS: readonly (readonly [part: string, text: string, right: boolean])[] = [
  ['auth-scheme', '', false],
  ['name of a parameter', '', false],
  ['token68', '', false],
  ['token68', 'a=', true],
  ['token68', 'a==', true],
  ['token68', '=a', false],
  ['token68', 'a=a', false],
  ['token68', '=', false],
  ['realm', '', true],
  ['error of Bearer', '', false],
  ['error_description of Bearer', '', true],
  ['error_uri of Bearer', '', false],
  ['scope of Bearer', '', false],
  ['scope of Bearer', 'a b c', true],
  ['scope of Bearer', ' a', false],
  ['scope of Bearer', 'a ', false],
  ['scope of Bearer', 'a  b', false],
  ['resource_metadata of DPoP', '', false],
  ['algs of DPoP', 'ES256 ES384', true],
  ['algs of DPoP', 'ES256  ES384', false],
  ['algs', '', false],
  ['algs', 'none', false],
  ['algs', 'NONE', false],
  ['algs', 'nonesuch', true],
  ['algs', 'HS256', false],
  ['algs', 'hs1', false],
  ['algs', 'HS', true],
  ['algs', 'XHS256', true],
  ['nonce of Digest', '', false],
  ['opaque of Digest', '', false],
  ['domain of Digest', '', false],
  ['stale of Digest', '', false],
];

/** How a value leaves: as a token or in quotes (Digest: RFC 7616 §3.3 and its errata; others §11.2). */
const WRITTEN: readonly (readonly [scheme: string, name: string, value: string, bare: boolean])[] =
  [
    ['Digest', 'realm', 'a', false],
    ['Digest', 'domain', '/', false],
    ['Digest', 'nonce', 'a', false],
    ['Digest', 'opaque', 'a', false],
    ['Digest', 'stale', 'true', true],
    ['Digest', 'algorithm', 'SHA-256', true],
    ['Digest', 'qop', 'auth', false],
    ['Digest', 'charset', 'UTF-8', true],
    ['Digest', 'userhash', 'true', true],
    ['Basic', 'charset', 'UTF-8', false],
    ['Bearer', 'realm', 'a', false],
    ['Bearer', 'max_age', '1', false],
    ['DPoP', 'algs', 'ES256', false],
    ['X', 'stale', 'true', false],
  ];

/** What a challenge of a scheme has to have. */
const REQUIRED: readonly (readonly [
  scheme: string,
  source: string,
  least: Readonly<Record<string, string>>,
])[] = [
  ['Basic', 'RFC 7617 §2', { realm: 'a' }],
  ['Digest', 'RFC 7616 §3.3', { realm: 'a', nonce: 'n' }],
  ['Bearer', 'RFC 6750 §3', { realm: 'a' }],
  ['DPoP', 'RFC 9449 §7.1', { algs: 'ES256' }],
];

const makeOf = (part: string) => CHARACTERS.find(([name]) => name === part)?.[3];

function isTaken(make: () => unknown): boolean {
  try {
    make();
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError);
    return false;
  }
}

let server: Listening;
let thrown: unknown;

beforeAll(async () => {
  const fail = (): never => {
    throw thrown;
  };
  server = await listen(createServer(handle(fail, { report: () => undefined })));
});
afterAll(() => server.close());

/** The challenge of the answer, in the octets that were sent, to one who tried that scheme. */
async function ask(made: Challenge): Promise<string> {
  thrown = new Unauthorized(made, { triedScheme: made.scheme });
  const response = await server.request();
  expect(response.status).toBe(401);
  return response.value('WWW-Authenticate') ?? '';
}

describe.each(CHARACTERS)('%s (%s)', (_part, _source, allowed, make) => {
  it('takes its characters and no other', () => {
    const taken = EVERY.filter((character) => isTaken(() => make(`a${character}a`)));
    // What no quoted-string can hold is replaced in texts for people, and refused elsewhere.
    expect(taken).toEqual(allowed === QUOTABLE ? EVERY : EVERY.filter((one) => allowed.has(one)));
  });

  it('leaves in a challenge that can be read back', async () => {
    for (const character of EVERY.filter((one) => allowed.has(one))) {
      const made = make(`a${character}a`);
      const line = await ask(made);
      const [read] = parseChallenges(line, { strict: true });
      const params = Object.entries(made.params).map(([name, value]) => [
        name.toLowerCase(),
        value,
      ]);
      expect(read).toEqual({ ...made, params: Object.fromEntries(params), headers: undefined });
    }
  });
});

describe('the text of a parameter', () => {
  it.each(TEXTS)('%s: %j is right: %s', (part, text, right) => {
    expect(isTaken(() => makeOf(part)?.(text))).toBe(right);
  });

  it.each([...ranges('0-1F 7F')])(
    'has a space for %j, which no field can hold',
    async (control) => {
      const line = await ask(challenge('Basic', { realm: `a${control}b` }));
      expect(line).toBe('Basic realm="a b"');
    },
  );
});

describe('a parameter on the wire', () => {
  it.each(WRITTEN)('%s: %s=%s is a token: %s', async (scheme, name, value, bare) => {
    const rest = scheme === 'Digest' || scheme === 'Basic' ? { realm: 'r', nonce: 'n' } : {};
    const line = await ask(challenge(scheme, { ...rest, [name]: value }));
    const written = `${name}=${bare ? value : `"${value}"`}`;
    expect(line.slice(scheme.length + 1).split(', ')).toContain(written);
  });
});

describe.each(REQUIRED)('%s (%s)', (scheme, _source, least) => {
  it.each([scheme, scheme.toUpperCase(), scheme.toLowerCase()])(
    'written %s has to have its parameters',
    async (written) => {
      const line = await ask(challenge(written, least));
      expect(parseChallenges(line)).toEqual([{ scheme: written, params: least }]);
      for (const missing of Object.keys(least)) {
        const others = Object.entries(least).filter(([name]) => name !== missing);
        expect(isTaken(() => challenge(written, Object.fromEntries(others)))).toBe(false);
      }
      expect(isTaken(() => challenge(written, 'YQ=='))).toBe(false);
    },
  );
});
