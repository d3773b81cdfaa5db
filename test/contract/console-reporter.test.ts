import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { format } from 'node:util';
import {
  BadRequest,
  consoleReporter,
  Forbidden,
  InternalServerError,
  NotFound,
} from '@faultless/core';
import { jest } from '@jest/globals';
import { listen } from '../harness/listen.js';
import { SERVERS } from '../harness/servers.js';
import { eachServer } from './support/each-server.js';

const REDACTED = '[redacted]';

const error = jest.spyOn(console, 'error');
const warn = jest.spyOn(console, 'warn');

beforeEach(() => {
  for (const spy of [error, warn]) spy.mockReset().mockImplementation(() => undefined);
});

afterAll(() => {
  for (const spy of [error, warn]) spy.mockRestore();
});

/** The lines of what went to console.error, which gets one text. */
function printed(): readonly string[] {
  expect(error.mock.lastCall).toHaveLength(1);
  return String(error.mock.lastCall?.[0]).split('\n');
}

eachServer('consoleReporter', (start) => {
  it.each([new Error('no such luck'), new InternalServerError('no order')])(
    'prints %s with its stack',
    async (thrown) => {
      const server = await start(
        () => {
          throw thrown;
        },
        { report: consoleReporter },
      );
      const { json } = await server.request({ method: 'PUT' });
      expect(error).toHaveBeenCalledTimes(1);
      const [head, ...lines] = printed();
      expect(head).toContain(`PUT / 500 (sent 500) ${String(json().instance)}`);
      const [first, ...frames] = String(thrown.stack)
        .split('\n')
        .map((line) => line.trim());
      expect(lines[0]).toBe(`  ${String(first)}`);
      expect(lines.slice(1, frames.length + 1).map((line) => line.trim())).toEqual(frames);
      expect(warn).not.toHaveBeenCalled();
    },
  );

  it.each([new NotFound(), new Forbidden({ conceal: true }), new BadRequest('No.')])(
    'prints nothing of %s',
    async (thrown) => {
      const server = await start(
        () => {
          throw thrown;
        },
        { report: consoleReporter },
      );
      await server.request();
      expect(error).not.toHaveBeenCalled();
      expect(warn).not.toHaveBeenCalled();
    },
  );

  it('warns of a 4xx that needed a repair', async () => {
    const server = await start(
      () => {
        throw new NotFound({ headers: { 'X-Bad': 'a\r\nb' } });
      },
      { report: consoleReporter },
    );
    await server.request();
    expect(error).not.toHaveBeenCalled();
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.lastCall?.join()).toContain('X-Bad');
  });

  it('prints no secret that is known by its form or its name', async () => {
    const cause = Object.assign(new Error('GET https://ada:s3cr3t@api.example/a?key=s3cr3t'), {
      lines: ['Cookie', 'id=s3cr3t', 'Accept', '*/*'],
      errors: [new Error('Bearer s3cr3t-t0ken')],
    });
    const thrown = Object.assign(new TypeError('sent Bearer s3cr3t-t0ken\nand more', { cause }), {
      password: 's3cr3t',
      headers: { authorization: 's3cr3t', accept: '*/*' },
      isToken: true,
      hint: 'eyJhbGciOiJIUzI1NiJ9.s3cr3t',
      inner: new Error('redis://:s3cr3t@cache:6379'),
    });
    const server = await start(
      () => {
        throw thrown;
      },
      {
        report: consoleReporter,
        extend: () => {
          throw new Error('token=s3cr3t');
        },
      },
    );
    await server.request();
    const lines = printed().map((line) => line.trim());
    expect(lines.join('\n')).not.toContain('s3cr3t');
    for (const line of [
      `TypeError: sent Bearer ${REDACTED}`,
      '| and more',
      `password: ${REDACTED}`,
      'headers: { authorization: [redacted], accept: "*/*" }',
      'isToken: true',
      'hint: "[redacted]"',
      'inner: [Error: redis://[redacted]@cache:6379]',
      '[cause]: Error: GET https://[redacted]@api.example/a?[redacted]',
      'lines: ["Cookie", [redacted], "Accept", "*/*"]',
      `[errors][0]: Error: Bearer ${REDACTED}`,
      'Error: token=[redacted]',
    ]) {
      expect(lines).toContain(line);
    }
  });

  it('can not be made to write lines of its own, or to swallow the error', async () => {
    const thrown = Object.assign(new InternalServerError('no order'), {
      instance: 'a\r\nGET / 200 (sent 200)\u001b[2J %s%o%c',
    });
    const server = await start(
      () => {
        throw thrown;
      },
      { report: consoleReporter },
    );
    await server.request();
    const [head, first] = printed();
    expect(format(...(error.mock.lastCall ?? []))).toBe([...printed()].join('\n'));
    expect(head).toContain(String.raw`a\r\nGET / 200 (sent 200)\u001b[2J %s%o%c`);
    expect(first).toBe('  InternalServerError: no order');
  });
});

describe.each(SERVERS)('without a reporter of its own, $name', (kind) => {
  it('prints what the server is at fault for', async () => {
    const failure = new Error('no such luck');
    const handler = (): never => {
      throw failure;
    };
    const listener = kind.listen({ before: () => undefined, handler, options: {} });
    const { request, close } = await listen(createServer(listener));
    const { status } = await request();
    await close();
    expect(status).toBe(500);
    expect(error).toHaveBeenCalledTimes(1);
    expect(printed().slice(0, 2)).toEqual([
      expect.stringContaining('GET / 500 (sent 500)'),
      '  Error: no such luck',
    ]);
  });

  it('prints what became of a response that it broke off', async () => {
    const failure = new Error('no such luck');
    const handler = (_request: IncomingMessage, response: ServerResponse): never => {
      response.write('part');
      throw failure;
    };
    const listener = kind.listen({ before: () => undefined, handler, options: {} });
    const { connect, close } = await listen(createServer(listener));
    const connection = await connect();
    connection.send();
    await connection.closed;
    await close();
    expect(error).toHaveBeenCalledTimes(1);
    expect(printed().slice(0, 2)).toEqual([
      expect.stringContaining('GET / 500 (truncated)'),
      '  Error: no such luck',
    ]);
  });
});

it.each([1, 100])(
  'prints a stack of %s frames whenever it comes again, without what is secret',
  (count) => {
    const frame = '\n    at load (https://kanari:kanari@files.example/orders.js:1:2)';
    const thrown = Object.assign(new Error('x'), { stack: `Error: x${frame.repeat(count)}` });
    const texts = [1, 2].map(() => {
      consoleReporter({
        level: 'error',
        instance: 'urn:uuid:0',
        path: '/',
        route: undefined,
        method: 'GET',
        status: 500,
        sentStatus: 500,
        outcome: 'sent',
        concealed: false,
        causes: [],
        notices: [],
        error: thrown,
      });
      return printed().slice(1);
    });
    expect(texts[0]).toEqual(texts[1]);
    expect(texts[0]?.[1]?.trim()).toBe(`at load (https://${REDACTED}@files.example/orders.js:1:2)`);
    expect(String(texts[0])).not.toContain('kanari');
    expect(texts[0]).toHaveLength(count + 1);
  },
);
