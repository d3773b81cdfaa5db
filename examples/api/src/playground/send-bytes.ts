import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** How long an answer may take, in milliseconds, and how long it may be, in bytes. */
const PATIENCE = 5000;
const MAX_LENGTH = 65_536;

/** A connection to a server on this computer. */
export async function openLocal(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

/** Sends a request as it is, and collects what comes until the server closes the connection. */
export function sendBytes(socket: Socket, request: string): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const stop = () => socket.destroy();
    socket
      .setTimeout(PATIENCE, stop)
      .on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length > MAX_LENGTH) stop();
      })
      // A server that breaks off is what some scenarios show.
      .on('error', stop)
      .on('end', stop)
      .on('close', () => {
        resolve(Buffer.concat(chunks).toString());
      })
      .write(request);
  });
}
