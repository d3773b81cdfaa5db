import '@faultless/testing/jest';
import {
  Forbidden,
  HttpError,
  handle,
  NotFound,
  StepUpRequired,
  TooManyRequests,
  Unauthorized,
} from '@faultless/node';
import { toBeProblem } from '@faultless/testing';
import axios from 'axios';
import got from 'got';
import ky from 'ky';
import inject from 'light-my-request';
import nodeFetch from 'node-fetch';
import request from 'supertest';
import { closeAll, serve } from '../harness/serve.js';
import { createKoaShop, createShop, OrderShipped, OutOfCredit } from './shop.js';

const shop = createShop();
const ask = (path: string, accept = '*/*') => request(shop).get(path).set('Accept', accept);

/** What a matcher says where it fails. */
async function failureOf(matching: () => unknown): Promise<string> {
  try {
    await matching();
  } catch (error) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours
    return (error as Error).message.replace(/\u001b\[\d+m/g, '');
  }
  throw new Error('It passed.');
}

afterAll(closeAll);

describe('toBeProblem', () => {
  it('knows a problem by its class, with the members that are named', async () => {
    const response = await ask('/credit');
    expect(response).toBeProblem(OutOfCredit);
    expect(response).toBeProblem(OutOfCredit, { balance: 30 });
    expect(response).toBeProblem(OutOfCredit, { detail: 'It costs 50.', accounts: ['/1'] });
    expect(response).toBeProblem(OutOfCredit, { balance: expect.any(Number) });
    expect(response).not.toBeProblem(OutOfCredit, { balance: 31 });
    expect(response).not.toBeProblem(OutOfCredit, { accounts: ['/1', '/2'] });
  });

  it('knows a status of any problem type, and a class of ours without one', async () => {
    const typed = await ask('/credit');
    const plain = await ask('/forbidden');
    expect(typed).toBeProblem(403);
    expect(typed).not.toBeProblem(Forbidden);
    expect(plain).toBeProblem(403, { code: 'not_owner' });
    expect(plain).toBeProblem(Forbidden, { detail: 'Only the owner may.' });
    expect(plain).not.toBeProblem(404);
    expect(plain).not.toBeProblem(OutOfCredit);
    expect(await ask('/limited')).toBeProblem(TooManyRequests, { temporary: true });
    expect(await ask('/unauthorized')).toBeProblem(Unauthorized);
    expect(await ask('/unauthorized')).toBeProblem(StepUpRequired);
    expect(await ask('/shipped')).toBeProblem(OrderShipped);
    expect(await ask('/nowhere')).toBeProblem(NotFound);
  });

  it('knows members by a matcher of the whole document', async () => {
    const response = await ask('/credit');
    expect(response).toBeProblem(OutOfCredit, expect.objectContaining({ balance: 30 }));
    expect(response).not.toBeProblem(OutOfCredit, expect.objectContaining({ balance: 31 }));
    const failure = await failureOf(() =>
      expect(response).toBeProblem(403, expect.objectContaining({ balance: 31 })),
    );
    expect(failure).toMatch(/^members: expected ObjectContaining \{"balance": 31\}, received \{"/);
  });

  it('takes nothing that every object has for a member', async () => {
    const response = await ask('/credit');
    expect(response).not.toBeProblem(403, { constructor: expect.any(Function) });
    expect(response).not.toBeProblem(403, { toString: expect.anything() });
  });

  it('reads fields in any form', () => {
    const document = JSON.stringify({ status: 403, title: 'No.' });
    const fields: readonly unknown[] = [
      new Headers({ 'Content-Type': 'application/problem+json' }),
      new Map([['Content-Type', 'application/problem+json']]),
      [['Content-Type', 'application/problem+json']],
      ['Content-Type', 'application/problem+json'],
    ];
    for (const headers of fields) {
      expect({ statusCode: 403, headers, body: document }).toBeProblem(403);
    }
  });

  it('reads what asked for application/json', async () => {
    expect(await ask('/credit', 'application/json')).toBeProblem(OutOfCredit, { balance: 30 });
  });

  it('shows what is another, and the whole answer', async () => {
    const response = await ask('/credit');
    const message = await failureOf(() =>
      expect(response).toBeProblem(OutOfCredit, { balance: 3 }),
    );
    expect(message).toMatch(
      /^balance: expected 3, received 30\n\nHTTP 403\nx-powered-by: Express\n/,
    );
    expect(message).toContain('\ncontent-type: application/problem+json\n');
    expect(message).toContain(`\n\n${response.text}`);
    const all = await failureOf(() => expect(response).toBeProblem(NotFound, { code: 'x' }));
    expect(all).toMatch(
      /^status: expected 404, received 403\ntype: expected "about:blank", received "https:[^"]+"\ncode: expected "x", received undefined\n/,
    );
  });

  it('shows the answer where none was expected', async () => {
    const response = await ask('/forbidden');
    const message = await failureOf(() => expect(response).not.toBeProblem(Forbidden));
    expect(message).toMatch(/^expected no Forbidden, and got one\n\nHTTP 403\n/);
    expect(await failureOf(() => expect(response).not.toBeProblem(403))).toMatch(
      /^expected no 403, and got one\n/,
    );
  });

  it.each([
    ['/page', /^expected application\/problem\+json, received text\/html; charset=utf-8\n/],
    ['/bare', /^expected application\/problem\+json, received no Content-Type\n/],
    ['/list', /^the body is no JSON object\n/],
    ['/lying', /^status in the body \(RFC 9457 §3\.1\.2\): expected 403, received 500\n/],
    ['/fine', /^status: expected 403, received 200\nexpected a problem document,/],
  ])('refuses what is none: %s', async (path, message) => {
    const response = await ask(path);
    expect(await failureOf(() => expect(response).toBeProblem(OutOfCredit))).toMatch(message);
  });

  it('says that a body is empty, as with HEAD', async () => {
    const response = await request(shop).head('/forbidden');
    expect(await failureOf(() => expect(response).toBeProblem(403))).toMatch(
      /^the body is empty\n/,
    );
  });

  it('reads what is bare of fields and of a body', async () => {
    const bare = { statusCode: 403 };
    expect(await failureOf(() => expect(bare).toBeProblem(403))).toBe(
      'expected application/problem+json, received no Content-Type\n\nHTTP 403\n\n',
    );
  });

  it('says that a body is no JSON', async () => {
    const { origin } = await serve(shop);
    const response = await fetch(`${origin}/broken`);
    expect(await failureOf(() => expect(response).toBeProblem(403))).toMatch(
      /^the body is no JSON object\n\nHTTP 403\n/,
    );
  });

  it('takes JSON for a problem only where it says its status and a title', async () => {
    const headers = { 'content-type': 'application/json' };
    for (const body of ['{"error":"nope"}', '{"ok":true}', '{"status":403}']) {
      const answer = { statusCode: 403, headers, body };
      expect(await failureOf(() => expect(answer).toBeProblem(Forbidden))).toMatch(
        /^expected a problem document, received JSON without its status and a title/,
      );
    }
  });

  it('tells apart what is no instance, however much it looks like one', async () => {
    const headers = { 'content-type': 'application/problem+json' };
    const [a, b, c] = ['a', 'b', 'c'].map((letter) => `urn:uuid:${letter.repeat(36)}`);
    const answer = (instance: unknown, owner: unknown) => ({
      statusCode: 404,
      headers,
      body: JSON.stringify({ status: 404, owner, instance }),
    });
    expect(answer(a, c)).toBeConcealedLike(answer(b, c));
    await failureOf(() => expect(answer(a, b)).toBeConcealedLike(answer(a, c)));
    await failureOf(() => expect(answer(a, b)).toBeConcealedLike(answer(b, c)));
  });

  it('compares bytes, and refuses what nobody has read', async () => {
    const answer = (data: unknown) => ({ status: 404, headers: {}, data });
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(answer(bytes('a'))).toBeConcealedLike(answer(bytes('a')));
    for (const [one, other] of [
      [bytes('a'), bytes('b')],
      [bytes('a').buffer, bytes('b').buffer],
    ]) {
      await failureOf(() => expect(answer(one)).toBeConcealedLike(answer(other)));
    }
    for (const unread of [new Blob(['a']), new Response('a').body]) {
      expect(() => expect(answer(unread)).toBeConcealedLike(answer('a'))).toThrow(TypeError);
    }
  });

  it('shows no more of a long body than people read', async () => {
    const text = JSON.stringify({ status: 403, detail: 'x'.repeat(5_000) });
    const long = { status: 403, headers: { 'content-type': 'application/json' }, text };
    const message = await failureOf(() => expect(long).toBeProblem(404));
    expect(message).toMatch(/xxx… and 1026 characters more$/);
  });
});

describe('toBeProblem, given what a library gives:', () => {
  let origin: string;

  beforeAll(async () => {
    ({ origin } = await serve(shop));
  });

  it('a fetch Response, which stays readable', async () => {
    const response = await fetch(`${origin}/credit`);
    await expect(response).toBeProblem(OutOfCredit, { balance: 30 });
    await expect(response).not.toBeProblem(404);
    await expect(fetch(`${origin}/credit`)).resolves.toBeProblem(403);
    expect(await failureOf(() => expect(response).toBeProblem(404))).toMatch(/\nHTTP 403\n/);
    expect(await response.json()).toMatchObject({ balance: 30 });
    expect(await failureOf(() => expect(response).toBeProblem(403))).toMatch(/read already/);
  });

  it('a Response of node-fetch', async () => {
    const response = await nodeFetch(`${origin}/credit`);
    await expect(response).toBeProblem(OutOfCredit, { balance: 30 });
  });

  it('an inject result', async () => {
    const dispatch = handle(() => {
      throw new OutOfCredit('It costs 50.', { balance: 30 });
    });
    const response = await inject(dispatch, '/');
    expect(response).toBeProblem(OutOfCredit, { balance: 30 });
  });

  it('an answer or an error of axios', async () => {
    const response = await axios.get(`${origin}/credit`, { validateStatus: () => true });
    expect(response).toBeProblem(OutOfCredit, { balance: 30 });
    await expect(axios.get(`${origin}/credit`)).rejects.toBeProblem(OutOfCredit, { balance: 30 });
    const binary = { validateStatus: () => true, responseType: 'arraybuffer' } as const;
    expect(await axios.get(`${origin}/credit`, binary)).toBeProblem(OutOfCredit, { balance: 30 });
  });

  it('an answer or an error of got, and an error of ky', async () => {
    const options = { throwHttpErrors: false, retry: { limit: 0 } } as const;
    expect(await got(`${origin}/credit`, options)).toBeProblem(OutOfCredit, { balance: 30 });
    await expect(got(`${origin}/credit`)).rejects.toBeProblem(403);
    await expect(ky.get(`${origin}/credit`, { retry: 0 })).rejects.toBeProblem(OutOfCredit);
  });

  it('of a server on Koa', async () => {
    const koa = createKoaShop().callback();
    expect(await request(koa).get('/credit')).toBeProblem(OutOfCredit, { balance: 30 });
    expect(await request(koa).get('/nowhere')).toBeProblem(NotFound);
  });
});

describe('toBeProblem, given nonsense,', () => {
  it.each([
    [undefined, /^This is no response: undefined\.$/],
    [{ body: '' }, /^This is no response: \[object Object\]\.$/],
    [{ status: () => 403 }, /^This is no response/],
  ])('says so: %p', async (response, message) => {
    expect(await failureOf(() => expect(response).toBeProblem(403))).toMatch(message);
    expect(await failureOf(() => expect(response).not.toBeProblem(403))).toMatch(message);
  });

  it.each([
    [null, 'null'],
    ['balance', 'balance'],
    [[], '[object Array]'],
  ])('asks for members: %p', async (members, shown) => {
    const response = await ask('/credit');
    const message = `The members of a problem are an object, not ${shown}.`;
    for (const matcher of [expect(response), expect(response).not]) {
      expect(await failureOf(() => matcher.toBeProblem(403, members as never))).toBe(message);
    }
  });

  it.each([200, 399, 600, 403.5, Number.NaN, Infinity])(
    'takes no %p for a status',
    async (status) => {
      const response = await ask('/credit');
      for (const matcher of [expect(response), expect(response).not]) {
        expect(await failureOf(() => matcher.toBeProblem(status))).toBe(
          `The status of a problem is from 400 to 599, not ${status}.`,
        );
      }
    },
  );

  it.each([[Object.create(null) as object], [expect.any(Number)], [Symbol('a')]])(
    'says what is no problem: %p',
    async (problem) => {
      const response = await ask('/credit');
      expect(await failureOf(() => expect(response).toBeProblem(problem as never))).toMatch(
        /^A problem is a class or a status, not (?:\[object Object\]|Symbol\(a\))\.$/,
      );
    },
  );

  it('asks for what was not awaited', async () => {
    const sent = ask('/credit');
    expect(await failureOf(() => expect(sent).toBeProblem(403))).toMatch(/await it first/);
    await sent;
  });

  it('refuses what is no problem', async () => {
    class Odd extends HttpError {
      static override name = 'Odd';

      constructor() {
        super(499);
      }
    }
    const response = await ask('/credit');
    expect(await failureOf(() => expect(response).toBeProblem(Odd))).toMatch(
      /^The status of Odd is unknown: give it a static `status`\.$/,
    );
    expect(await failureOf(() => expect(response).toBeProblem('403' as never))).toMatch(
      /^A problem is a class or a status, not 403\.$/,
    );
    class Known extends Odd {
      static readonly status = 403;
    }
    expect(response).not.toBeProblem(Known);
  });
});

describe('toBeConcealedLike', () => {
  it.each(['*/*', 'text/html', 'text/plain', 'text/markdown', 'application/problem+xml'])(
    'finds no difference where there is none, as %s',
    async (accept) => {
      expect(await ask('/secret', accept)).toBeConcealedLike(await ask('/nowhere', accept));
    },
  );

  it('takes HEAD and fetch, also together', async () => {
    const head = (path: string) => request(shop).head(path);
    expect(await head('/secret')).toBeConcealedLike(await head('/nowhere'));
    const { origin } = await serve(shop);
    const [secret, missing] = [await fetch(`${origin}/secret`), await fetch(`${origin}/nowhere`)];
    await expect(secret).toBeConcealedLike(missing);
    expect(await failureOf(() => expect(secret).not.toBeConcealedLike(missing))).toMatch(
      /^expected a client to see a difference, and there is none\n\nHTTP 404\n/,
    );
  });

  it('passes over an instance that is an address', async () => {
    expect(await ask('/leaky')).toBeConcealedLike(await ask('/leak'));
  });

  it.each([
    ['a status', '/forbidden', /- HTTP 404\n\+ HTTP 403\n/],
    ['a field', '/named', /- x-powered-by: Express\n\+ x-powered-by: Orders\n/],
  ])('tells apart by %s', async (_what, path, difference) => {
    const [response, missing] = [await ask(path), await ask('/nowhere')];
    expect(response).not.toBeConcealedLike(missing);
    const message = await failureOf(() => expect(response).toBeConcealedLike(missing));
    expect(message).toMatch(/^a client can tell them apart\n\n/);
    expect(message).toMatch(difference);
  });

  const answer = (fields: Record<string, string>, text = '') => ({
    status: 404,
    headers: { date: 'now', ...fields },
    text,
  });

  it.each([
    ['a field that only one has', answer({ age: '1' }), answer({})],
    ['the order of fields', answer({ a: '1', b: '2' }), answer({ b: '2', a: '1' })],
    [
      'a length without a body',
      answer({ 'content-length': '1' }),
      answer({ 'content-length': '2' }),
    ],
    ['a body', answer({}, 'No order.'), answer({}, 'Nothing.')],
    [
      'the end of a long body',
      answer({}, `${'x'.repeat(9_000)}a`),
      answer({}, `${'x'.repeat(9_000)}b`),
    ],
    ['the order of members', answer({}, '{"a":1,"b":2}'), answer({}, '{"b":2,"a":1}')],
  ])('tells apart by %s', (_what, one, other) => {
    expect(one).not.toBeConcealedLike(other);
  });

  it('passes over what differs by nature', () => {
    const one = answer({ age: '1', 'x-request-id': 'a', 'ratelimit-remaining': '9' });
    const other = {
      ...one,
      headers: { date: 'then', age: '2', 'x-request-id': 'b', 'ratelimit-remaining': '8' },
    };
    expect(one).toBeConcealedLike(other);
  });

  it('takes no success for an error, and nothing for itself', async () => {
    const [fine, same] = [await ask('/fine'), await ask('/fine')];
    expect(await failureOf(() => expect(fine).toBeConcealedLike(same))).toMatch(
      /^expected an error, received\n\nHTTP 200\n/,
    );
    expect(await failureOf(() => expect(fine).toBeConcealedLike(fine))).toMatch(/with itself/);
  });
});

describe('the types', () => {
  it('ask for the members that the problem has', async () => {
    const response = await ask('/credit');
    // @ts-expect-error: a balance is a number
    expect(response).not.toBeProblem(OutOfCredit, { balance: '30' });
    // @ts-expect-error: it is no problem
    expect(() => expect(response).toBeProblem(class Order {})).toThrow(TypeError);
  });

  it('make a promise of what is one', async () => {
    const { origin } = await serve(shop);
    const promised: Promise<void> = expect(await fetch(`${origin}/credit`)).toBeProblem(403);
    await promised;
    // @ts-expect-error: what supertest gives is there already
    const ready: Promise<void> = expect(await ask('/credit')).toBeProblem(403);
    expect(ready).toBeUndefined();
    expect(toBeProblem).toBeInstanceOf(Function);
  });
});
