import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  type Extend,
  Forbidden,
  HttpError,
  jsonEnvelope,
  lastEvent,
  NotFound,
  type ProblemDocument,
  problemJson,
} from '@faultless/node';
import { type Options, UNANSWERED } from '../harness/servers.js';
import { until } from '../harness/until.js';
import { eachServer } from './support/each-server.js';

const secret = new Forbidden('Only for the board.', { conceal: true, code: 'board_only' });

/** The request of node:http, whatever the framework calls it. */
const rawOf = (request: unknown): IncomingMessage =>
  ((request as { req?: { url?: string } }).req?.url === undefined
    ? request
    : (request as { req: IncomingMessage }).req) as IncomingMessage;

const withPath: Extend<unknown> = (_problem, { request }) => ({ path: rawOf(request).url });

eachServer('extend', (start) => {
  const failing = (thrown: unknown) => () => {
    throw thrown;
  };

  it.each([
    ['an error', new HttpError(409)],
    ['one with members of its own', new HttpError(409, { detail: 'No.', extensions: { a: 1 } })],
    ['one of the server', new TypeError('x is not a function')],
    ['a text', 'oops'],
  ])('adds its members to the body of %s, each time anew', async (_what, thrown) => {
    const server = await start(failing(thrown), { extend: withPath });
    for (const path of ['/first', '/second']) {
      const answer = await server.request({ path });
      expect(answer.json()).toMatchObject({ status: answer.status, path });
      expect(Buffer.byteLength(answer.text)).toBe(Number(answer.value('content-length')));
    }
    expect(server.reports.flatMap(({ notices }) => notices)).toEqual([]);
  });

  it.each(['text/html', 'text/plain', 'application/problem+xml', 'text/markdown'])(
    'adds them to %s, as harmless as all else',
    async (accept) => {
      const extend = () => ({ echo: '<b>`x`</b>\r\n# y' });
      const server = await start(failing(new NotFound()), { extend });
      const { text } = await server.request({ headers: { Accept: accept } });
      expect(text).toContain('echo');
      if (accept === 'text/markdown') expect(text).toContain('- `echo`: ``<b>`x`</b> # y``\n');
      else expect(text.includes('<b>')).toBe(accept === 'text/plain');
    },
  );

  it('sees of what is concealed only the 404 in its place, and adds the same to a real one', async () => {
    const seen: unknown[] = [];
    const extend: Options['extend'] = (problem, { error, locale }) => {
      seen.push(problem, { ...error, message: error.message }, locale.tag);
      return { id: 'r1' };
    };
    const server = await start(({ url }) => (url === '/there' ? failing(secret)() : UNANSWERED), {
      extend,
    });
    const answers = [await server.request({ path: '/there' }), await server.request()];
    const bodies = answers.map((answer) => ({ ...answer.json(), instance: 'any' }));
    expect(bodies[0]).toMatchObject({ status: 404, id: 'r1' });
    expect(bodies[0]).toEqual(bodies[1]);
    // An instance may have any digits.
    expect(JSON.stringify(seen).replace(/urn:uuid:[\da-f-]{36}/g, '')).not.toMatch(/board|403/);
    expect(seen[2]).toBe('en');
  });

  it.each<[string, unknown, string]>([
    ['a standard member', { status: 200, id: 'r1' }, "extend can't set the member status"],
    ['one that is not there yet', { code: 'x', id: 'r1' }, "extend can't set the member code"],
    ['a member of the error', { balance: 0, id: 'r1' }, "extend can't set the member balance"],
    [
      'a prototype',
      JSON.parse('{"__proto__":{"a":1},"id":"r1"}'),
      "extend can't set the member __proto__",
    ],
  ])('can not replace %s; the rest leaves', async (_what, members, notice) => {
    const thrown = new HttpError(402, { extensions: { balance: 30 } });
    const server = await start(failing(thrown), { extend: () => members as { id: string } });
    expect((await server.request()).json()).toEqual({
      type: 'about:blank',
      title: 'Payment Required',
      status: 402,
      detail: 'This is available only after a payment.',
      instance: expect.stringMatching(/^urn:uuid:/),
      balance: 30,
      id: 'r1',
    });
    expect(server.onlyReport().notices).toEqual([{ message: notice }]);
  });

  it.each<[string, () => unknown, string]>([
    [
      'throws',
      () => {
        throw new Error('no id');
      },
      'extend failed',
    ],
    [
      'changes the problem',
      ((problem: { title: string }) => {
        problem.title = 'Oops';
      }) as never,
      'extend failed',
    ],
    ['rejects', () => Promise.reject(new Error('late')), 'not an object'],
    ['returns a text', () => 'r1', 'extend returned "r1", not an object'],
    ['returns null', () => null, 'extend returned null, not an object'],
    ['returns a list', () => ['r1'], 'extend returned ["r1"], not an object'],
  ])('that %s adds nothing, and is reported', async (_what, extend, notice) => {
    const server = await start(failing(new NotFound()), { extend: extend as Extend<unknown> });
    expect(Object.keys((await server.request()).json())).toEqual([
      'type',
      'title',
      'status',
      'detail',
      'instance',
    ]);
    expect(server.onlyReport().notices).toEqual([
      expect.objectContaining({ message: expect.stringContaining(notice) }),
    ]);
  });

  it('that returns nothing adds nothing', async () => {
    const server = await start(failing(new NotFound()), { extend: () => undefined });
    expect((await server.request()).json()).toMatchObject({ status: 404 });
    expect(server.onlyReport().notices).toEqual([]);
  });

  it('adds them to a last event', async () => {
    const handler = async (_request: unknown, response: ServerResponse) => {
      response.setHeader('Content-Type', 'text/event-stream');
      await new Promise((resolve) => response.write('data: 1\n\n', resolve));
      throw new NotFound();
    };
    const server = await start(handler, { extend: withPath, lastEvent });
    const connection = await server.connect();
    connection.send({ path: '/events' });
    await connection.closed;
    await until(() => server.reports.length > 0);
    expect(connection.unread.toString()).toContain('"path":"/events"');
  });
});

