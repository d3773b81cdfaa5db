// What the guard costs a good request, in processor time of the server:
//   node test/server/load/guard-cost.mjs [--rounds 11] [--requests 40000]
// A bare server of node:http and a guarded one, each in a process of its own, take turns.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const REQUEST = 'GET / HTTP/1.1\r\nHost: cost.example\r\nAccept: */*\r\n\r\n';

if (process.send === undefined) await measure();
else await serve(process.argv[2] === 'guarded');

async function serve(guarded) {
  const server = createServer((_request, response) => response.end('fine'));
  if (guarded) {
    const { guardServer } = await import('@faultless/node');
    guardServer(server);
  }
  process.on('message', () => process.send(process.cpuUsage()));
  server.listen(0, '127.0.0.1', () => process.send(server.address().port));
}

async function measure() {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '11' },
      requests: { type: 'string', default: '40000' },
    },
  });
  const servers = await Promise.all(['bare', 'guarded'].map(start));
  const count = Number(values.requests);
  const times = servers.map(() => []);
  for (let round = -2; round < Number(values.rounds); round += 1) {
    // Whoever goes first goes second in the next round.
    for (const index of round % 2 === 0 ? [0, 1] : [1, 0]) {
      const time = await timeOf(servers[index], count);
      if (round >= 0) times[index].push(time);
    }
  }
  for (const { child } of servers) child.kill();
  const [bare, guarded] = times.map(median);
  const shares = times[0].map((time, round) => times[1][round] / time - 1);
  console.log(
    `${values.rounds} rounds of ${count} requests, medians: bare ${bare.toFixed(2)} us, ` +
      `guarded ${guarded.toFixed(2)} us of processor time each; ` +
      `the guard ${(guarded - bare).toFixed(2)} us, ${(100 * median(shares)).toFixed(1)} % (median of the rounds)`,
  );
}

async function start(kind) {
  const child = fork(fileURLToPath(import.meta.url), [kind]);
  const [port] = await once(child, 'message');
  return { child, port };
}

async function timeOf({ child, port }, count) {
  const usage = async () => {
    child.send('usage');
    const [{ user, system }] = await once(child, 'message');
    return user + system;
  };
  const before = await usage();
  await Promise.all(Array.from({ length: 8 }, () => ask(port, count / 8)));
  return ((await usage()) - before) / count;
}

function ask(port, count) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' });
    let left = count;
    socket.on('error', reject);
    socket.on('close', resolve);
    socket.on('connect', () => socket.write(REQUEST));
    // Each answer is one packet.
    socket.on('data', () => {
      left -= 1;
      if (left > 0) socket.write(REQUEST);
      else socket.destroy();
    });
  });
}

function median(list) {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
}
