import { createServer, type IncomingMessage } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { guardServer } from './guard-server.js';

const HANDSHAKE = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

/** What a server says that asks, as those of later Nodes do. */
function choose(
  headers: Readonly<Record<string, string>>,
  { says = true, listens = true, upgradeProtocols = ['irc'] } = {},
): boolean {
  const server = Object.assign(createServer(), { shouldUpgradeCallback: () => says });
  if (listens) server.on('upgrade', () => undefined);
  const [first, ...others] = upgradeProtocols;
  const offer = first === undefined ? {} : { upgradeProtocols: [first, ...others] as const };
  guardServer(server, { ...offer, report: () => undefined });
  return (server.shouldUpgradeCallback as (request: Partial<IncomingMessage>) => boolean)({
    method: 'GET',
    headers,
  });
}

describe('a server that asks which upgrades are upgrades', () => {
  it.each<[what: string, answer: boolean, expected: boolean]>([
    ['for an offered protocol', choose({ upgrade: 'IRC' }), true],
    ['for a handshake, which gets its 426', choose(HANDSHAKE), true],
    ['for another protocol', choose({ upgrade: 'h2c' }), false],
    ['for any, where none is named', choose({ upgrade: 'h2c' }, { upgradeProtocols: [] }), true],
    ['where nobody listens', choose({ upgrade: 'irc' }, { listens: false }), false],
    ['where the application says no', choose({ upgrade: 'irc' }, { says: false }), false],
  ])('is told %s', (_what, answer, expected) => {
    expect(answer).toBe(expected);
  });
});
