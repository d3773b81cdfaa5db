import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { Forbidden, NotFound, NotImplemented, VendorError } from '@faultless/core';
import { until } from '../harness/until.js';
import { eachServer } from './support/each-server.js';

const failure = new NotFound('Too late for that.');

/** A step that a handler waits for until its client takes it. */
function createStep(): { readonly taken: Promise<void>; readonly take: () => void } {
  let take = (): void => undefined;
  const taken = new Promise<void>((resolve) => {
    take = resolve;
  });
  return { taken, take };
}

eachServer('a response that has started', (start) => {
  it.each<readonly [string, string, (response: ServerResponse) => unknown, string]>([
    ['with content', 'GET', (response) => response.write('part'), '4\r\npart\r\n'],
    [
      'with its head, which Node keeps back',
      'GET',
      (response) => response.writeHead(200, { 'Content-Length': '100' }),
      '',
    ],
    ['to HEAD, whose content Node does not send', 'HEAD', (response) => response.write('part'), ''],
  ])(
    'and fails in the same turn lets its client know what had begun: %s',
    async (_how, method, begin, sent) => {
      const server = await start((_request, response) => {
        begin(response);
        throw failure;
      });
      const connection = await server.connect();
      connection.send({ method });
      await connection.closed;
      const [head, ...rest] = connection.unread.toString('latin1').split('\r\n\r\n');
      expect(head).toMatch(/^HTTP\/1\.1 200 /);
      expect(rest).toEqual([sent]);
      expect(server.onlyReport()).toMatchObject({ outcome: 'truncated' });
    },
  );

  const begin: readonly (readonly [string, (response: ServerResponse) => void, string])[] = [
    ['in chunks', (response) => response.write('part'), '4\r\npart\r\n'],
    [
      'with a length',
      (response) => {
        response.writeHead(200, { 'Content-Length': '100' });
        response.write('part');
      },
      'part',
    ],
    ['with its head', (response) => response.flushHeaders(), ''],
    [
      'with the head of a HEAD-like answer',
      (response) => {
        response.writeHead(206, { 'Content-Range': 'bytes 0-99/100', 'Content-Length': '100' });
        response.flushHeaders();
      },
      '',
    ],
  ];

  it.each(begin)(
    '%s is broken off, so that the client sees truncation',
    async (_how, write, sent) => {
      const arrived = createStep();
      const server = await start(async (_request, response) => {
        write(response);
        await arrived.taken;
        throw failure;
      });
      const connection = await server.connect();
      connection.send({});
      await connection.unreadEndsWith(`\r\n\r\n${sent}`);
      arrived.take();
      await connection.closed;
      const [head = '', ...rest] = connection.unread.toString('latin1').split('\r\n\r\n');
      expect(head).toMatch(/^HTTP\/1\.1 20[06] /);
      // No second head, and no chunk of length 0 that would call it whole.
      expect(rest).toEqual([sent]);
      expect(server.onlyReport()).toMatchObject({
        error: failure,
        outcome: 'truncated',
        level: 'error',
        status: 404,
        sentStatus: undefined,
        instance: undefined,
        concealed: false,
      });
    },
  );

  it('in the turn in which it fails is never whole', async () => {
    const server = await start((_request, response) => {
      response.write('part');
      throw failure;
    });
    const connection = await server.connect();
    connection.send({});
    await connection.closed;
    expect(connection.unread.toString('latin1')).not.toMatch(/\r\n0\r\n|404|Too late/);
    expect(server.onlyReport().outcome).toBe('truncated');
  });

  it('takes no other connection along', async () => {
    const arrived = createStep();
    const server = await start(async (request, response) => {
      if (request.url === '/broken') {
        response.write('part');
        await arrived.taken;
      }
      throw failure;
    });
    const [broken, whole] = await Promise.all([server.connect(), server.connect()]);
    broken.send({ path: '/broken' });
    await broken.unreadEndsWith('part\r\n');
    arrived.take();
    const { status } = await whole.request({ path: '/whole' });
    await broken.closed;
    expect(status).toBe(404);
    expect((await whole.request()).status).toBe(404);
  });
});

eachServer('a response that is finished', (start) => {
  it.each([
    ['at once', false],
    ['when the client has it', true],
  ])('reaches the client unharmed, if the handler fails %s', async (_when, waits) => {
    let read = createStep();
    const server = await start(async (_request, response) => {
      response.setHeader('Content-Length', '4');
      response.end('done');
      if (waits) await read.taken;
      throw failure;
    });
    const connection = await server.connect();
    for (let time = 1; time <= 2; time += 1) {
      const { status, text } = await connection.request();
      expect([status, text]).toEqual([200, 'done']);
      read.take();
      read = createStep();
      await until(() => server.reports.length >= time);
      expect(connection.isOpen).toBe(true);
      expect(server.reports).toHaveLength(time);
    }
    expect(server.reports[0]).toMatchObject({
      error: failure,
      outcome: 'too-late',
      level: 'error',
      status: 404,
      sentStatus: undefined,
    });
    expect(connection.unread).toHaveLength(0);
  });
});

