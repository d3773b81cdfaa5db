// Mixed errors over connections that stay open, and the memory of the server meanwhile:
//   npm run soak [-- --requests 1000000 --app express5 --connections 16]
import { parseArgs } from 'node:util';
import { runHttp1 } from './soak-http1.mjs';
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
const STAYING = [
  [401, `GET /denied HTTP/1.1\r\n${HOST}\r\n`],
  [500, `GET /broken HTTP/1.1\r\n${HOST}Accept: text/html\r\n\r\n`],
  [404, `GET /nowhere HTTP/1.1\r\n${HOST}Accept-Language: zh\r\n\r\n`],
  [409, `GET /odd HTTP/1.1\r\n${HOST}Accept: application/problem+xml\r\n\r\n`],
  [413, `POST /early HTTP/1.1\r\n${HOST}Content-Length: 5\r\n\r\nhello`],
  [200, `GET / HTTP/1.1\r\n${HOST}\r\n`],
];
/** Those that end their connection come more rarely. */
const ENDING = [
  [417, `GET / HTTP/1.1\r\n${HOST}Expect: tea\r\n\r\n`],
  [501, `BREW / HTTP/1.1\r\n${HOST}\r\n`],
];
const ORDER = ENDING.flatMap((ending) => [
  ...Array.from({ length: 99 }, (_, index) => STAYING[index % STAYING.length]),
  ending,
]);

const server = await startProcess(values.app);
const megabytes = (bytes) => (bytes / 1048576).toFixed(1);
let sent = 0;
let wrong = 0;
const seen = {};

function run(target) {
  const runOver = values.app.startsWith('http2') ? runHttp2 : runHttp1;
  return runOver(server.port, Number(values.connections), {
    next: () => (sent < target ? ORDER[sent++ % ORDER.length] : undefined),
    came: (status, expected) => {
      seen[status] = (seen[status] ?? 0) + 1;
      if (status !== expected) wrong += 1;
    },
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
