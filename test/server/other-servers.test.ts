import { once } from 'node:events';
import { createServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { ContentTooLarge, guardServer, handle } from '@faultless/node';
import { LOCALHOST } from '../harness/localhost.js';
import { takeResponse } from '../harness/parse-response.js';

const report = (): void => undefined;
const listener = handle(
  (request, response) => {
    if (request.url === '/early') throw new ContentTooLarge();
    response.end('fine');
  },
  { report },
);

/** Sends all, ends its half, and reads until the server has closed. */
async function statusOf(socket: Socket, text: string): Promise<number | undefined> {
  const came: Buffer[] = [];
  socket.on('data', (piece: Buffer) => came.push(piece));
  socket.on('error', () => undefined);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.write(text);
  await closed;
  return takeResponse(Buffer.concat(came), { method: 'GET', ended: true })?.response.status;
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  await closed;
}

const BROKEN = 'BREW / HTTP/1.1\r\n\r\n';
const EARLY = `POST /early HTTP/1.1\r\nHost: a\r\nContent-Length: 900000\r\n\r\n${'x'.repeat(500_000)}`;

describe.each([
  ['a broken request', BROKEN, 501],
  ['content that comes too soon', EARLY, 413],
])('a guarded server answers %s', (_name, text, status) => {
  it('over TLS', async () => {
    const server = guardServer(createHttpsServer(LOCALHOST, listener), { report });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const socket = connectTls({
      port,
      host: '127.0.0.1',
      ca: LOCALHOST.cert,
      servername: 'localhost',
    });
    expect(await statusOf(socket, text)).toBe(status);
    await close(server);
  });

  it('over a Unix domain socket', async () => {
    const path = join(tmpdir(), `faultless-${process.pid}-${status}.sock`);
    const server = guardServer(createServer(listener), { report });
    server.listen(path);
    await once(server, 'listening');
    expect(await statusOf(connect(path), text)).toBe(status);
    await close(server);
  });
});

it('a server that is closing answers content that comes too soon, and then closes', async () => {
  const server = guardServer(createServer(listener), { report });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const handed = once(server, 'request');
  const answered = statusOf(connect({ port, host: '127.0.0.1' }), EARLY);
  await handed;
  await close(server);
  expect(await answered).toBe(413);
});
