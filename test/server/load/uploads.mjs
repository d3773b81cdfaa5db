// Uploads into an early 413 with five clients: node test/server/load/uploads.mjs [--times 100]
// [--bytes 300000000] [--path /early] [--app express5] [--limit 200000000]
import { parseArgs } from 'node:util';
import { startProcess } from './start.mjs';
import { CLIENTS as HTTP1_CLIENTS, HTTP2_CLIENTS } from './upload-clients.mjs';

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '100' },
    bytes: { type: 'string', default: '300000000' },
    path: { type: 'string', default: '/early' },
    app: { type: 'string', default: 'express5' },
    limit: { type: 'string', default: '200000000' },
    seconds: { type: 'string', default: '30' },
    client: { type: 'string', multiple: true },
  },
});
const { path, app } = values;
const http2 = app.startsWith('http2');
const CLIENTS = http2 ? HTTP2_CLIENTS : HTTP1_CLIENTS;
const [times, size] = [Number(values.times), Number(values.bytes)];
process.env.UNREAD_CONTENT = JSON.stringify({
  bytes: Number(values.limit),
  seconds: Number(values.seconds),
});
const server = await startProcess(app);
let failed = 0;

for (const name of values.client ?? Object.keys(CLIENTS)) {
  const begun = performance.now();
  const counts = { whole: 0, close: 0, wrote: 0 };
  const problems = new Set();
  for (let time = 0; time < times; time += 1) {
    try {
      const { status, whole, close, wrote } = await CLIENTS[name]({
        port: server.port,
        path,
        size,
      });
      if (status === 413 && whole) counts.whole += 1;
      else problems.add(`status ${status}, whole: ${whole}`);
      if (close) counts.close += 1;
      if (wrote) counts.wrote += 1;
    } catch (error) {
      problems.add(String(error?.message ?? error).split('\n')[0]);
    }
  }
  const seconds = (performance.now() - begun) / 1000;
  // The last connection may still be read from.
  await new Promise((resolve) => setTimeout(resolve, 300));
  const { bytesRead, uncaught } = await server.ask();
  const most = Math.max(0, ...bytesRead);
  if (counts.whole !== times || uncaught.length > 0) failed += 1;
  console.log(
    `${name}: ${counts.whole} of ${times} read the whole 413, ${counts.close} ${http2 ? 'were stopped with NO_ERROR' : 'saw Connection: close'}, ` +
      `${counts.wrote} could write all; the server read ${most} bytes at most, header and all, of ${size} ` +
      `(limit ${values.limit}; ${(seconds / times).toFixed(3)} s each)` +
      [...problems].map((one) => `\n  ${one}`).join(''),
  );
}
await server.stop();
process.exitCode = failed === 0 ? 0 : 1;
