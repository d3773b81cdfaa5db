import { createReadStream } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ContentTooLarge } from '@faultless/core';
import type { Handler } from '../harness/servers.js';
import { until } from '../harness/until.js';
import { eachServer } from './support/each-server.js';

const failure = new Error('half');

async function* half(): AsyncGenerator<string> {
  yield 'part';
  await sleep(10);
  throw failure;
}

/** Each destroys the response itself before the error handler hears of it. */
const SOURCES: readonly (readonly [string, Handler, unknown])[] = [
  ['a generator that throws', (_request, response) => pipeline(half, response), failure],
  ['a stream', (_request, response) => pipeline(Readable.from(half()), response), failure],
  [
    'a web stream',
    (_request, response) => {
      const stream = Readable.toWeb(Readable.from(half())) as ReadableStream<string>;
      return stream.pipeTo(Writable.toWeb(response) as WritableStream<string>);
    },
    expect.objectContaining({ message: 'half' }),
  ],
  [
    'a file that is not there',
    (_request, response) => pipeline(createReadStream('/nowhere'), response),
    expect.objectContaining({ code: 'ENOENT' }),
  ],
  [
    'a response that is destroyed by hand',
    (_request, response) => {
      response.write('part');
      response.destroy(failure);
      throw failure;
    },
    failure,
  ],
  [
    'an error that tells of another',
    async (_request, response) => {
      try {
        await pipeline(half, response);
      } catch (cause) {
        throw new Error('no export', { cause });
      }
    },
    expect.objectContaining({ message: 'no export', cause: failure }),
  ],
];

eachServer('a response that its application destroys', (start) => {
  it.each(SOURCES)('is cut off, and no client has left: %s', async (_source, handler, error) => {
    // What Node gives back is no promise of this realm.
    const server = await start(async (request, response) => {
      await handler(request, response);
    });
    const connection = await server.connect();
    connection.send();
    await connection.closed;
    await until(() => server.reports.length > 0);
    expect(connection.unread.toString('latin1')).not.toMatch(/\r\n0\r\n/);
    const report = server.onlyReport();
    expect(report).toMatchObject({ outcome: 'truncated', level: 'error', sentStatus: undefined });
    expect(report.error).toEqual(error);
  });

  it('because its client has left is no failure', async () => {
    const server = await start(async (_request, response) => {
      await pipeline(async function* () {
        for (;;) {
          yield 'part';
          await sleep(5);
        }
      }, response);
    });
    const connection = await server.connect();
    connection.send();
    await connection.unreadEndsWith('part\r\n');
    connection.close();
    await until(() => server.reports.length > 0);
    expect(server.onlyReport()).toMatchObject({ outcome: 'client-gone', level: 'info' });
  });

  it('because its client breaks an upload off is no failure', async () => {
    const server = await start(async (request, response) => {
      await pipeline(request, response);
    });
    const connection = await server.connect();
    connection.send({ method: 'POST', headers: { 'Content-Length': '1000' }, body: 'part' });
    await connection.unreadEndsWith('part\r\n');
    connection.close();
    await until(() => server.reports.length > 0);
    expect(server.onlyReport()).toMatchObject({ outcome: 'client-gone', level: 'info' });
  });
});

eachServer('a handler that leaves a loop over the content', (start) => {
  const head = 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\npart';
  const handler: Handler = async (request) => {
    for await (const piece of request)
      throw new ContentTooLarge({ limit: (piece as Buffer).length - 1 });
  };

  it('is answered', async () => {
    const server = await start(handler);
    const connection = await server.connect();
    connection.socket.write(head);
    expect((await connection.next('POST'))?.status).toBe(413);
    await connection.closed;
    expect(server.onlyReport()).toMatchObject({ outcome: 'sent', level: 'info' });
  });

  it('and destroys the request has cut its client off', async () => {
    const server = await start((request) => {
      request.destroy();
      throw failure;
    });
    const connection = await server.connect();
    connection.socket.write(head);
    await connection.closed;
    await until(() => server.reports.length > 0);
    expect(connection.unread).toHaveLength(0);
    expect(server.onlyReport()).toMatchObject({ outcome: 'truncated', level: 'error' });
  });

  it('because the client has left has lost its client', async () => {
    const server = await start(async (request) => {
      await text(request);
    });
    const connection = await server.connect();
    connection.socket.write(head);
    await sleep(20);
    connection.close();
    await until(() => server.reports.length > 0);
    expect(server.onlyReport()).toMatchObject({ outcome: 'client-gone', level: 'info' });
  });
});
