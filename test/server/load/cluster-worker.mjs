// A worker of test/server/cluster.test.ts: a guarded server that tells who has answered.
import { createServer } from 'node:http';
import { ContentTooLarge, guardServer, handle } from '@faultless/node';

const report = ({ status }) => process.send({ pid: process.pid, status });
const listener = handle(
  (request, response) => {
    if (request.url === '/early') throw new ContentTooLarge();
    response.write(String(process.pid));
    // Whoever holds back its content keeps its connection on the count.
    request.resume().once('end', () => response.end());
  },
  { report },
);
guardServer(createServer(listener), { report, maxConnections: 1, retryAfter: 2 }).listen(
  0,
  '127.0.0.1',
);
