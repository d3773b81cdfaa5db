import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { guardServer } from '@faultless/node';
import express from 'express';
import Koa from 'koa';
import { converse } from '../harness/converse.js';
import { listen } from '../harness/listen.js';
import { valuesOf } from '../harness/parse-response.js';
import { type Handler, SERVERS } from '../harness/servers.js';
import { startForEach } from '../harness/start-guarded.js';
import { until } from '../harness/until.js';

const HOST = 'Host: a\r\n';
const GOOD = `GET / HTTP/1.1\r\n${HOST}\r\n`;

const start = startForEach('node:http');

describe('guardServer', () => {
  it.each([
    ['null', null],
    ['an object', {}],
    ['an application of Express', express()],
    ['an application of Koa', new Koa()],
  ])('refuses %s in place of a server', (_what, server) => {
    expect(() => guardServer(server as never)).toThrow(TypeError);
    expect(() => guardServer(server as never)).toThrow(/must be one of node:http/);
  });

  it.each([
    [{ retryAfter: -1 }, /guardServer: option retryAfter must be .*, not -1/],
    [{ retryAfter: '1' }, /retryAfter/],
    [{ maxConnections: Number.NaN }, /maxConnections/],
    [{ upgradeProtocols: [] }, /upgradeProtocols/],
    [{ upgradeProtocols: ['web socket'] }, /upgradeProtocols/],
    [{ upgradeTimeout: Number.POSITIVE_INFINITY }, /upgradeTimeout/],
    [{ unclaimedWebSockets: 'ignore' }, /unclaimedWebSockets must be 'refuse' or 'request'/],
    [{ unreadContent: { bytes: -1 } }, /unreadContent/],
    [{ unreadContent: { minutes: 1 } }, /unreadContent/],
    [{ realm: '' }, /guardServer: option realm must be/],
    [{ maxConnection: 1 }, /there is no option "maxConnection"/],
    [{ report: 'console' }, /report/],
    [[], /options must be an object/],
  ])('refuses the options %j', (options, message) => {
    expect(() => guardServer(createServer(), options as never)).toThrow(message);
    expect(() => guardServer(createServer(), options as never)).toThrow(TypeError);
  });

  it('returns the server, and refuses to guard it twice', () => {
    const server = createServer();
    expect(guardServer(server)).toBe(server);
    expect(() => guardServer(server)).toThrow(/has a guard already/);
  });

  it('answers in the format and the language that a broken request still asks for', async () => {
    const { port } = await start();
    const fields = `${HOST}Accept: text/html\r\nAccept-Language: zh\r\n`;
    for (const broken of [
      `GET / HTTP/1.1\r\n${fields}no colon\r\n\r\n`,
      `GET / HTTP/1.1\r\nno colon\r\n${fields}\r\n`,
      `${GOOD}BREW / HTTP/1.1\r\n${fields}\r\n`,
    ]) {
      const { responses } = await converse(port, [broken]);
      const last = responses.at(-1);
      expect(last?.status).toBeGreaterThanOrEqual(400);
      expect(valuesOf(last?.fields ?? [], 'content-type')).toEqual(['text/html; charset=utf-8']);
      expect(valuesOf(last?.fields ?? [], 'content-language')).toEqual(['zh-CN']);
    }
  });

  it('does not take the fields of an earlier request for those of the broken one', async () => {
    const { port } = await start();
    const good = `GET / HTTP/1.1\r\n${HOST}Accept: text/html\r\n\r\n`;
    const { responses } = await converse(port, [`${good}BREW / HTTP/1.1\r\n${HOST}\r\n`]);
    expect(valuesOf(responses.at(-1)?.fields ?? [], 'content-type')).toEqual([
      'application/problem+json',
    ]);
  });

  it('takes nothing behind what is broken for a request', async () => {
    const { port } = await start();
    const many = Array.from({ length: 60 }, (_, index) => `X-${index}: 1\r\n`).join('');
    const head = `GET / HTTP/1.1\r\n${HOST}${many}Accept: text/html\r\n`;
    const { responses } = await converse(port, [`${head}no colon\r\nHEAD / HTTP/1.1\r\n\r\n`]);
    expect(valuesOf(responses[0]?.fields ?? [], 'content-type')).toEqual([
      'text/html; charset=utf-8',
    ]);
    expect(responses[0]?.body.toString()).toContain('</html>');
  });

  it('names the field that is too large, and the versions that there are', async () => {
    const { port } = await start();
    const large = await converse(port, [`GET / HTTP/1.1\r\nCookie: ${'a'.repeat(30_000)}\r\n\r\n`]);
    expect(JSON.parse(String(large.responses[0]?.body))).toMatchObject({ field: 'Cookie' });
    const version = await converse(port, ['GET / HTTP/3.0\r\n\r\n']);
    expect(JSON.parse(String(version.responses[0]?.body))).toMatchObject({
      supported: ['HTTP/1.1'],
      detail: 'The server does not speak this version of HTTP here.',
    });
  });

  it('answers HTTP/1.0 with a length and the end of the connection', async () => {
    const { port } = await start();
    const { responses, ended } = await converse(port, ['GET / HTTP/1.0\r\nno colon\r\n\r\n']);
    expect(responses.map(({ status, framing }) => [status, framing])).toEqual([
      [400, 'content-length'],
    ]);
    expect(ended).toBe('end');
  });

  it('reports what it answers', async () => {
    const { port, reports } = await start();
    await converse(port, ['BREW / HTTP/1.1\r\n\r\n']);
    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatchObject({
      status: 501,
      sentStatus: 501,
      outcome: 'sent',
      method: 'BREW',
      // No client can fill the log with stacks.
      level: 'warn',
    });
    expect(reports[0]?.causes).toHaveLength(1);
  });

  it('reports with the connection, and with the request where there is one', async () => {
    const seen: (string | undefined)[] = [];
    const server = guardServer(
      createServer((request) => request.resume()),
      {
        report: (_report, { socket, request }) =>
          seen.push(socket.destroyed ? 'gone' : request?.url),
      },
    );
    const { port, close } = await listen(server);
    for (const broken of [
      'BREW / HTTP/1.1\r\n\r\n',
      `POST /broken HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\nzz\r\n`,
      'GET /hostless HTTP/1.1\r\n\r\n',
    ]) {
      await converse(port, [broken]);
    }
    await close();
    expect(seen).toEqual([undefined, '/broken', '/hostless']);
  });

  it('tells what a handler throws behind broken content as one whose client has gone', async () => {
    let fail = (): void => undefined;
    const { port, reports } = await start({
      handler: () =>
        new Promise((_resolve, reject) => {
          fail = () => reject(new Error('late'));
        }),
    });
    const broken = `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\nzz\r\n`;
    const { responses } = await converse(port, [broken]);
    expect(responses.map(({ status }) => status)).toEqual([400]);
    fail();
    await until(() => reports.length > 1);
    expect(reports.map(({ outcome }) => outcome)).toEqual(['sent', 'client-gone']);
  });

  it('answers more requests than a connection may carry with 503 and Retry-After', async () => {
    const { port, server } = await start({ guard: { retryAfter: 7 } });
    server.maxRequestsPerSocket = 2;
    const { responses, ended } = await converse(port, [GOOD.repeat(4)]);
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 503]);
    const { fields, body } = responses[2] ?? { fields: [], body: '' };
    expect(valuesOf(fields, 'retry-after')).toEqual(['7']);
    expect(valuesOf(fields, 'connection')).toEqual(['close']);
    expect(JSON.parse(String(body))).toMatchObject({ code: 'connection_used_up', temporary: true });
    expect(ended).toBe('end');
  });

  it.each([
    [
      'a coding in capitals',
      `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: CHUNKED\r\n\r\n0\r\n\r\n`,
    ],
    ['an address of IPv6', 'GET / HTTP/1.1\r\nHost: [2001:db8::A]:8080\r\n\r\n'],
    ['an address of a later IP', 'GET / HTTP/1.1\r\nHost: [v1.a:b]\r\n\r\n'],
    ['an address of IPv4', 'GET / HTTP/1.1\r\nHost: 127.0.0.1:\r\n\r\n'],
    ['an encoded name', "GET / HTTP/1.1\r\nHost: a-b_c.~!$&'()*+,;=%e4\r\n\r\n"],
    ['an empty Host', 'GET / HTTP/1.1\r\nHost:\r\n\r\n'],
  ])('lets %s through', async (_what, bytes) => {
    const { port } = await start();
    const { responses } = await converse(port, [bytes], { enough: 1 });
    expect(responses.map(({ status }) => status)).toEqual([200]);
  });

  it('leaves a missing Host alone where the server does not require it', async () => {
    const { port } = await start({ server: { requireHostHeader: false } });
    const { responses } = await converse(port, ['GET / HTTP/1.1\r\n\r\n'], { halfClose: true });
    expect(responses.map(({ status }) => status)).toEqual([200]);
  });

  it('leaves the answer to listeners of the app', async () => {
    const { port, server, reports } = await start();
    server.on('clientError', (_error, socket) => socket.end('HTTP/1.1 400 Mine\r\n\r\n'));
    server.on('connect', (_request, socket) => socket.end('HTTP/1.1 405 Mine\r\n\r\n'));
    server.on('checkExpectation', (_request, response) => {
      response.writeHead(417, 'Mine', { Connection: 'close' }).end();
    });
    for (const request of [
      'BREW / HTTP/1.1\r\n\r\n',
      `CONNECT a:1 HTTP/1.1\r\n${HOST}\r\n`,
      `GET / HTTP/1.1\r\n${HOST}Expect: tea\r\n\r\n`,
    ]) {
      const { responses } = await converse(port, [request]);
      expect(responses.map(({ reason }) => reason)).toEqual(['Mine']);
    }
    expect(reports).toHaveLength(0);
  });

  it('writes nothing when the client has gone', async () => {
    const { reports, server, connect } = await start();
    const arrival = once(server, 'connection') as Promise<[Socket]>;
    const { socket: client } = await connect();
    const [accepted] = await arrival;
    const handed = once(server, 'request');
    client.write('POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc');
    await handed;
    // Not once(): that would reject with the reset.
    const left = new Promise((resolve) => accepted.once('close', resolve));
    client.resetAndDestroy();
    await left;
    await new Promise(setImmediate);
    expect(reports.filter(({ outcome }) => outcome === 'sent')).toEqual([]);
  });
});

