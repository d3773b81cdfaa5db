import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { handle } from '@faultless/node';

// A server of which every answer is a fault, reported by the default or not at all; it answers each message with
// the CPU time that it has used.
const options = process.argv[2] === 'the default' ? {} : { report: () => undefined };

const server = createServer(
  handle(({ url }) => {
    throw new TypeError(`no price for ${url}`);
  }, options),
);
server.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port);
});
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.(user + system);
});
process.on('disconnect', () => process.exit());
