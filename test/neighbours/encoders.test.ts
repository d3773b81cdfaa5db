import type { IncomingMessage, ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { constants, createGzip, gunzipSync } from 'node:zlib';
import { errorHandler as expressErrorHandler } from '@faultless/express';
import { errorHandler as koaErrorHandler } from '@faultless/koa';
import { lastEvent, NotFound, type Report } from '@faultless/node';
import compression from 'compression';
import express from 'express';
import express4 from 'express4';
import Koa from 'koa';
import koaCompress from 'koa-compress';
import Koa2 from 'koa2';
import { eachServer } from '../contract/support/each-server.js';
import { closeAll, serve } from '../harness/serve.js';
import { until } from '../harness/until.js';

afterEach(closeAll);

const failure = new Error('half');

let reports: Report[] = [];
beforeEach(() => {
  reports = [];
});

const options = {
  lastEvent,
  report: (report: Report): void => {
    reports.push(report);
  },
};

/** Puts the chunks of a body that was broken off together, without the last one, which is missing. */
function joinChunks(bytes: Buffer): Buffer {
  const pieces: Buffer[] = [];
  let rest = bytes.subarray(bytes.indexOf('\r\n\r\n') + 4);
  while (rest.length > 0) {
    const end = rest.indexOf('\r\n');
    const length = Number.parseInt(rest.subarray(0, end).toString('latin1'), 16);
    if (length === 0) throw new Error('a half that passes for the whole');
    pieces.push(rest.subarray(end + 2, end + 2 + length));
    rest = rest.subarray(end + 4 + length);
  }
  return Buffer.concat(pieces);
}

/** What a client has that takes a stream of events encoded by gzip, which breaks off. */
function decode(bytes: Buffer): string {
  return gunzipSync(joinChunks(bytes), { finishFlush: constants.Z_SYNC_FLUSH }).toString();
}

const ENCODED = { headers: { 'Accept-Encoding': 'gzip' } };

/** `event: error` and the problem document, behind what had been sent. */
const WITH_LAST_EVENT = /^data: 1\n\n\n\nevent: error\ndata: \{.*"status":500.*\}\n\n$/s;

describe.each([
  ['Express 4', express4 as unknown as typeof express],
  ['Express 5', express],
])('compression on %s', (_name, create) => {
  it('takes the last event of a stream, at once', async () => {
    const app = create();
    app.use(compression({ threshold: 0 }));
    app.get('/', (_request, response, next) => {
      response.type('text/event-stream');
      response.write('data: 1\n\n');
      response.flush();
      setTimeout(() => {
        next(failure);
      }, 20);
    });
    app.use(expressErrorHandler(options));
    const { connect } = await serve(app);
    const connection = await connect();
    const begin = performance.now();
    connection.send(ENCODED);
    await connection.closed;
    expect(decode(connection.unread)).toMatch(WITH_LAST_EVENT);
    // A second is how long a last event may take whose leaving nobody tells.
    expect(performance.now() - begin).toBeLessThan(900);
    expect(reports).toEqual([expect.objectContaining({ outcome: 'truncated', level: 'error' })]);
  });

  it('hands on what nobody has flushed', async () => {
    const app = create();
    app.use(compression({ threshold: 0 }));
    app.get('/', (_request, response) => {
      response.type('text/event-stream');
      response.write('data: 1\n\n');
      throw failure;
    });
    app.use(expressErrorHandler(options));
    const { connect } = await serve(app);
    const connection = await connect();
    connection.send(ENCODED);
    await connection.closed;
    expect(decode(connection.unread)).toMatch(WITH_LAST_EVENT);
  });

  it.each(['GET', 'HEAD'])('answers %s as without it', async (method) => {
    const app = create();
    app.use(compression({ threshold: 0 }));
    app.use(() => {
      throw new NotFound('x'.repeat(2000));
    });
    app.use(expressErrorHandler(options));
    const { request } = await serve(app);
    const answer = await request({ method, ...ENCODED });
    expect(answer.status).toBe(404);
    expect(answer.value('content-encoding')).toBe(method === 'GET' ? 'gzip' : undefined);
    const text = method === 'GET' ? gunzipSync(answer.body).toString() : '{"status":404}';
    expect(JSON.parse(text)).toMatchObject({ status: 404 });
  });
});

describe.each([
  ['Koa 2', () => new Koa2() as unknown as Koa],
  ['Koa 3', () => new Koa()],
] as const)('on %s', (_name, create) => {
  /** Serves events that go on until their stream is made to fail. */
  function serveEvents(app: Koa): PassThrough {
    const body = new PassThrough();
    app.use((context) => {
      context.type = 'text/event-stream';
      context.compress = true;
      context.body = body;
      body.write('data: 1\n\n');
    });
    return body;
  }

  async function takeHalf(app: Koa, body: PassThrough): Promise<Buffer> {
    const { connect } = await serve(app.callback());
    const connection = await connect();
    connection.send(ENCODED);
    await until(() => connection.unread.includes('\r\n\r\n'));
    body.destroy(failure);
    await connection.closed;
    return connection.unread;
  }

  it.each([
    ['around the handler', false],
    ['inside it', true],
  ])('koa-compress %s gets no text behind encoded content', async (_where, inside) => {
    const app = create();
    app.silent = true;
    const compress = koaCompress({ threshold: 0 });
    if (!inside) app.use(compress);
    app.use(koaErrorHandler(options));
    if (inside) app.use(compress);
    const half = await takeHalf(app, serveEvents(app));
    expect(half.toString('latin1')).toContain('Content-Encoding: gzip');
    expect(half.toString('latin1')).not.toContain('event: error');
    expect(() => decode(half)).not.toThrow();
    expect(reports).toEqual([expect.objectContaining({ outcome: 'truncated', level: 'error' })]);
  });

  it('a stream says its last event', async () => {
    const app = create();
    app.use(koaErrorHandler(options));
    const half = await takeHalf(app, serveEvents(app));
    expect(joinChunks(half).toString()).toMatch(WITH_LAST_EVENT);
    expect(reports).toEqual([expect.objectContaining({ outcome: 'truncated', level: 'error' })]);
  });
});

eachServer('a response that has begun', (start) => {
  it('with a length gets no last event past it', async () => {
    const server = await start(
      async (_request, response) => {
        response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Content-Length': '1000' });
        response.write('data: 1\n\n');
        await sleep(10);
        throw failure;
      },
      { lastEvent },
    );
    const connection = await server.connect();
    connection.send();
    await connection.closed;
    expect(connection.unread.toString('latin1')).toMatch(/\r\n\r\ndata: 1\n\n$/);
    expect(server.onlyReport()).toMatchObject({ outcome: 'truncated' });
  });

  it('with content that its handler encodes gets no text behind it', async () => {
    const server = await start(
      async (_request: IncomingMessage, response: ServerResponse) => {
        response.setHeader('Content-Encoding', 'gzip');
        response.setHeader('Content-Type', 'text/event-stream');
        const gzip = createGzip();
        gzip.pipe(response);
        gzip.write('data: 1\n\n');
        gzip.flush();
        await sleep(30);
        throw failure;
      },
      { lastEvent },
    );
    const connection = await server.connect();
    connection.send(ENCODED);
    await connection.closed;
    expect(decode(connection.unread)).toBe('data: 1\n\n');
    expect(server.onlyReport()).toMatchObject({ outcome: 'truncated' });
  });
});
