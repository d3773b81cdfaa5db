import { bearer, HttpError, InternalServerError, NotFound, Unauthorized } from '@faultless/core';
import { FORMATS } from './support/content-types.js';
import { eachServer } from './support/each-server.js';
import { trap } from './support/hostile-proxies.js';

const INJECTION =
  'a\r\nInjected: yes\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n\0\u2028\u2029';
const SURROGATES = 'a\ud800b\udfffc\ud83d';

function circular(): unknown {
  const circle: Record<string, unknown> = { name: 'circle' };
  circle.self = circle;
  return circle;
}

function deep(levels: number): unknown {
  let value: unknown = 'bottom';
  for (let level = 0; level < levels; level += 1) value = { value };
  return value;
}

const throwing = (): never => {
  throw new Error('hostile');
};

/** Extension members that JSON can't say, or that throw when they are asked. */
const MEMBERS: readonly (readonly [name: string, value: unknown])[] = [
  ['a circle', circular()],
  ['a BigInt', 10n ** 40n],
  ['BigInts in a list', [1n, [2n]]],
  ['a thousand items', Array.from({ length: 1000 }, (_, index) => index)],
  ['a hundred thousand levels', deep(100_000)],
  ['a toJSON that throws', { toJSON: throwing }],
  ['a toJSON that gives undefined', { toJSON: () => undefined }],
  ['a getter that throws', Object.defineProperty({}, 'x', { get: throwing, enumerable: true })],
  ['a proxy that throws', trap({})],
  ['a proxied list that throws', trap([])],
  ['a symbol', Symbol('x')],
  ['a function', () => 'x'],
  ['undefined', undefined],
  ['NaN', Number.NaN],
  ['an invalid date', new Date(Number.NaN)],
  ['no prototype', Object.assign(Object.create(null) as object, { a: 1 })],
  ['a map', new Map([[{}, 1]])],
  ['lone surrogates', SURROGATES],
  ['lines', INJECTION],
  ['a __proto__', JSON.parse('{"__proto__":{"polluted":true}}')],
];

eachServer('an extension', (start) => {
  it.each(MEMBERS)('of %s is told as far as it can be, in every format', async (_name, value) => {
    const server = await start(() => {
      throw new HttpError(409, 'Kept.', { extensions: { before: 1, hostile: value, after: 2 } });
    });
    const connection = await server.connect();
    for (const format of FORMATS) {
      const { status, value, text } = await connection.request({ headers: { Accept: format } });
      expect(status).toBe(409);
      expect(value('Content-Type')).toMatch(new RegExp(`^${format.replace('+', '\\+')}(?:;|$)`));
      expect(text.includes('Kept.')).toBe(true);
      expect(text.includes('after')).toBe(true);
    }
  });

  it.each([
    'javascript://a/%0aalert(1)',
    'vbscript://a/b',
    'data://text/html,<script>alert(1)</script>',
    ' https://a/b',
    'https://a/b\nhttps://a/c',
  ])('of %j is no link in a page', async (address) => {
    const server = await start(() => {
      throw new HttpError(409, { extensions: { help: address } });
    });
    const { status, text } = await server.request({ headers: { Accept: 'text/html' } });
    expect(status).toBe(409);
    expect(text).toContain('<dt>help</dt>');
    expect(text).not.toMatch(/<a |href/);
  });

  it('of a web address is a link in a page', async () => {
    const server = await start(() => {
      throw new HttpError(409, { extensions: { help: 'HTTPS://a.example/b?c="&d' } });
    });
    const { text } = await server.request({ headers: { Accept: 'text/html' } });
    expect(text).toContain('<a href="HTTPS://a.example/b?c=&quot;&amp;d" rel="noreferrer">');
  });

  it.each([
    ['toJSON', throwing],
    ['toJSON', () => undefined],
    ['toString', throwing],
    ['constructor', null],
    ['then', throwing],
    ['hasOwnProperty', 1],
    ['status', 200],
    ['detail', 'Replaced.'],
  ])('named %s changes nothing else', async (name, value) => {
    const server = await start(() => {
      // As one of another copy may be: our own refuses some of these names.
      throw Object.assign(new HttpError(409, 'Kept.'), { extensions: { [name]: value } });
    });
    const connection = await server.connect();
    const { status, json } = await connection.request();
    expect(status).toBe(409);
    expect(json()).toMatchObject({ status: 409, title: 'Conflict', detail: 'Kept.' });
    for (const Accept of FORMATS) {
      expect((await connection.request({ headers: { Accept } })).status).toBe(409);
    }
  });

  it('named __proto__ changes nothing else', async () => {
    const extensions = JSON.parse('{"__proto__":{"temporary":true,"title":"Polluted"}}') as object;
    const server = await start(() => {
      throw new NotFound('Kept.', { extensions: { ...extensions } });
    });
    const { json } = await server.request();
    expect(json()).toMatchObject({ title: 'Not Found', detail: 'Kept.' });
    expect(json().temporary).toBeUndefined();
    expect((await server.request({ headers: { Accept: 'text/html' } })).text).not.toContain(
      'Polluted',
    );
    expect(({} as Record<string, unknown>).temporary).toBeUndefined();
  });

  it('whose name no XML element may have is left out of XML alone', async () => {
    const server = await start(() => {
      throw new HttpError(409, { extensions: { 'a b><evil/>': 1, [INJECTION]: 2, fine: 3 } });
    });
    const { text } = await server.request({ headers: { Accept: 'application/problem+xml' } });
    expect(text).not.toContain('evil');
    expect(text).toContain('<fine>3</fine>');
    expect((await server.request()).json()).toMatchObject({ 'a b><evil/>': 1, fine: 3 });
  });
});

