import { once } from 'node:events';
import { createServer } from 'node:http';
import { createServer as createHttp2, createSecureServer } from 'node:http2';
import { createServer as createHttps } from 'node:https';
import type { Socket } from 'node:net';
import { connect } from 'node:tls';
import { type GuardedServer, guardServer } from '@faultless/node';
import { connectHttp2 } from '../harness/connect-http2.js';
import { listen } from '../harness/listen.js';
import { LOCALHOST } from '../harness/localhost.js';
import { until } from '../harness/until.js';

/** A frame that no client may begin with: DATA on the stream 0. */
const BROKEN_FRAMES = `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n${'\0'.repeat(9)}`;
const BROKEN = 'GET / HTTP/1.1\r\nno colon\r\n\r\n';

interface Kind {
  readonly name: string;
  readonly create: () => GuardedServer;
  readonly secure: boolean;
  readonly broken: string;
}

const KINDS: readonly Kind[] = [
  { name: 'node:http', create: () => createServer(), secure: false, broken: BROKEN },
  { name: 'node:http2', create: () => createHttp2(), secure: false, broken: BROKEN_FRAMES },
  {
    name: 'node:http2 over TLS',
    create: () => createSecureServer(LOCALHOST),
    secure: true,
    broken: BROKEN_FRAMES,
  },
  {
    name: 'HTTP/1.1 over TLS',
    create: () => createHttps(LOCALHOST),
    secure: true,
    broken: BROKEN,
  },
];

/** A server of HTTP/1 ends the handshake of a client that speaks HTTP/2 alone. */
async function open({ secure, broken }: Kind, port: number): Promise<Socket> {
  if (!secure || broken === BROKEN_FRAMES) return await connectHttp2(port, secure);
  const client = connect({ port, ca: LOCALHOST.cert, servername: 'localhost' });
  await once(client, 'secureConnect');
  return client;
}

describe.each(KINDS)('the report of a guard on $name', (kind) => {
  it('has the address of a client that left at once', async () => {
    const addresses: unknown[] = [];
    const server = guardServer(kind.create(), {
      report: (_report, { socket }) => {
        const { remoteAddress } = socket as Socket;
        addresses.push(remoteAddress);
        socket.destroy();
        // Whoever writes its log later reads the same.
        setImmediate(() => addresses.push((socket as Socket).remoteAddress));
      },
    });
    const { port, close } = await listen(server);
    const client = await open(kind, port);
    client.on('error', () => undefined);
    client.write(kind.broken, 'latin1', () => client.destroy());
    await until(() => addresses.length > 1);
    expect(addresses).toEqual(['127.0.0.1', '127.0.0.1']);
    await close();
  });
});