eachServer('a client that has left', (start) => {
  it.each<readonly [string, (response: ServerResponse) => void]>([
    ['before anything was sent', () => undefined],
    ['in the middle', (response) => response.write('part')],
  ])('%s gets nothing, and it is no fault', async (_when, begin) => {
    let abandoned: ServerResponse | undefined;
    const server = await start(async (_request, response) => {
      abandoned = response;
      begin(response);
      await once(response, 'close');
      throw failure;
    });
    const connection = await server.connect();
    connection.send({});
    await until(() => abandoned !== undefined);
    connection.close();
    await connection.closed;
    await until(() => server.reports.some(({ error }) => error === failure));
    // A second report would come soon.
    await sleep(20);
    expect(server.reports).toHaveLength(1);
    expect(server.reports[0]).toMatchObject({
      outcome: 'client-gone',
      level: 'info',
      status: 499,
      sentStatus: undefined,
      instance: undefined,
    });
    expect(abandoned?.writableEnded).toBe(false);
    expect(abandoned?.getHeader('Content-Type')).toBeUndefined();
  });

  const coded = (code: string, syscall = 'write'): Error =>
    Object.assign(new Error(code), { code, syscall });

  it.each<readonly [string, unknown, string, number]>([
    ['a lost database', coded('ECONNREFUSED', 'connect'), 'error', 503],
    ['a deadline', new DOMException('Too slow.', 'TimeoutError'), 'error', 504],
    ['an answer of the application', new Forbidden('Not yours.'), 'info', 499],
    ['what no server does', new NotImplemented(), 'info', 499],
    ['work that was given up', new DOMException('Given up.', 'AbortError'), 'info', 499],
    ['a write to nobody', coded('EPIPE'), 'info', 499],
    ['a connection that broke', coded('ECONNRESET', 'read'), 'info', 499],
    ['a stream that ended', coded('ERR_STREAM_PREMATURE_CLOSE'), 'info', 499],
    ['a vendor’s word for it', new VendorError('nginx:499'), 'info', 499],
  ])('counts by what it would have got: %s', async (_what, thrown, level, status) => {
    let isThere = false;
    const server = await start(async (_request, response) => {
      isThere = true;
      await once(response, 'close');
      throw thrown;
    });
    const connection = await server.connect();
    connection.send({});
    await until(() => isThere);
    connection.close();
    await until(() => server.reports.some(({ error }) => error === thrown));
    expect(server.onlyReport()).toMatchObject({ outcome: 'client-gone', level, status });
  });

  it('whose response was given up for it is no less gone', async () => {
    const server = await start((_request, response) => {
      const reset = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
      response.on('error', () => undefined).destroy(reset);
      throw failure;
    });
    const connection = await server.connect();
    connection.send({});
    await connection.closed;
    await until(() => server.reports.length > 0);
    expect(server.reports[0]).toMatchObject({ outcome: 'client-gone', level: 'info' });
  });

  it('while it was sending is told of once', async () => {
    let begun = false;
    const server = await start(async (request, response) => {
      response.write('part');
      begun = true;
      await text(request);
      throw new Error('the content came whole');
    });
    const connection = await server.connect();
    connection.send({ method: 'POST', headers: { 'Content-Length': '99' }, body: 'part' });
    await until(() => begun);
    connection.close();
    await until(() => server.reports.length > 0);
    // A second report would come soon.
    await sleep(20);
    expect(server.onlyReport()).toMatchObject({
      outcome: 'client-gone',
      level: 'info',
      status: 499,
      error: { code: 'ECONNRESET' },
    });
  });

  it('while its second request waited gets nothing', async () => {
    const second = { waiting: false };
    const server = await start(async (request) => {
      if (request.url === '/first') return await once(request.socket, 'close');
      second.waiting = true;
      await once(request.socket, 'close');
      throw failure;
    });
    const connection = await server.connect();
    connection.send({ path: '/first' });
    connection.send({ path: '/second' });
    await until(() => second.waiting);
    connection.close();
    await until(() => server.reports.some(({ error }) => error === failure));
    const report = server.reports.find(({ error }) => error === failure);
    expect(report).toMatchObject({ outcome: 'client-gone', status: 499, level: 'info' });
  });
});
