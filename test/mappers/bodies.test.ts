import { once } from 'node:events';
import { connect } from 'node:net';
import { gunzipSync, gzipSync } from 'node:zlib';
import { bodyParser as koaBodyparser6 } from '@koa/bodyparser';
import bodyParser from 'body-parser';
import coBody from 'co-body';
import express from 'express';
import express4 from 'express4';
import type { Middleware } from 'koa';
import { koaBody } from 'koa-body';
import koaBodyparser4 from 'koa-bodyparser';
import { until } from '../harness/until.js';
import { thrownBy } from './raise.js';
import { ask, FRAMEWORKS, type Served, serveExpress, serveKoa } from './servers.js';

type Middlewares = readonly unknown[];

/** One way of reading bodies, with a limit of 100 bytes. */
interface Parser {
  readonly name: string;
  readonly serve: () => Promise<Served>;
}

const onExpress = (name: string, ...middlewares: Middlewares): Parser => ({
  name,
  serve: () =>
    serveExpress((app) => {
      for (const one of middlewares) app.use(one as express.RequestHandler);
      app.use((_request, response) => void response.json('read'));
    }),
});

const onKoa = (name: string, middleware: Middleware): Parser => ({
  name,
  serve: () =>
    serveKoa((app) => {
      app.use(middleware);
      app.use((context) => {
        context.body = JSON.stringify('read');
      });
    }),
});

const PARSERS: readonly Parser[] = [
  onExpress(
    'express.json',
    express.json({ limit: 100 }),
    express.urlencoded({ limit: 100, extended: true }),
  ),
  onExpress(
    'express 4',
    express4.json({ limit: 100 }),
    express4.urlencoded({ limit: 100, extended: true }),
  ),
  onExpress('body-parser', bodyParser.json({ limit: 100 }), bodyParser.urlencoded({ limit: 100 })),
  onKoa('koa-bodyparser', koaBodyparser4({ jsonLimit: '100b', formLimit: '100b' })),
  onKoa('@koa/bodyparser', koaBodyparser6({ jsonLimit: '100b', formLimit: '100b' })),
  onKoa('koa-body', koaBody({ jsonLimit: 100, formLimit: 100 })),
  onKoa('co-body', async (context, next) => {
    await coBody.json(context, { limit: 100 });
    await next();
  }),
];

const post = (
  served: Served,
  body: NonNullable<RequestInit['body']>,
  headers: Record<string, string> = { 'Content-Type': 'application/json' },
) => ask(`${served.url}/orders`, { method: 'POST', body, headers });