describe.each(SERVERS.map((kind) => ({ name: kind.name, kind })))(
  '100-continue on $name',
  ({ kind }) => {
    const POST = (path: string): string =>
      `POST ${path} HTTP/1.1\r\n${HOST}Content-Length: 3\r\nExpect: 100-continue\r\n\r\n`;

    it('is not sent before a refusal', async () => {
      const { port } = await start({}, kind);
      for (const path of ['/early', '/denied', '/nowhere']) {
        const { responses } = await converse(port, [POST(path)]);
        expect(responses).toHaveLength(1);
        expect(responses[0]?.status).toBeGreaterThanOrEqual(400);
        expect(valuesOf(responses[0]?.fields ?? [], 'connection')).toEqual(['close']);
      }
    });

    it('is not sent into an answer that has begun', async () => {
      const handler: Handler = async (request, response) => {
        response.writeHead(200, { 'Content-Length': 7 });
        response.write('part');
        for await (const piece of request) response.write(piece);
        response.end();
      };
      const { connect } = await start({ handler }, kind);
      const connection = await connect();
      connection.socket.write(POST('/'));
      await connection.unreadEndsWith('part');
      connection.socket.write('abc');
      const response = await connection.read('POST');
      expect(response).toMatchObject({ status: 200, text: 'partabc' });
      // Node does so where it never said to continue.
      expect(response.value('Connection')).toBe('close');
      await connection.closed;
      expect(connection.unread).toHaveLength(0);
    });

    it('is sent when the content is read', async () => {
      const { port } = await start({}, kind);
      const { responses } = await converse(port, [POST('/echo'), 'abc'], { enough: 2 });
      expect(responses.map(({ status }) => status)).toEqual([100, 200]);
      expect(String(responses[1]?.body)).toBe('abc');
    });
  },
);
