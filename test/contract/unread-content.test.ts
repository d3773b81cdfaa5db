import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { ContentTooLarge } from '@faultless/core';
import { takeResponse } from '../harness/parse-response.js';
import { until } from '../harness/until.js';
import { eachServer } from './support/each-server.js';

const refuse = (): never => {
  throw new ContentTooLarge();
};

interface Upload {
  readonly socket: Socket;
  /** Resolves when the connection has ended, in order or not. */
  readonly closed: Promise<unknown>;
  readonly received: () => Buffer;
}

/** A client that goes on sending whatever it is told, and never ends its half of the connection. */
async function upload(port: number): Promise<Upload> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  let bytes = Buffer.alloc(0);
  socket.on('data', (piece: Buffer) => (bytes = Buffer.concat([bytes, piece])));
  // The server may reset the connection in the end.
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(HEAD);
  const closed = new Promise((resolve) => socket.on('close', resolve));
  return { socket, closed, received: () => bytes };
}

/** Sends more whenever there is room, until the connection is gone. */
function sendOn(socket: Socket): void {
  const piece = Buffer.alloc(65_536);
  const send = (): void => {
    while (!socket.destroyed && socket.write(piece));
  };
  socket.on('drain', send);
  send();
}

const HEAD = `POST / HTTP/1.1\r\nHost: test\r\nContent-Length: ${2 ** 40}\r\n\r\n`;

// Where a limit were not kept, the connection would stay open for longer than a test may take.
eachServer('a client that sends on after it was refused', (start) => {
  it.each([
    ['no byte', { bytes: 0, seconds: 1000 }],
    ['some bytes', { bytes: 300_000, seconds: 1000 }],
  ])('is listened to for %s, and then the connection ends', async (_limit, unreadContent) => {
    const server = await start(refuse, { unreadContent });
    const { socket, closed, received } = await upload(server.port);
    await once(socket, 'data');
    sendOn(socket);
    await closed;
    const taken = takeResponse(received(), { method: 'POST', ended: true });
    expect(taken?.response).toMatchObject({ status: 413, complete: true });
    expect(taken?.rest).toHaveLength(0);
    expect(server.onlyReport().outcome).toBe('sent');
  });

  it.each([131_073, 300_000])('is listened to for no more than %i bytes', async (bytes) => {
    let accepted: Socket | undefined;
    const before = ({ socket }: IncomingMessage): void => {
      accepted = socket;
    };
    const server = await start(refuse, { before, unreadContent: { bytes, seconds: 1000 } });
    const { socket, closed } = await upload(server.port);
    await once(socket, 'data');
    sendOn(socket);
    await closed;
    expect(accepted?.bytesRead).toBeGreaterThan(HEAD.length);
    expect(accepted?.bytesRead).toBeLessThanOrEqual(HEAD.length + bytes);
  });

  it('is listened to for some time, and then the connection ends', async () => {
    const server = await start(refuse, { unreadContent: { seconds: 0.05 } });
    const { socket, closed, received } = await upload(server.port);
    await once(socket, 'end');
    // It would take days to reach the limit of bytes in this way.
    const poll = setInterval(() => socket.write('x'), 20);
    await closed;
    clearInterval(poll);
    const taken = takeResponse(received(), { method: 'POST', ended: true });
    expect(taken?.response).toMatchObject({ status: 413, complete: true });
  });

  it('is listened to until 256 others have been answered after it', async () => {
    const server = await start(refuse, { unreadContent: { seconds: 1000 } });
    const clients: Upload[] = [];
    const answer = async (): Promise<void> => {
      const client = await upload(server.port);
      clients.push(client);
      await once(client.socket, 'end');
    };
    for (let count = 0; count < 256; count += 1) await answer();
    const open = (): boolean[] => clients.map(({ socket }) => !socket.destroyed);
    // What they send is read, and none is cut yet.
    for (const { socket } of clients) socket.write(Buffer.alloc(65_536));
    await until(() => clients.every(({ socket }) => socket.writableLength === 0));
    expect(open()).not.toContain(false);
    await answer();
    const [oldest] = clients;
    // The end of its connection shows when it sends on.
    if (oldest !== undefined) sendOn(oldest.socket);
    await oldest?.closed;
    const taken = takeResponse(oldest?.received() ?? Buffer.alloc(0), {
      method: 'POST',
      ended: true,
    });
    expect(taken?.response).toMatchObject({ status: 413, complete: true });
    expect(open()).toEqual(clients.map((client) => client !== oldest));
    for (const { socket } of clients) socket.destroy();
  });

  it('gets its answer when it writes all before it reads, by default', async () => {
    const server = await start(refuse);
    const socket = connect({ port: server.port, host: '127.0.0.1', allowHalfOpen: true });
    const size = 50_000_000;
    // Nothing is read until all is written.
    socket.pause();
    socket.write(`POST / HTTP/1.1\r\nHost: test\r\nContent-Length: ${size}\r\n\r\n`);
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.write(Buffer.alloc(size), () => {
        resolve();
      });
    });
    const pieces: Buffer[] = [];
    socket.on('data', (piece: Buffer) => pieces.push(piece));
    socket.resume();
    await once(socket, 'end');
    socket.end();
    const taken = takeResponse(Buffer.concat(pieces), { method: 'POST', ended: true });
    expect(taken?.response).toMatchObject({ status: 413, complete: true });
  });
});

eachServer('content that waits to be read when it is refused', (start) => {
  it('counts among the bytes that are thrown away', async () => {
    const [waiting, bytes] = [1_048_576, 1_500_000];
    let accepted: Socket | undefined;
    const server = await start(
      async (request) => {
        accepted = request.socket;
        // Has the stream keep as much until it is there.
        request.read(waiting);
        await until(() => request.readableLength >= waiting);
        refuse();
      },
      { unreadContent: { bytes, seconds: 1000 } },
    );
    const { socket, closed } = await upload(server.port);
    sendOn(socket);
    await closed;
    expect(accepted?.bytesRead).toBeGreaterThan(waiting);
    expect(accepted?.bytesRead).toBeLessThanOrEqual(HEAD.length + bytes);
  });
});
