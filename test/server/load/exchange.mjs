import { connect } from 'node:net';

/** The longest that a connection may take, in milliseconds. */
const HUNG = 10_000;
/** How long nothing must come before a client of HTTP/2 ends its half, in milliseconds. */
export const QUIET = 20;

/**
 * One connection: it sends all, ends its half, and reads until the server has ended the other. With
 * HTTP/2, where the end of a half is the end of the session, it waits until nothing more comes.
 */
export function exchange({ port, bytes, index, http2 }) {
  return new Promise((resolve) => {
    const came = [];
    const errors = [];
    let hung = false;
    let quiet;
    const socket = connect({
      port,
      host: '127.0.0.1',
      // A port is not free again for a while after its connection has ended.
      localAddress: `127.0.${1 + ((index >> 8) & 63)}.${1 + (index % 250)}`,
      allowHalfOpen: true,
    });
    const timer = setTimeout(() => {
      hung = true;
      socket.destroy();
    }, HUNG);
    const endSoon = () => {
      clearTimeout(quiet);
      quiet = setTimeout(() => socket.end(), QUIET);
    };
    socket.on('data', (piece) => {
      came.push(piece);
      if (http2) endSoon();
    });
    socket.on('error', ({ code }) => errors.push(String(code)));
    socket.on('close', () => {
      clearTimeout(timer);
      clearTimeout(quiet);
      resolve({ answer: Buffer.concat(came), hung, errors });
    });
    if (http2) socket.write(bytes, endSoon);
    else socket.end(bytes);
  });
}
