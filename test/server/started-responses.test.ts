import type { IncomingMessage } from 'node:http';
import { en, lastEvent, NotFound, TooManyRequests } from '@faultless/node';
import { converse } from '../harness/converse.js';
import { type Handler, SERVERS } from '../harness/servers.js';
import { type GuardedRunning, startGuarded } from '../harness/start-guarded.js';
import { until } from '../harness/until.js';

const ask = (path: string, version = '1.1'): string =>
  `GET ${path} HTTP/${version}\r\nHost: a\r\n\r\n`;

const write = (response: Parameters<Handler>[1], text: string): Promise<unknown> =>
  new Promise((resolve) => response.write(text, resolve));

describe.each(SERVERS.map((kind) => ({ name: kind.name, kind })))(
  'a response that has begun, on $name',
  ({ kind }) => {
    let running: GuardedRunning;
    const start = async (handler: Handler, errors = {}): Promise<GuardedRunning> => {
      running = await startGuarded(kind, { handler, errors });
      return running;
    };
    afterEach(() => running.close());

    it('lacks its last chunk, and is reported with the bytes sent', async () => {
      const { port, reports } = await start(async (_request, response) => {
        await write(response, 'half');
        throw new Error('broken');
      });
      const { responses, ended } = await converse(port, [ask('/')]);
      expect(responses).toMatchObject([{ status: 200, framing: 'chunked', complete: false }]);
      expect(ended).not.toBe('open');
      expect(reports).toMatchObject([{ outcome: 'truncated', status: 500, sentStatus: undefined }]);
      const head = 'HTTP/1.1 200 OK\r\n'.length;
      expect(reports[0]?.bytesSent).toBeGreaterThan(head);
      expect(reports[0]?.bytesSent).toBeLessThan(500);
    });

    it('asks nobody what its client may see where nothing more is said', async () => {
      let asked = 0;
      const conceal = (): boolean => {
        asked += 1;
        return true;
      };
      const fail: Handler = async (_request, response) => {
        await write(response, 'half');
        throw new Error('broken');
      };
      const { port, reports } = await start(fail, { conceal });
      await converse(port, [ask('/')]);
      expect(reports).toMatchObject([{ outcome: 'truncated', concealed: false }]);
      expect(asked).toBe(0);
    });

    it.each<readonly [string, Handler]>([
      ['in content', (_request, response) => response.write('half')],
      ['with its head', (_request, response) => response.writeHead(200, { 'Content-Length': 9 })],
    ])(
      'and fails in the same turn is reported with what its client gets, %s',
      async (_how, begin) => {
        const { connect, reports } = await start((request, response) => {
          begin(request, response);
          throw new Error('broken');
        });
        const connection = await connect();
        connection.send();
        await connection.closed;
        expect(connection.received.length).toBeGreaterThan('HTTP/1.1 200 OK\r\n'.length);
        expect(reports[0]?.bytesSent).toBe(connection.received.length);
      },
    );

    it('counts its own bytes only on a connection that has carried others', async () => {
      const { port, reports } = await start(async (request, response) => {
        if (request.url === '/large') {
          response.end('x'.repeat(10_000));
          return;
        }
        response.writeHead(200, { 'Content-Length': 100 });
        await write(response, 'half');
        throw new Error('broken');
      });
      await converse(port, [ask('/large') + ask('/')]);
      await converse(port, [ask('/large'), ask('/')]);
      expect(reports).toHaveLength(2);
      for (const { bytesSent } of reports) expect(bytesSent).toBeLessThan(500);
    });

    it('counts no bytes that wait for the client to read', async () => {
      const { connect, reports } = await start(async (_request, response) => {
        await write(response, 'half');
        response.write(Buffer.alloc(32 * 1_048_576));
        throw new Error('broken');
      });
      const connection = await connect();
      connection.socket.pause();
      connection.send();
      await until(() => reports.length > 0);
      connection.socket.resume();
      await connection.closed;
      expect(reports[0]?.bytesSent).toBeGreaterThan('HTTP/1.1 200 OK\r\n'.length);
      expect(reports[0]?.bytesSent).toBeLessThanOrEqual(connection.received.length);
    });

    it('resets HTTP/1.0, where the end of the connection would be the end of the content', async () => {
      const { port } = await start(async (_request, response) => {
        await write(response, 'half');
        await new Promise((resolve) => setTimeout(resolve, 20));
        throw new Error('broken');
      });
      const { ended } = await converse(port, [ask('/', '1.0')]);
      expect(ended).toBe('reset');
    });

    it('leaves the answers before it whole, and has no answers behind it', async () => {
      const { port } = await start(async (request, response) => {
        if (request.url === '/half') {
          await write(response, 'half');
          throw new Error('broken');
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
        response.end('whole');
      });
      const { responses } = await converse(port, [ask('/a') + ask('/half') + ask('/b')]);
      expect(responses.map(({ complete, body }) => [complete, String(body)])).toEqual([
        [true, 'whole'],
        [false, 'half'],
      ]);
    });

    it.each([
      ['text/event-stream', 'data: 1\n\n', /\n\nevent: error\ndata: (.*)\n\n$/],
      ['application/x-ndjson; charset=utf-8', '{"a":1}\n', /\n\{"error":(.*)\}\n$/],
    ])('says a last event in %s if it may', async (contentType, first, pattern) => {
      const { port, reports } = await start(
        async (_request, response) => {
          response.writeHead(200, { 'Content-Type': contentType });
          await write(response, first);
          throw new TooManyRequests('Slower, please.');
        },
        { lastEvent },
      );
      const { responses } = await converse(port, [ask('/')]);
      expect(responses).toMatchObject([{ status: 200, complete: false }]);
      const [, problem = ''] = pattern.exec(String(responses[0]?.body)) ?? [];
      expect(JSON.parse(problem)).toMatchObject({ status: 429, detail: 'Slower, please.' });
      expect(reports).toMatchObject([{ outcome: 'truncated', status: 429 }]);
    });

    it('conceals in the last event too', async () => {
      const { port } = await start(
        async (_request: IncomingMessage, response) => {
          response.setHeader('Content-Type', 'text/event-stream');
          await write(response, ': hi\n\n');
          throw new TooManyRequests({ conceal: new NotFound('Nothing here.') });
        },
        { lastEvent },
      );
      const { responses } = await converse(port, [ask('/')]);
      expect(String(responses[0]?.body)).toContain('Nothing here.');
      expect(String(responses[0]?.body)).not.toContain('"status":429');
    });

    it.each([
      ['its own', new NotFound('A secret.', { code: 'a_secret' })],
      ['what it imitates', new TooManyRequests({ conceal: new NotFound('A secret.') })],
    ])('says no more of a 404 than all do, if all are alike: not %s', async (_what, thrown) => {
      const { port } = await start(
        async (_request, response) => {
          response.setHeader('Content-Type', 'text/event-stream');
          await write(response, ': hi\n\n');
          throw thrown;
        },
        { lastEvent, genericNotFound: true },
      );
      const { responses } = await converse(port, [ask('/')]);
      const [, problem = ''] = /\ndata: (.*)\n\n$/.exec(String(responses[0]?.body)) ?? [];
      expect(JSON.parse(problem)).toEqual({
        type: 'about:blank',
        title: 'Not Found',
        status: 404,
        detail: en.statuses[404].detail,
        instance: expect.stringMatching(/^urn:uuid:/),
      });
    });

    const cause = new Error('hook');

    it.each([
      ['other formats', 'application/json', lastEvent, []],
      [
        'a hook that throws',
        'text/event-stream',
        () => {
          throw cause;
        },
        [{ message: 'the last event could not be made', cause }],
      ],
      ['a hook that returns no text', 'text/event-stream', () => 7 as never, []],
    ])('says nothing in %s', async (_name, contentType, hook, notices) => {
      const { port, reports } = await start(
        async (_request, response) => {
          response.setHeader('Content-Type', contentType);
          await write(response, '[1');
          throw new Error('broken');
        },
        { lastEvent: hook },
      );
      const { responses } = await converse(port, [ask('/')]);
      expect(responses.map(({ complete, body }) => [complete, String(body)])).toEqual([
        [false, '[1'],
      ]);
      expect(reports).toMatchObject([{ outcome: 'truncated', notices }]);
    });
  },
);
