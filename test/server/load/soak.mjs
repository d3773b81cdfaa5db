// Mixed errors over connections that stay open, and the memory of the server meanwhile:
//   npm run soak [-- --requests 1000000 --app express5 --connections 16]
import { connect } from 'node:net';
import { parseArgs } from 'node:util';
import { runHttp2 } from './soak-http2.mjs';
import { startProcess } from './start.mjs';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '1000000' },
    app: { type: 'string', default: 'express5' },
    connections: { type: 'string', default: '16' },
    'max-growth': { type: 'string', default: '64' },
  },
});
const wanted = Number(values.requests);
const HOST = 'Host: soak\r\n';
const KINDS = [
  [401, `GET /denied HTTP/1.1\r\n${HOST}\r\n`],
  [500, `GET /broken HTTP/1.1\r\n${HOST}Accept: text/html\r\n\r\n`],
  [404, `GET /nowhere HTTP/1.1\r\n${HOST}Accept-Language: zh\r\n\r\n`],
  [409, `GET /odd HTTP/1.1\r\n${HOST}Accept: application/problem+xml\r\n\r\n`],
  [413, `POST /early HTTP/1.1\r\n${HOST}Content-Length: 5\r\n\r\nhello`],
  [417, `GET / HTTP/1.1\r\n${HOST}Expect: tea\r\n\r\n`],
  [501, `BREW / HTTP/1.1\r\n${HOST}\r\n`],
  [200, `GET / HTTP/1.1\r\n${HOST}\r\n`],
];
/** Those that end their connection come more rarely. */
const ORDER = Array.from(
  { length: 200 },
  (_, index) => KINDS[index % 100 === 99 ? 5 + (index > 100) : [0, 1, 2, 3, 4, 7][index % 6]],
);

const server = await startProcess(values.app);
const megabytes = (bytes) => (bytes / 1048576).toFixed(1);
let sent = 0;
let wrong = 0;
const seen = {};

function run(target) {
  if (values.app.startsWith('http2')) {
    return runHttp2(server.port, Number(values.connections), {
      next: () => (sent < target ? ORDER[sent++ % ORDER.length] : undefined),
      came: (status, expected) => {
        seen[status] = (seen[status] ?? 0) + 1;
        if (status !== expected) wrong += 1;
      },
    });
  }
  return new Promise((resolve) => {
    let open = 0;
    const begin = () => {
      if (sent >= target) {
        if (open === 0) resolve();
        return;
      }
      open += 1;
      let expected = 0;
      let came = '';
      const socket = connect({ port: server.port, host: '127.0.0.1' });
      const next = () => {
        if (sent >= target) {
          socket.destroy();
          return;
        }
        const [status, request] = ORDER[sent % ORDER.length];
        sent += 1;
        expected = status;
        came = '';
        socket.write(request);
      };
      socket.on('connect', next);
      socket.on('error', () => (wrong += 1));
      socket.on('data', (piece) => {
        came += piece.toString('latin1');
        const end = came.indexOf('\r\n\r\n');
        if (end < 0) return;
        const length = Number(/\r\ncontent-length: (\d+)/i.exec(came)?.[1] ?? Number.NaN);
        // Express's and Koa's plain responses come in one piece.
        if (came.length < end + 4 + (length || 0)) return;
        const status = Number(came.slice(9, 12));
        seen[status] = (seen[status] ?? 0) + 1;
        if (status !== expected) wrong += 1;
        if (/\r\nconnection: close/i.test(came.slice(0, end))) socket.end();
        else next();
      });
      socket.on('close', () => {
        open -= 1;
        begin();
      });
    };
    for (let one = 0; one < Number(values.connections); one += 1) begin();
  });
}

// What is loaded and compiled on first use is no leak.
await run(Math.min(20_000, wanted / 2));
const before = await server.ask();
const begun = performance.now();
for (let part = 1; part <= 10; part += 1) {
  await run(Math.round((wanted * part) / 10));
  const { rss, heap } = await server.ask();
  console.log(`${sent} requests: RSS ${megabytes(rss)} MiB, heap ${megabytes(heap)} MiB`);
}
const seconds = (performance.now() - begun) / 1000;
const after = await server.ask();
await server.stop();
const growth = (after.rss - before.rss) / 1048576;
console.log(
  `${values.app}: ${sent} requests, ${(sent / seconds).toFixed(0)} a second, wrong ${wrong}, ${JSON.stringify(seen)}`,
);
console.log(
  `RSS before ${megabytes(before.rss)} MiB, after ${megabytes(after.rss)} MiB (${growth.toFixed(1)}); ` +
    `heap before ${megabytes(before.heap)} MiB, after ${megabytes(after.heap)} MiB; uncaught ${after.uncaught.length}`,
);
process.exitCode =
  wrong === 0 && after.uncaught.length === 0 && growth < Number(values['max-growth']) ? 0 : 1;
