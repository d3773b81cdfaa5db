import type { AddressInfo } from 'node:net';
import { findContender } from './contenders.js';

// A process of its own for one contender: it says on which port it listens, answers each message with
// the CPU time that it has used, and ends with its parent.
const [group = '', name = ''] = process.argv.slice(2);

const server = await findContender(group, name).create();
// What contenders print of a 500 is not measured.
console.error = () => undefined;
server.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port);
});
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.(user + system);
});
process.on('disconnect', () => process.exit());
