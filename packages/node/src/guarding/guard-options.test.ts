import { compileGuardOptions, type GuardOptions } from './guard-options.js';

const SECONDS = 'a number of seconds, 0 or more';

describe('compileGuardOptions', () => {
  it('has defaults', () => {
    expect(compileGuardOptions({})).toEqual({
      maxConnections: Number.POSITIVE_INFINITY,
      retryAfter: 1,
      upgradeProtocols: [],
      upgradeTimeout: 10,
      unclaimedWebSockets: 'refuse',
      answers: {},
    });
  });

  it('neither conceals nor extends, for which there would have to be a request', () => {
    const given = { conceal: () => true, extend: () => ({ a: 1 }), traceId: true };
    expect(compileGuardOptions(given as GuardOptions).answers).toEqual({ traceId: true });
  });

  it.each<GuardOptions>([
    { maxConnections: 0 },
    { maxConnections: 1 },
    { retryAfter: 0 },
    { retryAfter: 2_147_483 },
    { upgradeTimeout: 0 },
    { upgradeProtocols: ['websocket', 'HTTP/2.0', 'a_b/!#'] },
    { unclaimedWebSockets: 'request' },
  ])('takes %j', (options) => {
    expect(compileGuardOptions(options)).toMatchObject(options);
  });

  it.each<readonly [string, unknown, string]>([
    ['maxConnections', -1, 'a number, 0 or more, not -1'],
    ['maxConnections', '9', 'a number, 0 or more, not "9"'],
    ['retryAfter', -1, `${SECONDS}, not -1`],
    ['retryAfter', 2_147_484, `${SECONDS}, not 2147484`],
    ['upgradeTimeout', 2_147_484, `${SECONDS}, not 2147484`],
    ['upgradeProtocols', ['a/b/c'], 'a list of one or more protocol names, not ["a/b/c"]'],
    ['upgradeProtocols', ['/b'], 'a list of one or more protocol names, not ["/b"]'],
    ['upgradeProtocols', ['a', 7], 'a list of one or more protocol names, not ["a", 7]'],
    ['upgradeProtocols', 'a', 'a list of one or more protocol names, not "a"'],
    ['unclaimedWebSockets', true, "'refuse' or 'request', not true"],
  ])('refuses %s: %j', (name, value, complaint) => {
    expect(() => compileGuardOptions({ [name]: value })).toThrow(
      new TypeError(`guardServer: option ${name} must be ${complaint}`),
    );
  });
});
