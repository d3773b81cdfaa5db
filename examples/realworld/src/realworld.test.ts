import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { jest } from '@jest/globals';
import { startDatabase } from './database.js';
import { TABLES as EXPRESS_TABLES } from './express/tables.js';
import { TABLES as KOA_TABLES } from './koa/tables.js';

// A database and a program are started for each.
jest.setTimeout(120_000);

const MAIN = 'examples/realworld/dist/main.js';
const PROBLEM = 'application/problem+json';
/** Words of the databases and their clients, and of files. */
const LEAKS = /prisma|drizzle|postgres|constraint|insert into|select |node_modules|\.[jt]s:|ECONN/i;

type Json = Readonly<Record<string, unknown>>;

interface Asked {
  readonly method?: string;
  readonly token?: string;
  readonly authorization?: string;
  readonly accept?: string;
  readonly body?: unknown;
  readonly raw?: string;
}

interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly challenge: string | null;
  readonly body: Json;
}

describe.each([
  ['express', EXPRESS_TABLES],
  ['koa', KOA_TABLES],
])('the RealWorld API on %s', (name, tables) => {
  let database: Awaited<ReturnType<typeof startDatabase>>;
  let app: ChildProcess;
  let origin = '';
  let reported = '';

  beforeAll(async () => {
    database = await startDatabase(tables);
    const env = { ...process.env, PORT: '0', DATABASE_URL: database.url };
    app = spawn(process.execPath, [MAIN, name], { env });
    app.stderr?.on('data', (chunk) => (reported += String(chunk)));
    const [line] = (await once(app.stdout ?? app, 'data')) as [Buffer];
    origin = line.toString().trim();
  });

  afterAll(async () => {
    app.kill();
    await database.stop();
  });

  async function ask(path: string, asked: Asked = {}): Promise<Answer> {
    const { method = 'GET', token, accept, body, raw } = asked;
    const authorization = asked.authorization ?? (token && `Token ${token}`);
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: {
        ...(authorization && { Authorization: authorization }),
        ...(accept && { Accept: accept }),
        ...(sent !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(sent !== undefined && { body: sent }),
    });
    const text = await response.text();
    if (response.status >= 400) expect(text).not.toMatch(LEAKS);
    return {
      status: response.status,
      type: response.headers.get('Content-Type'),
      challenge: response.headers.get('WWW-Authenticate'),
      body: text === '' ? {} : (JSON.parse(text) as Json),
    };
  }

  const post = (path: string, body: unknown, asked: Asked = {}) =>
    ask(path, { ...asked, method: 'POST', body });
  const put = (path: string, body: unknown, token: string) =>
    ask(path, { method: 'PUT', body, token });
  const remove = (path: string, token: string) => ask(path, { method: 'DELETE', token });

  /** The same question of a client of the old shape, and of one that asks for problem documents. */
  async function askBoth(path: string, asked: Asked = {}) {
    return {
      legacy: await ask(path, asked),
      problem: await ask(path, { ...asked, accept: PROBLEM }),
    };
  }

  interface Wrong {
    readonly status: number;
    readonly messages: readonly string[];
    readonly problem: Json;
  }

  function expectBoth(answers: Awaited<ReturnType<typeof askBoth>>, wrong: Wrong): void {
    expect(answers.legacy).toMatchObject({
      status: wrong.status,
      type: 'application/json',
      body: { errors: { body: wrong.messages } },
    });
    expect(Object.keys(answers.legacy.body)).toEqual(['errors']);
    expect(answers.problem).toMatchObject({
      status: wrong.status,
      type: PROBLEM,
      body: { status: wrong.status, ...wrong.problem },
    });
  }

  /** A user of that name: their token. */
  async function register(username: string): Promise<string> {
    const user = { username, email: `${username}@conduit.example`, password: `${username}-pass` };
    const { status, body } = await post('/users', { user });
    expect(status).toBe(201);
    return (body as { user: { token: string } }).user.token;
  }

  const article = (title: string) => ({
    article: { title, description: 'About it', body: 'It begins.', tagList: ['dragons', 'fire'] },
  });

  let ann = '';
  let bob = '';

  it('registers, logs in, tells and changes a user', async () => {
    ann = await register('ann');
    bob = await register('bob');
    const login = await post('/users/login', {
      user: { email: 'ann@conduit.example', password: 'ann-pass' },
    });
    const user = { username: 'ann', email: 'ann@conduit.example', bio: null, image: null };
    expect(login).toMatchObject({ status: 200, body: { user } });
    expect((await ask('/user', { token: ann })).body).toMatchObject({ user });
    const changed = await put('/user', { user: { bio: 'Writes.', password: 'new-pass' } }, ann);
    expect(changed).toMatchObject({ status: 200, body: { user: { ...user, bio: 'Writes.' } } });
    const again = await post('/users/login', {
      user: { email: 'ann@conduit.example', password: 'new-pass' },
    });
    expect(again.status).toBe(200);
  });

  it('shows, follows and unfollows a profile', async () => {
    const profile = (following: boolean) => ({
      profile: { username: 'ann', bio: 'Writes.', image: null, following },
    });
    expect((await ask('/profiles/ann')).body).toEqual(profile(false));
    const followed = await ask('/profiles/ann/follow', { method: 'POST', token: bob });
    expect(followed.body).toEqual(profile(true));
    expect((await ask('/profiles/ann', { token: bob })).body).toEqual(profile(true));
    expect((await ask('/profiles/ann', { token: ann })).body).toEqual(profile(false));
    expect((await remove('/profiles/ann/follow', bob)).body).toEqual(profile(false));
    await ask('/profiles/ann/follow', { method: 'POST', token: bob });
  });

  it('writes, shows, lists and changes articles', async () => {
    const created = await post('/articles', article('How to train'), { token: ann });
    const shown = {
      slug: 'how-to-train',
      ...article('How to train').article,
      author: { username: 'ann', following: false },
      favorited: false,
      favoritesCount: 0,
    };
    expect(created).toMatchObject({ status: 201, body: { article: shown } });
    expect(created.body.article).toMatchObject({
      createdAt: expect.stringMatching(/^20\d\d-/),
      updatedAt: expect.stringMatching(/^20\d\d-/),
    });
    expect((await ask('/articles/how-to-train')).body).toMatchObject({ article: shown });
    const all = ['', '?tag=dragons', '?author=ann', '?limit=1', '/feed'];
    for (const query of all) {
      const { body } = await ask(`/articles${query}`, { token: bob });
      expect(body).toMatchObject({ articlesCount: 1, articles: [{ slug: 'how-to-train' }] });
    }
    const none = { articles: [], articlesCount: 0 };
    for (const query of ['?tag=cats', '?author=bob', '?favorited=bob']) {
      expect((await ask(`/articles${query}`)).body).toEqual(none);
    }
    expect((await ask('/articles/feed', { token: ann })).body).toEqual(none);
    const changed = await put('/articles/how-to-train', { article: { body: 'It ends.' } }, ann);
    expect(changed).toMatchObject({ status: 200, body: { article: { body: 'It ends.' } } });
    expect((await ask('/tags')).body).toEqual({ tags: ['dragons', 'fire'] });
  });

  it('favours and unfavours an article', async () => {
    const path = '/articles/how-to-train/favorite';
    const liked = await ask(path, { method: 'POST', token: bob });
    expect(liked.body).toMatchObject({ article: { favorited: true, favoritesCount: 1 } });
    const listed = await ask('/articles?favorited=bob');
    expect(listed.body).toMatchObject({ articles: [{ favorited: false, favoritesCount: 1 }] });
    const unliked = await remove(path, bob);
    expect(unliked.body).toMatchObject({ article: { favorited: false, favoritesCount: 0 } });
  });

  it('writes, lists and deletes comments', async () => {
    const path = '/articles/how-to-train/comments';
    const written = await post(path, { comment: { body: 'Thank you.' } }, { token: bob });
    const comment = { body: 'Thank you.', author: { username: 'bob', following: false } };
    expect(written).toMatchObject({ status: 201, body: { comment } });
    expect((await ask(path)).body).toMatchObject({ comments: [comment] });
    const { id } = written.body.comment as { id: number };
    expectBoth(await askBoth(`${path}/${id}`, { method: 'DELETE', token: ann }), {
      status: 403,
      messages: ['Only its author may delete a comment.'],
      problem: {},
    });
    expect((await remove(`${path}/${id}`, bob)).status).toBe(204);
    expect((await ask(path)).body).toEqual({ comments: [] });
    expect((await remove(`${path}/${id}`, bob)).status).toBe(404);
  });

  it.each([
    ['a user whom nobody knows', 'nobody@conduit.example'],
    ['a wrong password', 'bob@conduit.example'],
  ])('answers %s with the same 401', async (_, email) => {
    const body = { user: { email, password: 'wrong' } };
    const answers = await askBoth('/users/login', { method: 'POST', body });
    expectBoth(answers, {
      status: 401,
      messages: ['The email or the password is wrong.'],
      problem: { code: 'login_failed' },
    });
    expect(answers.legacy.challenge).toBe('Token realm="conduit"');
  });

  it.each([
    ['no token', undefined, 'Token realm="conduit"'],
    ['another scheme', 'Bearer a.b.c', 'Token realm="conduit"'],
    ['a token that is none', 'Token a.b.c', 'Token realm="conduit", error="invalid_token"'],
  ])('challenges %s', async (_, authorization, challenge) => {
    const { legacy, problem } = await askBoth('/user', authorization ? { authorization } : {});
    expect(legacy).toMatchObject({ status: 401, challenge });
    expect(problem).toMatchObject({ status: 401, challenge, body: { status: 401 } });
  });

  it('lists what is wrong with content', async () => {
    const body = { article: { title: '', description: 'About it' } };
    const answers = await askBoth('/articles', { method: 'POST', token: ann, body });
    expect(answers.legacy).toMatchObject({
      status: 422,
      body: { errors: { body: ["title can't be empty", expect.stringMatching(/^body /)] } },
    });
    expect(answers.problem).toMatchObject({
      status: 422,
      body: {
        code: 'validation_failed',
        errors: [
          { pointer: '#/article/title', detail: "can't be empty" },
          { pointer: '#/article/body' },
        ],
      },
    });
  });

  it.each([
    ['/users', { user: { username: 'ann', email: 'other@conduit.example', password: 'x' } }],
    ['/users', { user: { username: 'other', email: 'ann@conduit.example', password: 'x' } }],
    ['/articles', article('How to train')],
  ])('answers what %s has already with 409', async (path, body) => {
    const { legacy, problem } = await askBoth(path, { method: 'POST', token: ann, body });
    expect(legacy).toMatchObject({ status: 409, body: { errors: { body: [expect.any(String)] } } });
    expect(problem).toMatchObject({ status: 409, body: { code: 'already_exists' } });
    expect(reported).toBe('');
  });

  it('answers JSON that is none with 400', async () => {
    const answers = await askBoth('/users/login', { method: 'POST', raw: '{"user":' });
    expect(answers.legacy).toMatchObject({
      status: 400,
      body: { errors: { body: [expect.any(String)] } },
    });
    expect(answers.problem).toMatchObject({ status: 400, body: { code: 'body_malformed' } });
  });

  it.each([
    ['PUT', { article: { title: 'Mine now' } }],
    ['DELETE', undefined],
  ])('lets nobody else %s an article', async (method, body) => {
    const answers = await askBoth('/articles/how-to-train', { method, token: bob, body });
    expectBoth(answers, {
      status: 403,
      messages: ['Only its author may change an article.'],
      problem: { title: 'Forbidden' },
    });
  });

  it.each(['/articles/nothing', '/profiles/nobody', '/articles/nothing/comments', '/nowhere'])(
    'answers 404 for %s',
    async (path) => {
      const { legacy, problem } = await askBoth(path);
      expect(legacy).toMatchObject({
        status: 404,
        body: { errors: { body: [expect.any(String)] } },
      });
      expect(problem).toMatchObject({ status: 404, body: { title: 'Not Found' } });
    },
  );

  it('deletes an article', async () => {
    expect((await remove('/articles/how-to-train', ann)).status).toBe(204);
    expect((await ask('/articles/how-to-train')).status).toBe(404);
  });

  it('answers 503 when the database has gone, and tells the operator why', async () => {
    await database.stop();
    const answers = await askBoth('/tags');
    expect(answers.legacy).toMatchObject({
      status: 503,
      body: { errors: { body: [expect.any(String)] } },
    });
    expect(answers.problem).toMatchObject({ status: 503, body: { temporary: true } });
    expect(reported).toMatch(/GET \/api\/tags[\s\S]*(?:ECONNREFUSED|P1001|connect)/i);
  });
});
