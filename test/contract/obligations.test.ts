import {
  ContentTooLarge,
  type HttpError,
  MethodNotAllowed,
  RangeNotSatisfiable,
  RequestTimeout,
  ServiceUnavailable,
  StepUpRequired,
  TooEarly,
  TooManyRequests,
  UnavailableForLegalReasons,
  UnsupportedMediaType,
  UpgradeRequired,
} from '@faultless/node';
import { describeEachServer } from '../harness/describe-each-server.js';
import { throwing } from '../harness/throwing.js';

type Fields = Readonly<Record<string, string | undefined>>;

/** What each class owes in fields; undefined for a field that must not be there. */
const FIELDS: readonly (readonly [what: string, error: HttpError, fields: Fields])[] = [
  ['methods [405-allow]', new MethodNotAllowed(['GET', 'HEAD']), { Allow: 'GET, HEAD' }],
  ['no methods [405-allow]', new MethodNotAllowed([]), { Allow: '' }],
  [
    'a size [416-content-range]',
    new RangeNotSatisfiable(47022),
    { 'Content-Range': 'bytes */47022' },
  ],
  ['no bytes [416-content-range]', new RangeNotSatisfiable(0), { 'Content-Range': 'bytes */0' }],
  [
    'a protocol [426-upgrade] [426-connection]',
    new UpgradeRequired('websocket'),
    { Upgrade: 'websocket', Connection: 'upgrade' },
  ],
  [
    'protocols [426-upgrade] [426-connection]',
    new UpgradeRequired(['websocket', 'TLS/1.3']),
    { Upgrade: 'websocket, TLS/1.3', Connection: 'upgrade' },
  ],
  [
    'media types [415-accept] [415-no-accept-encoding]',
    new UnsupportedMediaType({ accept: ['application/json', 'text/csv'] }),
    { Accept: 'application/json, text/csv', 'Accept-Encoding': undefined },
  ],
  [
    'codings [415-accept-encoding]',
    new UnsupportedMediaType({ acceptEncoding: ['gzip', 'br'] }),
    { 'Accept-Encoding': 'gzip, br', Accept: undefined },
  ],
  [
    'patch formats [415-accept-patch] [415-no-accept-encoding]',
    new UnsupportedMediaType({ acceptPatch: ['application/json-patch+json'] }),
    { 'Accept-Patch': 'application/json-patch+json', 'Accept-Encoding': undefined },
  ],
  [
    'query formats [415-accept-query] [415-no-accept-encoding]',
    new UnsupportedMediaType({
      acceptQuery: ['application/sql; charset=UTF-8; V="a;\\"b"', '3gpp/*', '*/*; q=0.5'],
    }),
    {
      'Accept-Query': 'application/sql;charset=UTF-8;v="a;\\"b", "3gpp/*", */*;q="0.5"',
      'Accept-Encoding': undefined,
    },
  ],
  [
    'seconds [413-retry-after]',
    new ContentTooLarge({ retryAfter: 60 }),
    { 'Retry-After': '60', Connection: undefined },
  ],
  [
    'seconds [503-retry-after]',
    new ServiceUnavailable({ retryAfter: 120 }),
    { 'Retry-After': '120' },
  ],
  ['seconds [429-details]', new TooManyRequests({ retryAfter: 30 }), { 'Retry-After': '30' }],
  [
    'who blocks [451-blocked-by]',
    new UnavailableForLegalReasons({ blockedBy: 'https://isp.example/?a=b&c' }),
    { Link: '<https://isp.example/?a=b&c>; rel="blocked-by"' },
  ],
  [
    'who blocks, by a URI that is encoded already [451-blocked-by]',
    new UnavailableForLegalReasons({ blockedBy: 'http://[::1]/a%20b' }),
    { Link: '<http://[::1]/a%20b>; rel="blocked-by"' },
  ],
  [
    'who blocks, with what would leave the link [451-blocked-by] [field-values]',
    new UnavailableForLegalReasons({ blockedBy: 'https://isp.example/>\r\nX-Evil: 1' }),
    { Link: '<https://isp.example/%3E%0D%0AX-Evil:%201>; rel="blocked-by"', 'X-Evil': undefined },
  ],
  [
    'who blocks, as it is written in a URI [451-blocked-by]',
    new UnavailableForLegalReasons({ blockedBy: 'https://[2001:db8::1]/court%20order' }),
    { Link: '<https://[2001:db8::1]/court%20order>; rel="blocked-by"' },
  ],
  [
    'who blocks, as it is written nowhere [451-blocked-by] [field-values]',
    new UnavailableForLegalReasons({ blockedBy: 'https://isp.example/caf\u00e9 \ud800' }),
    { Link: '<https://isp.example/caf%C3%A9%20%EF%BF%BD>; rel="blocked-by"' },
  ],
];

