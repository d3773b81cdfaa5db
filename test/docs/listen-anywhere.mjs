// Loaded before a snippet runs: a server that it starts listens on a free loopback port, and says so.
import { Server } from 'node:net';

const listen = Server.prototype.listen;

Server.prototype.listen = function listenAnywhere(...args) {
  const callback = args.find((arg) => typeof arg === 'function');
  this.once('listening', () => process.send?.({ port: this.address().port }));
  return listen.call(this, 0, '127.0.0.1', callback);
};
