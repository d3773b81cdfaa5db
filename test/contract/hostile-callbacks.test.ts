import type { ServerResponse } from 'node:http';
import { Forbidden, NotFound, type Renderer } from '@faultless/core';
import { jest } from '@jest/globals';
import type { Options } from '../harness/servers.js';
import { until } from '../harness/until.js';
import { eachServer } from './support/each-server.js';
import { trap } from './support/hostile-proxies.js';

// jest fails a test during which an exception is not caught or a rejection not handled.

const throwing = (): never => {
  throw new Error('hostile');
};

function thenable(then: unknown): object {
  return Object.defineProperty({}, 'then', { value: then });
}

const fail = (): never => {
  throw new NotFound('No such order.');
};

/** Waits until what was left to a later turn has happened. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 5));
}

const MINIMAL = { type: 'about:blank', title: 'Internal Server Error', status: 500 };

eachServer('a renderer', (start) => {
  it.each([
    ['throws', throwing],
    [
      'throws null',
      () => {
        throw null;
      },
    ],
    ['returns nothing', () => undefined],
    ['returns a number', () => 42],
    ['returns a String object', () => new String('x')],
    ['returns a promise', () => Promise.resolve('x')],
    ['returns a promise that rejects', async () => throwing()],
  ])('that %s ends in the minimal 500', async (_what, render) => {
    const hostile = { mediaType: 'text/html', render } as unknown as Renderer;
    const server = await start(fail, { renderers: [hostile] });
    const connection = await server.connect();
    const response = await connection.request();
    expect(response.status).toBe(500);
    expect(response.value('Content-Type')).toBe('application/problem+json');
    expect(response.value('Cache-Control')).toBe('no-store');
    expect(response.json()).toEqual(MINIMAL);
    const head = await connection.request({ method: 'HEAD' });
    expect(head.value('Content-Length')).toBe(response.value('Content-Length'));
    await settle();
    expect(server.reports[0]).toMatchObject({ level: 'error', status: 404, sentStatus: 500 });
    expect(server.reports[0]?.notices.length).toBeGreaterThan(0);
  });

  it('that returns no text is named to the operator', async () => {
    const hostile = { mediaType: 'text/html', render: () => undefined } as unknown as Renderer;
    const server = await start(fail, { renderers: [hostile] });
    await server.request();
    const cause = new TypeError('the renderer of text/html returned no string');
    expect(server.onlyReport().notices[0]).toEqual({
      message: 'the answer could not be represented',
      cause,
    });
  });

  it('that fails for one problem alone ends in a 500 of its own', async () => {
    const render: Renderer['render'] = ({ status }) => (status === 404 ? throwing() : `${status}`);
    const server = await start(fail, { renderers: [{ mediaType: 'text/plain', render }] });
    const { status, text } = await server.request();
    expect([status, text]).toEqual([500, '500']);
  });
});

eachServer('a reporter', (start) => {
  const printed = jest.spyOn(console, 'error');

  beforeEach(() => {
    printed.mockReset();
    printed.mockImplementation(() => undefined);
  });

  const rejecting = async (): Promise<never> => throwing();

  it.each<readonly [string, () => unknown]>([
    ['throws', throwing],
    [
      'throws null',
      () => {
        throw null;
      },
    ],
    ['rejects', rejecting],
    [
      'rejects with null',
      async () => {
        throw null;
      },
    ],
    ['returns a thenable that throws', () => thenable(throwing)],
    ['returns a thenable that rejects', () => thenable((_: unknown, no: () => void) => no())],
    [
      'returns a thenable whose then throws',
      () => Object.defineProperty({}, 'then', { get: throwing }),
    ],
    ['returns a proxy that throws', () => trap({})],
    [
      'returns a promise whose constructor throws',
      () => {
        const promise = rejecting();
        promise.catch(() => undefined);
        return Object.defineProperty(promise, 'constructor', { get: throwing });
      },
    ],
  ])('that %s changes nothing, and is itself reported', async (_what, report) => {
    const server = await start(fail, { report });
    const connection = await server.connect();
    expect((await connection.request()).json()).toMatchObject({
      status: 404,
      detail: 'No such order.',
    });
    expect((await connection.request()).status).toBe(404);
    await until(() => printed.mock.calls.length >= 2);
    await settle();
    expect(printed).toHaveBeenCalledTimes(2);
    expect(printed.mock.calls[0]).toEqual(
      expect.arrayContaining([expect.stringContaining('the reporter failed')]),
    );
  });

  it.each<readonly [string, () => unknown]>([
    ['never settles', () => new Promise(() => undefined)],
    ['returns a thenable that never settles', () => thenable(() => undefined)],
    ['returns anything', () => 42],
  ])('that %s is left alone', async (_what, report) => {
    const server = await start(fail, { report });
    expect((await server.request()).status).toBe(404);
    await settle();
    expect(printed).not.toHaveBeenCalled();
  });

  it('still leaves a line when the error can not be printed', async () => {
    printed.mockImplementationOnce(throwing).mockImplementationOnce(throwing);
    const server = await start(fail, { report: throwing });
    expect((await server.request()).status).toBe(404);
    expect(printed.mock.lastCall).toEqual([expect.stringContaining('could not be printed')]);
  });

  it('survives a console that throws', async () => {
    printed.mockImplementation(throwing);
    const server = await start(fail, { report: throwing });
    expect((await server.request()).status).toBe(404);
  });
});

eachServer('a conceal predicate', (start) => {
  const forbid = (): never => {
    throw new Forbidden('Only the owner may do this.');
  };

  it.each<readonly [string, () => unknown]>([
    ['throws', throwing],
    ['is asynchronous', async () => false],
    ['rejects', async () => throwing()],
    ['returns a thenable that throws', () => thenable(throwing)],
    ['returns a proxy that throws', () => trap({})],
  ])('that %s has not allowed the error to be seen', async (_what, conceal) => {
    const server = await start(forbid, { conceal } as Options);
    const { status, text } = await server.request();
    await settle();
    expect(status).toBe(404);
    expect(text).not.toContain('owner');
    expect(server.onlyReport()).toMatchObject({ status: 403, sentStatus: 404, concealed: true });
    expect(server.onlyReport().notices.length).toBeGreaterThan(0);
  });
});

eachServer('a response whose methods were replaced', (start) => {
  it.each<readonly [string, (response: ServerResponse) => void]>([
    ['end', (response) => Object.assign(response, { end: throwing })],
    ['setHeader', (response) => Object.assign(response, { setHeader: throwing })],
    [
      'removeHeader',
      (response) => {
        response.setHeader('ETag', '"x"');
        Object.assign(response, { removeHeader: throwing });
      },
    ],
    ['writeHead', (response) => Object.assign(response, { writeHead: throwing })],
  ])('by a %s that throws is answered past it', async (_method, replace) => {
    const server = await start((_request, response) => {
      replace(response);
      fail();
    });
    const connection = await server.connect();
    const response = await connection.request();
    expect(response.json()).toMatchObject({ status: 500 });
    // Nothing of the first try is left.
    expect(response.values('Content-Language')).toEqual([]);
    expect(response.values('ETag')).toEqual([]);
    expect(server.onlyReport()).toMatchObject({
      level: 'error',
      outcome: 'sent',
      sentStatus: 500,
      notices: [{ message: 'the reply could not be written' }],
    });
    // The connection serves on.
    expect((await connection.request({ method: 'HEAD' })).status).toBe(500);
  });

  const READERS = {
    getHeader: 500,
    getHeaderNames: 500,
    getHeaders: 404,
    hasHeader: 404,
    on: 404,
    destroy: 404,
  };

  it.each(Object.entries(READERS))(
    'by a %s that throws is still answered: %i',
    async (name, status) => {
      const server = await start((_request, response) => {
        Object.assign(response, { [name]: throwing });
        fail();
      });
      expect((await server.request()).json()).toMatchObject({ status });
      expect(server.onlyReport()).toMatchObject({ outcome: 'sent', sentStatus: status });
    },
  );

  it.each(Object.keys(READERS))(
    'by a %s that throws, and has begun, is broken off',
    async (name) => {
      const server = await start(
        (_request, response) => {
          response.writeHead(200, { 'Content-Length': 100 });
          response.write('part');
          Object.assign(response, { [name]: throwing });
          fail();
        },
        { lastEvent: () => 'last' },
      );
      const connection = await server.connect();
      connection.send({});
      await connection.closed;
      await until(() => server.reports.length > 0);
      expect(server.onlyReport()).toMatchObject({ level: 'error', outcome: 'truncated' });
    },
  );

  it('so that it takes no error for loggers is answered', async () => {
    const server = await start((_request, response) => {
      Object.defineProperty(response, 'err', { set: throwing });
      throw new Error('unexpected');
    });
    expect((await server.request()).status).toBe(500);
    expect(server.onlyReport()).toMatchObject({ level: 'error', outcome: 'sent', notices: [] });
  });
});
