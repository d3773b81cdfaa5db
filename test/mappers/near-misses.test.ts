import { readFileSync } from 'node:fs';
import { boomify } from '@hapi/boom';
import createError from 'http-errors';
import { ask, FRAMEWORKS } from './servers.js';

const failure = (members: object): Error => Object.assign(new Error('kanari'), members);

const hostileHeaders = {
  get: () => {
    throw new Error('kanari');
  },
};

/** The error of a file as koa-send throws it: with a status, and exposed as http-errors does. */
const missing = (status: number): Error => {
  try {
    readFileSync('/kanari');
  } catch (error) {
    return createError(status, error as Error);
  }
  throw new Error('there is such a file');
};

const PROBLEM = { 'content-type': 'application/problem+json' };

/** An upstream's problem document as axios hands it over. */
const problem = (data: unknown, status = 403, headers: object = PROBLEM): Error =>
  failure({ isAxiosError: true, response: { status, headers, data } });

/** What has a mark of a library's error and not the rest, and what it is answered as. */
const CASES: readonly (readonly [what: string, thrown: unknown, expected: string])[] = [
  ['a CastError without a kind', failure({ name: 'CastError' }), '500 undefined'],
  ['a CastError without a path', failure({ name: 'CastError', kind: 'Number' }), '500 undefined'],
  ['a VersionError of somebody else', failure({ name: 'VersionError' }), '500 undefined'],
  ['an HTTPError of no framework', failure({ name: 'HTTPError', status: 404 }), '404 undefined'],
  ['something with a _message', failure({ _message: 'kanari' }), '500 undefined'],
  ['a Mongo error that nobody knows', failure({ name: 'MongoNewError' }), '500 undefined'],
  [
    'a longer code than a SQLSTATE',
    failure({ code: '23505X', severity: 'ERROR' }),
    '500 undefined',
  ],
  ['an ER_ code without a number', failure({ code: 'ER_NEW' }), '500 undefined'],
  ['an ER_ code without a state', failure({ code: 'ER_NEW', errno: 1 }), '500 undefined'],
  ['a P code without a client', failure({ code: 'P2025' }), '500 undefined'],
  ['a missing entity of another ORM', failure({ name: 'EntityNotFoundError' }), '500 undefined'],
  ['metadata without a code', failure({ metadata: {} }), '500 undefined'],
  ['metadata and a code alone', failure({ metadata: {}, code: 5 }), '500 undefined'],
  ['an axios error without an exchange', failure({ isAxiosError: true }), '502 upstream_failed'],
  ['a got error without an exchange', failure({ timings: {}, options: {} }), '502 upstream_failed'],
  ['a missing file with a status', missing(404), '404 undefined'],
  ['a missing file with a boom', boomify(missing(404), { statusCode: 404 }), '404 undefined'],
  ['words of fetch without a cause', new TypeError('fetch failed'), '500 undefined'],
  ['timings of something else', failure({ timings: {} }), '500 undefined'],
  [
    'an upstream whose fields can not be read',
    failure({ response: { status: 429, headers: hostileHeaders } }),
    '503 upstream_unavailable',
  ],
];

/** Problems of an upstream that can not be passed on; it stays its failure. */
const NOT_PASSED_ON: readonly (readonly [what: string, thrown: unknown])[] = [
  ['whose content is not JSON', problem('{"type":')],
  ['whose content is null', problem('null')],
  ['that says nothing', problem({})],
  ['whose type is no URI reference', problem({ type: 'kan ari' })],
  ['that is about us', problem({ title: 'kanari' }, 401)],
  ['that is about our proxy', problem({ title: 'kanari' }, 407)],
  ['of another media type', problem({ title: 'kanari' }, 403, { 'content-type': 'text/html' })],
  ['without a media type', problem({ title: 'kanari' }, 403, {})],
];

describe.each(FRAMEWORKS)('on $framework', ({ throwing }) => {
  it.each(CASES)('%s is answered as what it is', async (_what, thrown, expected) => {
    const served = await throwing(() => Promise.reject(thrown));
    const { status, problem: sent, text } = await ask(served.url);
    await served.close();
    expect(`${status} ${String(sent.code)}`).toBe(expected);
    expect(text).not.toContain('kanari');
    expect(served.reports[0]).toMatchObject({ error: thrown, notices: [] });
  });

  it.each(NOT_PASSED_ON)('a problem of an upstream %s is not passed on', async (_what, thrown) => {
    const served = await throwing(() => Promise.reject(thrown), { passOnProblems: true });
    const { status, problem: sent, text } = await ask(served.url);
    await served.close();
    expect([status, sent.code]).toEqual([502, 'upstream_failed']);
    expect(text).not.toContain('kanari');
  });

  it('a mapper that is asynchronous, and rejects, is passed over', async () => {
    const hopeless = {
      name: 'hopeless',
      map: (() => Promise.reject(new Error('kanari'))) as never,
    };
    const served = await throwing(() => Promise.reject(new Error('x')), { mappers: [hopeless] });
    const { status } = await ask(served.url);
    await served.close();
    expect(status).toBe(500);
    expect(served.reports[0]?.notices).toMatchObject([
      { message: expect.stringContaining('hopeless made something else') },
    ]);
  });
});
