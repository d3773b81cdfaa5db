import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { LOCALHOST } from './localhost.js';

/** Opens a connection for frames of HTTP/2: of clear text, or of TLS that has agreed on it. */
export async function connectHttp2(port: number, secure: boolean): Promise<Socket> {
  const address = { port, host: '127.0.0.1' };
  const socket = secure
    ? connectTls({
        ...address,
        ca: LOCALHOST.cert,
        ALPNProtocols: ['h2'],
        servername: 'localhost',
      })
    : connect(address);
  await once(socket, secure ? 'secureConnect' : 'connect');
  return socket;
}
