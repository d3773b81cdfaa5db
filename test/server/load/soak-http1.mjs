import { connect } from 'node:net';

/** Asks over connections that stay open until the server ends one, one thing after the other on each. */
export async function runHttp1(port, connections, { next, came }) {
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let one = next(); one !== undefined; one = next()) {
        await runConnection(port, one, { next, came });
      }
    }),
  );
}

function runConnection(port, first, { next, came }) {
  return new Promise((resolve) => {
    let [expected, request] = first;
    let waiting = true;
    let text = '';
    const socket = connect({ port, host: '127.0.0.1' });
    socket.on('connect', () => socket.write(request));
    socket.on('data', (piece) => {
      text += piece.toString('latin1');
      const response = readResponse(text);
      if (response === undefined) return;
      waiting = false;
      came(response.status, expected);
      const one = response.last ? undefined : next();
      if (one === undefined) {
        socket.end();
        return;
      }
      [expected, request] = one;
      waiting = true;
      text = '';
      socket.write(request);
    });
    // What happened shows in what has come by its end.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (waiting) came(0, expected);
      resolve();
    });
  });
}

/** The response in what has come; undefined when there is more of it to come. */
function readResponse(text) {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = text.slice(0, end);
  // Without it, as Express's and Koa's plain responses are, it comes in one piece.
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
  if (text.length < end + 4 + length) return undefined;
  return { status: Number(text.slice(9, 12)), last: /\r\nconnection: close/i.test(head) };
}
