// A guarded server, or a bare one to compare, in a process of its own, which tells its parent what it has been through:
//   fork('serve.mjs', [app, options as JSON]) → { port }, then an answer to each message.
import { createServer } from 'node:http';
import { createServer as createHttp2Server } from 'node:http2';
import { guardServer } from '@faultless/node';
import { APPS } from './apps.mjs';

const [name, options = '{}'] = process.argv.slice(2);
const { guard = {}, server: serverOptions = {}, idle = 60_000 } = JSON.parse(options);
const bytesRead = [];
const statuses = {};

// At once, since a process that Node itself ends can't be asked any more.
const tell = (error) => process.send({ error: String(error?.stack ?? error) });
process.on('uncaughtException', tell);
process.on('unhandledRejection', tell);

const create = name.startsWith('http2') ? createHttp2Server : createServer;
const server = create({ connectionsCheckingInterval: 200, ...serverOptions }, await APPS[name]());
// Node leaves a session open behind some of its own GOAWAYs; a server must have a timeout for them.
if (name.startsWith('http2')) server.setTimeout(idle);
if (!name.endsWith('-bare')) {
  guardServer(server, {
    ...guard,
    report: ({ status }) => {
      statuses[status] = (statuses[status] ?? 0) + 1;
    },
  });
}
const sockets = new Set();
server.on('connection', (socket) => {
  sockets.add(socket);
  socket.on('close', () => {
    sockets.delete(socket);
    bytesRead.push(socket.bytesRead);
  });
});

process.on('message', (message) => {
  if (message === 'stop') {
    server.close();
    for (const socket of sockets) socket.destroy();
    process.disconnect();
    return;
  }
  globalThis.gc?.();
  process.send({
    bytesRead: bytesRead.splice(0),
    statuses: { ...statuses },
    handles: countHandles(),
    cpu: process.cpuUsage(),
    rss: process.memoryUsage.rss(),
    heap: process.memoryUsage().heapUsed,
  });
});

server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));

function countHandles() {
  const counts = {};
  for (const kind of process.getActiveResourcesInfo()) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