const envelope = jsonEnvelope(({ code, detail }) => ({ error: { code, message: detail } }));

eachServer('jsonEnvelope', (start) => {
  const ask = async (thrown: unknown, renderers: Options['renderers'] = [envelope]) => {
    const server = await start(
      () => {
        if (thrown === UNANSWERED) return UNANSWERED;
        throw thrown;
      },
      { renderers },
    );
    return { server, answer: await server.request() };
  };

  it.each<[what: string, thrown: unknown, code: string, message: unknown]>([
    ['a detail', new NotFound('No such order.'), 'not_found', 'No such order.'],
    [
      'a code of its own',
      new HttpError(409, { code: 'sold_out', detail: 'Gone.' }),
      'sold_out',
      'Gone.',
    ],
    [
      'a teapot',
      new HttpError(418),
      'im_a_teapot',
      'This is a teapot, and it was asked to brew coffee.',
    ],
    ['no registered status', new HttpError(499), 'client_error', expect.any(String)],
    ['nor one of the server', new HttpError(599), 'server_error', expect.any(String)],
    [
      'an unknown error',
      new Error('leak'),
      'internal_server_error',
      expect.stringContaining('our side'),
    ],
    ['what is concealed', secret, 'not_found', 'There is nothing to show at this address.'],
    ['a miss', UNANSWERED, 'not_found', 'There is nothing to show at this address.'],
  ])('has a code and a message for %s', async (_what, thrown, code, message) => {
    const { answer, server } = await ask(thrown);
    expect(answer.value('content-type')).toBe('application/json');
    expect(answer.json()).toEqual({ error: { code, message } });
    const head = await server.request({ method: 'HEAD' });
    expect(head.value('content-length')).toBe(answer.value('content-length'));
  });

  it('leaves problem documents to those who ask for them', async () => {
    const { server, answer } = await ask(new NotFound(), [envelope, problemJson]);
    expect(answer.json()).toHaveProperty('error.code', 'not_found');
    const other = await server.request({ headers: { Accept: 'application/problem+json' } });
    expect(other.json()).toMatchObject({ type: 'about:blank', status: 404 });
  });

  it.each<[string, (problem: ProblemDocument) => unknown]>([
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
    ['returns a text', () => 'x'],
    ['returns a list', () => []],
    ['rejects', () => Promise.reject(new Error('late'))],
  ])('with a shape that %s is a problem document of 500, and reported', async (_what, shape) => {
    const { answer, server } = await ask(new NotFound(), [jsonEnvelope(shape as never)]);
    expect([answer.status, answer.value('content-type')]).toEqual([
      500,
      'application/problem+json',
    ]);
    expect(server.onlyReport()).toMatchObject({ level: 'error', status: 404, sentStatus: 500 });
    expect(server.onlyReport().notices[0]?.message).toBe('the answer could not be represented');
  });

  it.each([undefined, null, {}, 'error'])('is not made of %j', (shape) => {
    expect(() => jsonEnvelope(shape as never)).toThrow(TypeError);
    expect(() => jsonEnvelope(shape as never)).toThrow('jsonEnvelope takes a function');
  });
});