describe('HttpError', () => {
  describeEachServer((server) => {
    it.each(FIELDS)('sends the fields that its status owes: %s', async (_what, thrown, fields) => {
      const { request, lastReport } = await server.start(throwing(thrown));
      const response = await request();
      expect(response.status).toBe(thrown.status);
      for (const [name, value] of Object.entries(fields)) {
        if (value === undefined && name === 'Connection') {
          expect(response.value(name)).not.toBe('close');
        } else {
          expect([name, ...response.values(name)]).toEqual(
            value === undefined ? [name] : [name, value],
          );
        }
      }
      expect(lastReport().notices).toEqual([]);
    });

    it('closes the connection after a 408, and says so [408-close]', async () => {
      const { exchange, raw } = await server.start(throwing(new RequestTimeout()));
      const get = 'GET / HTTP/1.1\r\nHost: test\r\nConnection: keep-alive\r\n\r\n';
      const response = await raw(get, { untilClosed: true });
      expect(response.value('Connection')).toBe('close');
      const { responses, closed } = await exchange(get + get, { responses: 2 });
      expect([responses.length, closed]).toEqual([1, true]);
    });

    it.each([
      ['of HTTP/1.1 that asks for it', 'GET / HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n'],
      ['of HTTP/1.0', 'GET / HTTP/1.0\r\nHost: test\r\n\r\n'],
    ])('closes the connection after a 426 for a client %s [426-connection]', async (_who, get) => {
      const { raw } = await server.start(throwing(new UpgradeRequired('websocket')));
      const response = await raw(get, { untilClosed: true });
      expect(response.value('Connection')).toBe('upgrade, close');
      expect(response.closed).toBe(true);
    });

    it('keeps the connection after any other [408-close]', async () => {
      const { exchange } = await server.start(throwing(new TooEarly()));
      const get = 'GET / HTTP/1.1\r\nHost: test\r\n\r\n';
      const { responses, closed } = await exchange(get + get, { responses: 2 });
      expect(responses.map(({ status }) => status)).toEqual([425, 425]);
      expect(closed).toBe(false);
    });
  });

  it.each<[string, () => unknown]>([
    ['allow must be', () => new MethodNotAllowed(undefined as unknown as string[])],
    [
      'blockedBy must be',
      () => new UnavailableForLegalReasons({ blockedBy: 7 as unknown as string }),
    ],
    ['allow must be', () => new MethodNotAllowed('GET' as unknown as string[])],
    ['allow must be', () => new MethodNotAllowed([''])],
    ['allow must be', () => new MethodNotAllowed(['GET, X', 'GET\r\nX-Evil: 1'])],
    ['size must be', () => new RangeNotSatisfiable(-1)],
    ['size must be', () => new RangeNotSatisfiable(1.5)],
    ['size must be', () => new RangeNotSatisfiable('7' as unknown as number)],
    ['protocols must', () => new UpgradeRequired('')],
    ['protocols must', () => new UpgradeRequired('TLS/1.0/x')],
    ['protocols must', () => new UpgradeRequired([] as unknown as [string])],
    ['protocols must', () => new UpgradeRequired(undefined as unknown as string)],
    ['a step-up must', () => new StepUpRequired({} as unknown as { maxAge: number })],
    ['a step-up must', () => new StepUpRequired(undefined as unknown as { maxAge: number })],
  ])('can not be made without what its status owes: %s', (message, make) => {
    expect(make).toThrow(TypeError);
    expect(make).toThrow(message);
  });
});
