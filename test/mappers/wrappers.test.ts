import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { createOpenAI } from '@ai-sdk/openai';
import { explainMapping, Forbidden, NotFound } from '@faultless/core';
import { generateText } from 'ai';
import createError from 'http-errors';
import { MultiError, VError, WError } from 'verror';
import { closedPort } from './bad-upstream.js';
import { expiredToken } from './known-errors.js';
import { explain } from './raise.js';
import { ask, FRAMEWORKS } from './servers.js';

describe('wrappers', () => {
  it.each<[string, (inner: unknown) => unknown, string]>([
    ['cause', (cause) => new Error('x', { cause }), 'cause'],
    [
      'originalError',
      (originalError) => Object.assign(new Error('x'), { originalError }),
      'originalError',
    ],
    [
      'a hidden originalError',
      (value) => Object.defineProperty(new Error('x'), 'originalError', { value }),
      'originalError',
    ],
    ['inner', (inner) => Object.assign(new Error('x'), { inner }), 'inner'],
    ['parent', (parent) => Object.assign(new Error('x'), { parent }), 'parent'],
    ['original', (original) => Object.assign(new Error('x'), { original }), 'original'],
    ['driverError', (driverError) => Object.assign(new Error('x'), { driverError }), 'driverError'],
    ['AggregateError', (inner) => new AggregateError([new Error('y'), inner]), 'errors[1]'],
  ])('by %s are seen through', async (_, wrap, property) => {
    const inner = await expiredToken();
    const { mapper, through, error } = explainMapping(wrap(inner));
    expect([mapper, through, error.status]).toEqual(['jsonwebtoken', [property], 401]);
  });

  it('inside wrappers are seen through, with the outermost as the cause', async () => {
    const outermost = new Error('a', {
      cause: new AggregateError([new Error('b', { cause: await expiredToken() })]),
    });
    const { through, error } = explainMapping(outermost);
    expect(through).toEqual(['cause', 'errors[0]', 'cause']);
    expect(error.cause).toBe(outermost);
  });

  it('may hold an error of ours', () => {
    const secret = new Forbidden({ conceal: true });
    expect(explainMapping(new Error('x', { cause: secret })).error).toBe(secret);
  });

  it.each<[string, (cause: unknown) => unknown, number]>([
    ['ours', (cause) => new NotFound({ cause }), 404],
    ['http-errors', (cause) => createError(409, 'x', { cause }), 409],
  ])('of %s are the answer themselves', async (_, wrap, status) => {
    expect(explainMapping(wrap(await expiredToken()))).toMatchObject({
      error: { status },
      through: [],
    });
  });

  it('hold http-errors’ contract, but no plain status: that may be about anything', () => {
    const plain = Object.assign(new Error('x'), { status: 404 });
    expect(explainMapping(new Error('x', { cause: createError(404) })).error.status).toBe(404);
    expect(explainMapping(plain).error.status).toBe(404);
    expect(explainMapping(new Error('x', { cause: plain })).error.status).toBe(500);
  });

  it('are seen through to a depth of eight', async () => {
    const wrap = async (times: number): Promise<unknown> =>
      times === 0 ? expiredToken() : new Error('x', { cause: await wrap(times - 1) });
    expect(explainMapping(await wrap(8)).error.status).toBe(401);
    expect(explainMapping(await wrap(9)).error.status).toBe(500);
  });

  it('may be circular, or many', () => {
    const circular = new Error('x');
    circular.cause = new AggregateError([circular, new Error('y', { cause: circular })]);
    expect(explainMapping(circular).error.status).toBe(500);
    const many = new AggregateError(
      Array.from({ length: 10_000 }, () => new AggregateError([new Error('x')])),
    );
    expect(explainMapping(many).error.status).toBe(500);
  });
});

describe('wrappers of libraries', () => {
  const refused = async () => {
    const port = await closedPort();
    const [error] = await once(connect(port, '127.0.0.1'), 'error');
    return error as Error;
  };

  it.each<[string, () => Promise<unknown>, string[], number]>([
    ['VError', async () => new VError(await refused(), 'kanari'), ['jse_cause'], 503],
    ['WError', async () => new WError(createError(404), 'kanari'), ['jse_cause'], 404],
    [
      'VError in VError',
      async () => new VError(new VError(await refused(), 'a'), 'b'),
      ['jse_cause', 'jse_cause'],
      503,
    ],
    ['MultiError', async () => new MultiError([await refused()]), ['jse_cause'], 503],
  ])('of verror: %s', async (_, make, through, status) => {
    const mapped = explainMapping(await make());
    expect([mapped.through, mapped.error.status]).toEqual([through, status]);
  });

  it('of AI SDK: RetryError, with the errors of all tries', async () => {
    const headers = { 'Retry-After-Ms': '1' };
    const upstream = createServer((_, response) => response.writeHead(503, headers).end('{}'));
    upstream.listen(0, '127.0.0.1');
    await once(upstream, 'listening');
    const { port } = upstream.address() as AddressInfo;
    const provider = createOpenAI({ baseURL: `http://127.0.0.1:${port}`, apiKey: 'kanari' });
    const { error, through, mapper } = await explain(() =>
      generateText({ model: provider('gpt-5'), prompt: 'x', maxRetries: 1 }),
    );
    upstream.close();
    expect([mapper, error.status, through]).toEqual(['upstream', 503, ['lastError']]);
  });
});

describe.each(FRAMEWORKS)('an error that is wide, on $framework', ({ throwing }) => {
  const LEAVES = 16;

  /** Two lists of causes, with what is known in one place of the second. */
  const wide = async (place: number): Promise<unknown> => {
    const leaves = (): Error[] => Array.from({ length: LEAVES }, () => new Error('kanari'));
    const second = leaves();
    second[place] = (await expiredToken()) as Error;
    return new AggregateError([new AggregateError(leaves()), new AggregateError(second)]);
  };

  // The list, its first list with 16, and the second one are 19 of 32.
  it.each([
    [0, 401],
    [12, 401],
    [13, 500],
    [15, 500],
  ])('is looked into for 32 errors, so that place %i makes it a %i', async (place, expected) => {
    const served = await throwing(async () => {
      throw await wide(place);
    });
    const { status } = await ask(served.url);
    await served.close();
    expect(status).toBe(expected);
  });

  it('is looked into once for each error, however often it is listed', async () => {
    const asked: unknown[] = [];
    const mappers = [{ name: 'counting', map: (thrown: unknown) => void asked.push(thrown) }];
    let lattice: Error = new Error('kanari');
    for (let level = 0; level < 4; level += 1) {
      lattice = new AggregateError(Array.from({ length: LEAVES }, () => lattice));
    }
    const served = await throwing(() => Promise.reject(lattice), { mappers });
    const { status } = await ask(served.url);
    await served.close();
    expect([status, asked.length, new Set(asked).size]).toEqual([500, 5, 5]);
  });

  it('is looked into for the first 16 of a list', async () => {
    const list = async (at: number): Promise<unknown> => {
      const errors = Array.from({ length: at }, () => new Error('kanari'));
      return new AggregateError([...errors, await expiredToken()]);
    };
    const served = await throwing(async (url) => {
      throw await list(Number(url.slice(1)));
    });
    const statuses = [await ask(`${served.url}/15`), await ask(`${served.url}/16`)];
    await served.close();
    expect(statuses.map(({ status }) => status)).toEqual([401, 500]);
  });
});