describe.each(PARSERS)('$name', ({ serve }) => {
  let served: Served;
  beforeAll(async () => {
    served = await serve();
  });
  afterAll(() => served.close());

  it('reads what is well-formed', async () => {
    expect((await post(served, '{"a":1}')).text).toBe('"read"');
  });

  it.each(['{"a":', '{"canary": CANARY}', '["a",]'])(
    'answers 400 to malformed JSON %s',
    async (body) => {
      const { status, problem, text } = await post(served, body);
      expect([status, problem.code]).toEqual([400, 'body_malformed']);
      expect(problem.detail).toMatch(/could not be read/);
      expect(text).not.toMatch(/canary|position|token/i);
    },
  );

  it('answers 413 with the limit to a body that is too large', async () => {
    const { status, problem } = await post(served, JSON.stringify({ a: 'x'.repeat(200) }));
    expect([status, problem.code, problem.limit]).toEqual([413, 'body_too_large', 100]);
    expect(problem.detail).toContain('100 bytes');
  });

  it('answers 415 with Accept-Encoding to a coding that it does not read', async () => {
    const { status, problem, headers } = await post(served, '{}', {
      'Content-Type': 'application/json',
      'Content-Encoding': 'x-canary',
    });
    expect([status, problem.code]).toEqual([415, 'content_encoding_unsupported']);
    expect(headers.get('Accept-Encoding')).toBe('gzip, deflate, br');
    expect(JSON.stringify(problem)).not.toContain('canary');
  });

  it('answers 400 to a compressed body that is corrupt', async () => {
    const whole = gzipSync('{"a":1}');
    for (const body of [Buffer.from('no gzip'), whole.subarray(0, whole.length - 6)]) {
      const { status, problem } = await post(served, body, {
        'Content-Type': 'application/json',
        'Content-Encoding': 'gzip',
      });
      expect([status, problem.code]).toEqual([400, 'content_encoding_malformed']);
    }
  });

  it('reports a client that leaves in the middle as gone', async () => {
    const socket = connect(served.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"a"',
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    const before = served.reports.length;
    socket.destroy();
    await until(() => served.reports.length > before);
    // Koa hears of it twice, from the body and from the response.
    expect(
      new Set(served.reports.slice(before).map(({ outcome, status }) => `${outcome} ${status}`)),
    ).toEqual(new Set(['client-gone 499']));
  });
});

describe.each(PARSERS.slice(0, 3))('$name alone', ({ serve }) => {
  let served: Served;
  beforeAll(async () => {
    served = await serve();
  });
  afterAll(() => served.close());

  it('answers 415 without Accept-Encoding to a charset that it does not read', async () => {
    const { status, problem, headers } = await post(served, '{}', {
      'Content-Type': 'application/json; charset=x-canary',
    });
    expect([status, problem.code]).toEqual([415, 'charset_unsupported']);
    expect(headers.has('Accept-Encoding')).toBe(false);
  });
});

describe('express.json and its siblings', () => {
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const run = async (middleware: unknown, request: (served: Served) => ReturnType<typeof ask>) => {
    const served = await onExpress('one', middleware).serve();
    try {
      return await request(served);
    } finally {
      await served.close();
    }
  };

  it('answers 413 to too many parameters', async () => {
    const middleware = express.urlencoded({ parameterLimit: 2, extended: true });
    const { status, problem } = await run(middleware, (served) =>
      post(served, 'a=1&b=2&c=3', form),
    );
    expect([status, problem.code]).toEqual([413, 'parameters_too_many']);
  });

  it('answers 400 to a form that is nested too deep', async () => {
    const middleware = express.urlencoded({ depth: 2, extended: true } as object);
    const { status, problem } = await run(middleware, (served) =>
      post(served, 'a[b][c][d][e]=1', form),
    );
    expect([status, problem.code]).toEqual([400, 'body_nested_too_deep']);
  });

  it('answers 403 where verify refuses the body', async () => {
    const verify = () => {
      throw new Error('CANARY');
    };
    const { status, problem, text } = await run(express.json({ verify }), (served) =>
      post(served, '{}'),
    );
    expect([status, problem.code]).toEqual([403, 'body_verification_failed']);
    expect(text).not.toContain('CANARY');
  });

  it('believes the status of an error that verify throws', async () => {
    const verify = () => {
      throw Object.assign(new Error('CANARY'), { status: 401 });
    };
    const { status } = await run(express.json({ verify }), (served) => post(served, '{}'));
    expect(status).toBe(401);
  });

  it('answers 400 to a corrupt body behind an error of the app', async () => {
    const served = await serveExpress((app) => {
      app.use(express.json());
      app.use(((cause, _request, _response, next) => {
        next(new Error('CANARY', { cause }));
      }) satisfies express.ErrorRequestHandler);
    });
    const { status, problem } = await post(served, 'no gzip', {
      'Content-Type': 'application/json',
      'Content-Encoding': 'gzip',
    });
    await served.close();
    expect([status, problem.code]).toEqual([400, 'content_encoding_malformed']);
  });

  it('asks for no coding at all where it inflates none', async () => {
    const { status, headers } = await run(express.json({ inflate: false }), (served) =>
      post(served, gzipSync('{}'), {
        'Content-Type': 'application/json',
        'Content-Encoding': 'gzip',
      }),
    );
    expect([status, headers.get('Accept-Encoding')]).toEqual([415, 'identity']);
  });

  it('does not name a coding that the parser of Express 4 does not read', async () => {
    const { status, headers } = await run(express4.json(), (served) =>
      post(served, '{}', { 'Content-Type': 'application/json', 'Content-Encoding': 'br' }),
    );
    expect([status, headers.get('Accept-Encoding')]).toEqual([415, 'gzip, deflate']);
  });

  it('answers 500 where the server reads a body twice', async () => {
    const consume: express.RequestHandler = (request, _response, next) => {
      request.setEncoding('utf8');
      next();
    };
    const served = await onExpress('twice', consume, express.json()).serve();
    const { status, text } = await post(served, '{}');
    await served.close();
    expect(status).toBe(500);
    expect(text).not.toContain('stream');
  });
});

describe('a body that is longer than Content-Length', () => {
  it.each([
    ['Express', express.json(), undefined],
    ['Koa', undefined, koaBodyparser4()],
  ])('is a 400 on %s when it turns out shorter', async (_, expressMiddleware, koaMiddleware) => {
    const shorten = (request: { headers: Record<string, unknown> }) => {
      request.headers['content-length'] = '20';
    };
    const served = expressMiddleware
      ? await onExpress(
          'size',
          (request: express.Request, _response: unknown, next: () => void) => {
            shorten(request);
            next();
          },
          expressMiddleware,
        ).serve()
      : await serveKoa((app) => {
          app.use(async (context, next) => {
            shorten(context.req);
            await next();
          });
          app.use(koaMiddleware as Middleware);
        });
    const { status, problem } = await post(served, '{"a":1}');
    await served.close();
    expect([status, problem.code]).toEqual([400, 'content_length_mismatch']);
  });
});

describe('co-body', () => {
  it('answers 415 to a media type that it does not read', async () => {
    const served = await onKoa('any', async (context) => {
      await coBody(context);
    }).serve();
    const { status, problem, headers, text } = await post(served, 'x', {
      'Content-Type': 'x/canary',
    });
    await served.close();
    expect([status, problem.code]).toEqual([415, 'media_type_unsupported']);
    expect(headers.has('Accept-Encoding')).toBe(false);
    expect(text).not.toContain('canary');
  });
});

it('tells the limit of a parser that takes no content at all', async () => {
  const served = await onExpress('express.json', express.json({ limit: 0 })).serve();
  const { status, problem } = await post(served, '{}');
  await served.close();
  expect([status, problem.limit]).toEqual([413, 0]);
});

describe.each(FRAMEWORKS)('compressed data of the server’s own on $framework', ({ throwing }) => {
  const corrupt = Buffer.from('no gzip');

  it.each<readonly [how: string, coding: string | undefined, raise: () => unknown]>([
    ['for a request without content', undefined, () => gunzipSync(corrupt)],
    ['for a request that is not compressed', 'identity', () => gunzipSync(corrupt)],
    [
      'behind an error of the app',
      'gzip',
      async () => {
        throw new Error('kanari', { cause: await thrownBy(() => gunzipSync(corrupt)) });
      },
    ],
    [
      'with a name that koa-body gives, and another message',
      'gzip',
      () => {
        throw Object.assign(new Error('kanari'), { name: 'object' });
      },
    ],
  ])('that is corrupt is a 500 %s', async (_how, coding, raise) => {
    const served = await throwing(raise);
    const { status, problem, text } = await post(
      served,
      gzipSync('{}'),
      coding === undefined ? {} : { 'Content-Encoding': coding },
    );
    await served.close();
    expect([status, problem.code]).toEqual([500, undefined]);
    expect(text).not.toMatch(/kanari|zlib|header check/);
  });
});
