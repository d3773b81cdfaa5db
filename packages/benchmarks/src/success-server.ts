import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SUCCESSES } from './contenders/successes.js';

// A process that serves one success in several ways, which take turns: so close to each other that
// what the machine does besides, and how this process came to lie in memory, strikes all alike. It
// answers a message with the CPU time of each request, in microseconds, in each way, turn by turn.
const TURN = 20;
/** Turns with fewer requests, as before and after the load, tell nothing. */
const FEWEST = 20;

const ways = Object.values(SUCCESSES[process.argv[2] ?? ''] ?? {});
const turns: number[][] = [];
let costs: number[] = [];
let taken = 0;
let current = 0;
let requests = 0;
let before = process.cpuUsage();

const server = createServer((request, response) => {
  requests += 1;
  ways[current]?.(request, response);
});
server.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port);
});

setInterval(() => {
  const { user, system } = process.cpuUsage(before);
  costs[current] = requests < FEWEST ? Number.NaN : (user + system) / requests;
  taken += 1;
  if (taken % ways.length === 0) {
    if (!costs.includes(Number.NaN)) turns.push(costs);
    costs = [];
  }
  // Another one begins each time.
  current = (taken + Math.floor(taken / ways.length)) % ways.length;
  requests = 0;
  before = process.cpuUsage();
}, TURN);

process.on('message', () => process.send?.(turns));
process.on('disconnect', () => process.exit());