/** Errors that carry text wherever they take text. */
function fill(text: string): readonly (readonly [name: string, error: () => unknown])[] {
  return [
    ['detail', () => new NotFound(text)],
    ['title', () => new NotFound({ title: text })],
    ['code', () => new NotFound({ code: text })],
    ['type', () => new NotFound({ type: text })],
    ['instance', () => new NotFound({ instance: text })],
    ['member name', () => new NotFound({ extensions: { [text]: text } })],
    ['header value', () => new NotFound({ headers: { 'X-Text': text } })],
    ['list of header values', () => new NotFound({ headers: { 'X-Text': ['a', text] } })],
    ['header name', () => new NotFound({ headers: { [text]: 'x' } })],
    ['realm', () => new Unauthorized(text)],
    ['challenge', () => new Unauthorized(bearer({ realm: text }))],
    ['message of a 500', () => new InternalServerError(text, { expose: true })],
    ['foreign message', () => Object.assign(new Error(text), { status: 404, expose: true })],
    ['foreign name', () => Object.assign(new Error('x'), { name: text, code: text, type: text })],
    [
      'foreign header',
      () =>
        Object.assign(new Error('x'), { status: 404, headers: { 'X-Text': text, [text]: 'x' } }),
    ],
    [
      'foreign challenge',
      () => Object.assign(new Error('x'), { status: 401, headers: { 'WWW-Authenticate': text } }),
    ],
  ];
}

eachServer('text', (start) => {
  it.each([
    ...fill(INJECTION).map(([name, error]) => [name, 'lines', error] as const),
    ...fill(SURROGATES).map(([name, error]) => [name, 'lone surrogates', error] as const),
    ...fill('\u{1f525}\u4e2d\u00e9').map(([name, error]) => [name, 'no Latin-1', error] as const),
    ...fill('').map(([name, error]) => [name, 'nothing', error] as const),
    ...fill('x'.repeat(20_000)).map(([name, error]) => [name, 'a lot', error] as const),
  ])('as %s, of %s, stays where it belongs', async (_name, _what, make) => {
    const server = await start(() => {
      throw make();
    });
    const connection = await server.connect();
    for (const Accept of FORMATS) {
      const { status, value, values } = await connection.request({ headers: { Accept } });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(value('Injected')).toBeUndefined();
      expect(values('Content-Length')).toHaveLength(1);
      expect(status === 401).toBe(Boolean(value('WWW-Authenticate')));
    }
    expect(connection.unread).toHaveLength(0);
  });

  it('beyond Latin-1 in a header is repaired, and the operator is told', async () => {
    const server = await start(() => {
      throw new NotFound({ headers: { 'X-Name': 'Gr\u00fc\u00dfe \u4e2d\r\nX: y' } });
    });
    const { value } = await server.request();
    expect(value('X-Name')).toBe('Gr\u00fc\u00dfe %E4%B8%AD  X: y');
    expect(server.onlyReport()).toMatchObject({ level: 'warn', status: 404 });
    expect(server.onlyReport().notices[0]?.message).toContain('X-Name');
  });
});
