import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Forbidden, HttpError, NotFound, problemJson, type View, views } from '@faultless/node';
import { UNANSWERED } from '../harness/servers.js';
import { until } from '../harness/until.js';
import { eachServer } from './support/each-server.js';

type AnyView = View<unknown>;

const HTML = { headers: { Accept: 'text/html' } };
const secret = new Forbidden('Only for the board.', { conceal: true, code: 'board_only' });

/** What stands for each of them: an Express response and Koa's are node:http's too. */
const page: AnyView = async ({ status, title }) => {
  await wait(5);
  return `<h1>${status} ${title} — é</h1>`;
};

eachServer('views', (start, { name }) => {
  const failing = (thrown: unknown) => () => {
    throw thrown;
  };
  const showing = (
    view: AnyView,
    { thrown, seconds }: { thrown?: unknown; seconds?: number } = {},
  ) =>
    start(failing(thrown ?? new NotFound()), {
      renderers: [problemJson, views(view, { seconds: seconds ?? 0.2 })],
    });

  it('are the page of those who ask for one', async () => {
    const server = await showing(page);
    const answer = await server.request(HTML);
    expect([answer.status, answer.text]).toEqual([404, '<h1>404 Not Found — é</h1>']);
    expect(answer.value('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.value('content-length')).toBe(String(Buffer.byteLength(answer.text)));
    expect(answer.value('content-security-policy')).toBeUndefined();
    expect(answer.value('cache-control')).toBe('no-store');
    expect(answer.value('vary')).toContain('Accept');
    expect(server.onlyReport()).toMatchObject({ level: 'info', outcome: 'sent', notices: [] });
    expect((await server.request()).json()).toMatchObject({ status: 404 });
  });

  it('say of a HEAD what they say of a GET', async () => {
    const server = await showing(page);
    const [get, head] = [
      await server.request(HTML),
      await server.request({ ...HTML, method: 'HEAD' }),
    ];
    expect([head.status, head.text]).toEqual([404, '']);
    expect(head.value('content-length')).toBe(get.value('content-length'));
    expect(head.value('content-type')).toBe(get.value('content-type'));
  });

  it('see of what is concealed only the 404 in its place', async () => {
    const seen: unknown[] = [];
    const view: AnyView = (problem, { locale, retryAfter }) => {
      seen.push({ ...problem, instance: 'any' }, locale.tag, retryAfter);
      return JSON.stringify(problem).replaceAll(/urn:uuid:[\da-f-]{36}/g, '');
    };
    const server = await start(({ url }) => (url === '/there' ? failing(secret)() : UNANSWERED), {
      renderers: [views(view)],
    });
    const there = await server.request({ path: '/there' });
    const nowhere = await server.request();
    const fields = (answer: typeof there) => answer.fields.filter(([name]) => name !== 'Date');
    expect(there.text).toBe(nowhere.text);
    expect(fields(there)).toEqual(fields(nowhere));
    expect(seen.slice(0, 3)).toEqual(seen.slice(3));
    // An instance may have any digits.
    expect(JSON.stringify(seen).replace(/urn:uuid:[\da-f-]{36}/g, '')).not.toMatch(/board|403/);
  });

  it('have fields of their own, beside those of the app and of the error', async () => {
    const view: AnyView = (_problem, { response }) => {
      response.setHeader('Content-Security-Policy', "script-src 'nonce-abc'");
      response.appendHeader('Set-Cookie', 'view=1');
      response.appendHeader('Vary', 'Cookie, accept');
      response.setHeader('X-View', 'é');
      // What describes another text, or lets it be stored, stays behind.
      response.setHeader('ETag', '"1"');
      response.setHeader('Content-Length', '3');
      response.setHeader('Cache-Control', 'public, max-age=60');
      response.setHeader('Content-Type', 'text/plain');
      response.statusCode = 200;
      return 'ok ✓';
    };
    const thrown = new HttpError(409, { headers: { 'Set-Cookie': 'error=1' } });
    const server = await start(failing(thrown), {
      renderers: [problemJson, views(view)],
      before: (_request, response) => {
        response.setHeader('Set-Cookie', 'app=1');
        response.setHeader('Content-Security-Policy', "default-src 'self'");
        response.setHeader('Vary', 'Origin');
      },
    });
    const answer = await server.request(HTML);
    expect([answer.status, answer.text]).toEqual([409, 'ok ✓']);
    expect(answer.values('content-security-policy')).toEqual(["script-src 'nonce-abc'"]);
    expect([...answer.values('set-cookie')].sort()).toEqual(['app=1', 'error=1', 'view=1']);
    expect(answer.values('vary')).toEqual(['Origin, Accept, Accept-Language, Cookie']);
    expect(answer.value('x-view')).toBe('é');
    expect(answer.value('etag')).toBeUndefined();
    expect(answer.values('content-length')).toEqual([String(Buffer.byteLength('ok ✓'))]);
    expect(answer.values('cache-control')).toEqual(['no-store']);
    expect(answer.values('content-type')).toEqual(['text/html; charset=utf-8']);
  });

  it('keep the policy of the app', async () => {
    const server = await start(failing(new NotFound()), {
      renderers: [views(page)],
      before: (_request, response) => {
        response.setHeader('Content-Security-Policy', "default-src 'self'");
      },
    });
    const answer = await server.request();
    expect(answer.values('content-security-policy')).toEqual(["default-src 'self'"]);
  });

  const FAILING: readonly (readonly [string, AnyView, string])[] = [
    [
      'throws',
      () => {
        throw new Error('no template');
      },
      'no template',
    ],
    ['rejects', () => Promise.reject(new Error('no template')), 'no template'],
    ['hangs', () => new Promise(() => undefined), 'it took longer than 0.2 s'],
    ['returns nothing', (() => undefined) as never, 'it returned undefined, not a text'],
    ['returns null', (() => null) as never, 'it returned null, not a text'],
    ['returns a Buffer', (() => Buffer.from('x')) as never, 'it returned object, not a text'],
    ['returns an empty text', () => '', 'it returned an empty text'],
    [
      'has a then that throws',
      () => {
        const thenable = Object.defineProperty({}, 'then', {
          get: () => {
            throw new Error('no then');
          },
        });
        return thenable as Promise<string>;
      },
      'no then',
    ],
  ];

  it.each(FAILING)('that %s gives way to the built-in page', async (_what, view, cause) => {
    const failed: AnyView = (problem, viewed) => {
      viewed.response.setHeader('Content-Security-Policy', "default-src 'unsafe-inline'");
      viewed.response.setHeader('X-View', '1');
      viewed.response.removeHeader('X-App');
      viewed.response.statusCode = 200;
      return view(problem, viewed);
    };
    const server = await start(failing(new NotFound('No such order.')), {
      renderers: [problemJson, views(failed, { seconds: 0.2 })],
      before: (_request, response) => {
        response.setHeader('X-App', '1');
      },
    });
    const answer = await server.request(HTML);
    expect(answer.status).toBe(404);
    expect(answer.text).toContain('>No such order.</p>');
    expect(answer.value('content-security-policy')).toMatch(/^default-src 'none'/);
    expect([answer.value('x-app'), answer.value('x-view')]).toEqual(['1', undefined]);
    expect(server.onlyReport()).toMatchObject({
      level: 'warn',
      outcome: 'sent',
      sentStatus: 404,
      notices: [{ message: 'the view failed', cause: { message: cause } }],
    });
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['end', (response) => response.end('sent')],
    ['write', (response) => response.write('sent')],
    ['writeHead', (response) => response.writeHead(200).end('sent')],
    ['flushHeaders', (response) => response.flushHeaders()],
  ])('that call %s send nothing', async (_what, send) => {
    const sending = ((_problem: unknown, { response }: { response: ServerResponse }) => {
      send(response);
    }) as never;
    const server = await showing(sending);
    const answer = await server.request(HTML);
    expect([answer.status, answer.text.includes('sent')]).toEqual([404, false]);
    expect(answer.text).toContain('</html>');
    expect(server.onlyReport().notices.map(({ message }) => message)).toEqual([
      'the view failed',
      'sent while the view was rendered, which is ignored',
    ]);
  });

  it('that send when it is too late, or fail then, do no harm', async () => {
    const late: unknown[] = [];
    const view: AnyView = async (_problem, { response }) => {
      await wait(100);
      try {
        response.setHeader('X-Late', '1');
        response.removeHeader('Vary');
        response.writeHead(200);
        response.write('late');
        response.end('late');
        late.push('nothing was thrown');
      } catch (error) {
        late.push(error);
      }
      throw new Error('late');
    };
    const server = await showing(view, { seconds: 0.02 });
    const connection = await server.connect();
    const answer = await connection.request(HTML);
    await until(() => late.length > 0);
    expect(late).toEqual(['nothing was thrown']);
    expect(answer.status).toBe(404);
    // The same connection has nothing of it.
    expect((await connection.request()).text).toContain('"status":404');
    connection.close();
  });

  it('are left alone by a client that leaves', async () => {
    let rendered = 0;
    const view: AnyView = async () => {
      await wait(80);
      rendered += 1;
      return 'nobody reads it';
    };
    const server = await showing(view, { thrown: new Error('broken') });
    const connection = await server.connect();
    connection.send({ path: '/', headers: HTML.headers });
    await wait(40);
    connection.close();
    await until(() => server.reports.length > 0);
    expect(rendered).toBe(1);
    expect(server.onlyReport()).toMatchObject({ outcome: 'client-gone', sentStatus: undefined });
  });

  it('answer once, though more fails meanwhile', async () => {
    const handler = (_request: IncomingMessage, response: ServerResponse) => {
      setTimeout(() => {
        response.statusCode = 201;
        response.end('created');
      }, 10);
      throw new NotFound();
    };
    const view: AnyView = async () => {
      await wait(50);
      return 'the page';
    };
    const server = await start(handler, { renderers: [views(view)] });
    const answer = await server.request();
    expect([answer.status, answer.text]).toEqual([404, 'the page']);
    expect(server.onlyReport()).toMatchObject({
      level: 'warn',
      outcome: 'sent',
      notices: [{ message: 'sent while the view was rendered, which is ignored' }],
    });
  });

  it('are not asked for the last event of a stream, nor for another format', async () => {
    const asked: unknown[] = [];
    const view: AnyView = (problem) => {
      asked.push(problem);
      return 'x';
    };
    const handler = async (_request: IncomingMessage, response: ServerResponse) => {
      response.setHeader('Content-Type', 'text/event-stream');
      await new Promise((resolve) => response.write('data: 1\n\n', resolve));
      throw new NotFound();
    };
    const server = await start(handler, {
      renderers: [views(view)],
      lastEvent: (problem) => `data: ${problem.status}\n\n`,
    });
    const connection = await server.connect();
    connection.send({ path: '/events' });
    await connection.closed;
    expect(connection.unread.toString()).toContain('data: 404');
    expect(asked).toEqual([]);
  });

  if (name !== 'node:http') return;

  it.each([undefined, null, {}, 'error'])('are not made of %j', (view) => {
    expect(() => views(view as never)).toThrow('views takes a function (problem, {');
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 3601, '2', null])(
    'do not take %p seconds',
    (seconds) => {
      expect(() => views(() => 'x', { seconds: seconds as number })).toThrow(
        'views: option seconds must be a number above 0, 3600 at most',
      );
    },
  );

  it('know their options', () => {
    expect(() => views(() => 'x', { timeout: 2 } as never)).toThrow(TypeError);
  });
});
