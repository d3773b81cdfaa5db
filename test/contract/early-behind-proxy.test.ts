import { once } from 'node:events';
import { ContentTooLarge } from '@faultless/core';
import { Connection } from '../harness/connection.js';
import { describeEachServer } from '../harness/describe-each-server.js';
import type { Handler, Options } from '../harness/servers.js';

const LENGTH = 1_000_000;

const handler: Handler = (request, response) => {
  if (request.method === 'PUT') throw new ContentTooLarge();
  response.end('fine');
};

function head(...fields: readonly string[]): string {
  return ['PUT / HTTP/1.1', 'Host: test.example', ...fields, '', ''].join('\r\n');
}

const FORWARDED = 'X-Forwarded-For: 192.0.2.1';
const SIZED = `Content-Length: ${LENGTH}`;

describeEachServer(({ start }) => {
  it.each<[what: string, fields: readonly string[], options: Options]>([
    ['X-Forwarded-For', [FORWARDED, SIZED], {}],
    ['Via', ['Via: 1.1 proxy', SIZED], {}],
    ['Forwarded', ['Forwarded: for=192.0.2.1', SIZED], {}],
    ['the option', [SIZED], { behindProxy: true }],
  ])('leaves the connection open to a proxy that shows by %s', async (_what, fields, options) => {
    const { port } = await start(handler, options);
    const connection = await Connection.open(port);
    for (let count = 0; count < 3; count += 1) {
      connection.socket.write(head(...fields));
      const refused = await connection.read('PUT');
      expect([refused.status, refused.value('connection')]).not.toContain('close');
      expect(refused.status).toBe(413);
      connection.socket.write(Buffer.alloc(LENGTH));
      expect((await connection.request()).text).toBe('fine');
    }
    expect(connection.isOpen).toBe(true);
    connection.close();
  });

  it.each<[what: string, fields: readonly string[], options: Options]>([
    ['is no proxy', [SIZED], {}],
    ['is none by the option', [FORWARDED, SIZED], { behindProxy: false }],
    ['may send no content at all', [FORWARDED, SIZED, 'Expect: 100-continue'], {}],
    ['does not say how much there is', [FORWARDED, 'Transfer-Encoding: chunked'], {}],
    ['sends too much', [FORWARDED, SIZED], { unreadContent: { bytes: LENGTH - 1 } }],
    ['asks for it', [FORWARDED, SIZED, 'Connection: close'], {}],
    ['has no time for it', [FORWARDED, SIZED], { unreadContent: { seconds: 0 } }],
  ])('closes the connection of a client that %s', async (_what, fields, options) => {
    const { port } = await start(handler, options);
    const connection = await Connection.open(port);
    connection.socket.write(head(...fields));
    let refused = await connection.read('PUT');
    // Node says it by itself.
    if (refused.status === 100) refused = await connection.read('PUT');
    expect([refused.status, refused.value('connection')]).toEqual([413, 'close']);
    connection.socket.end();
    await connection.closed;
  });

  it('closes none whose content has come for those whose has not', async () => {
    const { port } = await start(handler);
    const begin = async (): Promise<Connection> => {
      const connection = await Connection.open(port);
      connection.socket.write(head(FORWARDED, SIZED));
      expect((await connection.read('PUT')).status).toBe(413);
      return connection;
    };
    const first = await begin();
    first.socket.write(Buffer.alloc(LENGTH));
    expect((await first.request()).text).toBe('fine');
    const others = await Promise.all(Array.from({ length: 257 }, begin));
    expect((await first.request()).text).toBe('fine');
    await others[0]?.closed;
    expect(others.filter(({ isOpen }) => isOpen)).toHaveLength(256);
    for (const connection of [first, ...others]) connection.close();
  });

  it('ends the connection where the rest does not come in time', async () => {
    const { port } = await start(handler, { unreadContent: { seconds: 0.2 } });
    const connection = await Connection.open(port);
    connection.socket.write(head(FORWARDED, SIZED));
    expect((await connection.read('PUT')).status).toBe(413);
    await connection.closed;
    expect(connection.unread).toHaveLength(0);
  });

  it('lets whoever reads the content have all of it', async () => {
    let read = 0;
    let done = (): void => undefined;
    const ended = new Promise<void>((resolve) => (done = resolve));
    const { port } = await start((request) => {
      request.on('data', (piece: Buffer) => (read += piece.length));
      request.on('end', done);
      throw new ContentTooLarge();
    });
    const connection = await Connection.open(port);
    connection.socket.write(head(FORWARDED, SIZED));
    expect((await connection.read('PUT')).status).toBe(413);
    connection.socket.write(Buffer.alloc(LENGTH));
    await ended;
    expect(read).toBe(LENGTH);
    connection.close();
  });

  it('reads what nobody reads any more', async () => {
    const { port } = await start(
      (request) => {
        request.pause();
        throw new ContentTooLarge();
      },
      { unreadContent: { seconds: 10 } },
    );
    const connection = await Connection.open(port);
    connection.socket.write(head(FORWARDED, SIZED));
    expect((await connection.read('PUT')).status).toBe(413);
    connection.socket.write(Buffer.alloc(LENGTH));
    expect((await connection.request({ method: 'PUT' })).status).toBe(413);
    connection.close();
  });

  it('reads on where somebody has begun to read, and stopped', async () => {
    const { port } = await start(async (request) => {
      await once(request, 'data');
      request.pause();
      throw new ContentTooLarge();
    });
    const connection = await Connection.open(port);
    for (let count = 0; count < 2; count += 1) {
      connection.socket.write(`${head(FORWARDED, SIZED)}a`);
      expect((await connection.read('PUT')).status).toBe(413);
      connection.socket.write(Buffer.alloc(LENGTH - 1));
    }
    connection.close();
  });

  it('leaves nothing on the connection when the rest has come', async () => {
    const listeners: number[] = [];
    const { port } = await start(({ socket }) => {
      listeners.push(socket.listenerCount('close'));
      throw new ContentTooLarge();
    });
    const connection = await Connection.open(port);
    for (let count = 0; count < 6; count += 1) {
      connection.socket.write(head(FORWARDED, SIZED));
      expect((await connection.read('PUT')).status).toBe(413);
      connection.socket.write(Buffer.alloc(LENGTH));
    }
    connection.close();
    // What is there with the first is Node's and the framework's.
    expect(new Set(listeners.slice(1)).size).toBe(1);
  });

  it('listens to no more clients at once than behind answers that close', async () => {
    const { port } = await start(handler);
    const open = async (): Promise<Connection> => {
      const connection = await Connection.open(port);
      connection.socket.write(head(FORWARDED, SIZED));
      expect((await connection.read('PUT')).status).toBe(413);
      return connection;
    };
    const first = await open();
    const others = await Promise.all(Array.from({ length: 256 }, open));
    await first.closed;
    expect(others.every((connection) => connection.isOpen)).toBe(true);
    for (const connection of others) connection.close();
  });
});
