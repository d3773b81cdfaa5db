import type { IncomingMessage } from 'node:http';
import { isLocalRequest } from '../../packages/dev/src/is-local-request.js';
import { maskRequest } from '../../packages/dev/src/mask-request.js';

/** What else a request is made of. */
interface Parts {
  readonly address?: unknown;
  readonly version?: string;
  readonly url?: string;
}

/** A request as it comes from a browser on this machine, but for what is said. */
function request(headers: Record<string, string | undefined> = {}, parts: Parts = {}) {
  const { address, version, url } = { address: '127.0.0.1', version: '1.1', url: '/', ...parts };
  const [httpVersionMajor, httpVersionMinor] = version.split('.').map(Number);
  return {
    method: 'GET',
    url,
    httpVersionMajor,
    httpVersionMinor,
    headers: { host: 'localhost:3000', ...headers },
    socket: { remoteAddress: address },
  } as unknown as IncomingMessage;
}

it.each([
  '127.0.0.1',
  '127.0.0.2',
  '127.255.255.255',
  '::1',
  '0:0:0:0:0:0:0:1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
])('is open to %s', (address) => {
  expect(isLocalRequest(request({}, { address }))).toBe(true);
});

it.each([
  '126.255.255.255',
  '128.0.0.1',
  '10.0.0.1',
  '172.17.0.1',
  '192.168.1.2',
  '169.254.1.1',
  '0.0.0.0',
  '8.8.8.8',
  '::',
  '::2',
  'fe80::1',
  'fe80::1%lo',
  '::1%lo',
  'fd00::1',
  '2001:db8::1',
  '::ffff:10.0.0.1',
  '::ffff:128.0.0.1',
  '64:ff9b::7f00:1',
  'localhost',
  '127.0.0.1 ',
  '',
  // A Unix socket, or a connection that has ended.
  undefined,
  null,
  { toString: () => '127.0.0.1' },
])('is closed to the address %p', (address) => {
  expect(isLocalRequest(request({}, { address }))).toBe(false);
});

it.each([
  'localhost',
  'LOCALHOST:80',
  'localhost.',
  'app.localhost:3000',
  '127.0.0.1',
  '127.1.2.3:65535',
  '[::1]',
  '[::1]:3000',
  '[::ffff:127.0.0.1]:3000',
])('is open to the host %s', (host) => {
  expect(isLocalRequest(request({ host }))).toBe(true);
  expect(isLocalRequest(request({ host: undefined, ':authority': host }))).toBe(true);
});

it.each([
  'shop.example',
  'shop.example:3000',
  'localhost.shop.example',
  'evil-localhost',
  'localhost:3000.shop.example',
  '127.0.0.1.shop.example',
  '127.0.0.1.nip.io',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0.0.0.0',
  '[::]:3000',
  '[2001:db8::1]',
  '::1',
  'localhost@shop.example',
  'shop.example/localhost',
  'localhost, shop.example',
  '',
  undefined,
])('is closed to the host %p', (host) => {
  expect(isLocalRequest(request({ host }))).toBe(false);
});

it('is closed where one of two names is another', () => {
  expect(isLocalRequest(request({ host: 'localhost', ':authority': 'shop.example' }))).toBe(false);
  expect(isLocalRequest(request({ host: 'shop.example', ':authority': 'localhost' }))).toBe(false);
});

it.each([
  'forwarded',
  'via',
  'cdn-loop',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded',
  'x-real-ip',
  'x-client-ip',
  'x-cluster-client-ip',
  'true-client-ip',
  'fastly-client-ip',
  'cf-connecting-ip',
  'x-original-forwarded-for',
  'x-envoy-external-address',
  'x-amzn-trace-id',
  'x-appengine-user-ip',
])('is closed where %s shows a proxy', (name) => {
  expect(isLocalRequest(request({ [name]: '127.0.0.1' }))).toBe(false);
});

it('is closed to HTTP/1.0, which proxies on the same machine speak', () => {
  expect(isLocalRequest(request({}, { version: '1.0' }))).toBe(false);
  expect(isLocalRequest(request({}, { version: '0.9' }))).toBe(false);
  expect(isLocalRequest(request({}, { version: '2.0' }))).toBe(true);
});

it.each<[boolean, Record<string, string>]>([
  [true, { origin: 'http://localhost:5173' }],
  [true, { origin: 'http://127.0.0.1:5173', 'sec-fetch-site': 'cross-site' }],
  [true, { origin: 'http://[::1]:5173' }],
  [true, { 'sec-fetch-site': 'same-origin' }],
  [true, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
  [false, { origin: 'https://shop.example' }],
  [false, { origin: 'https://localhost.shop.example' }],
  [false, { origin: 'null' }],
  [false, { origin: '' }],
  [false, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
  [false, { 'sec-fetch-site': 'cross-site' }],
])('is open (%p) to what a page asks with %j', (expected, headers) => {
  expect(isLocalRequest(request(headers))).toBe(expected);
});

it('shows no secret of a request whole', () => {
  const { url, headers } = maskRequest(
    request(
      {
        accept: 'text/html',
        authorization: 'Bearer s3cr3t',
        'proxy-authorization': 's3cr3t',
        cookie: 'sid=s3cr3t; theme=s3cr3t=a',
        'x-api-key': 'a b s3cr3t',
        'x-csrf-token': 's3cr3t',
        'x-amz-signature': 's3cr3t',
        referer: 'http://localhost/?access_token=s3cr3t',
      },
      { url: '/a?page=2&access_token=s3cr3t&sig=s3cr3t;code=s3cr3t#x' },
    ),
  );
  expect(JSON.stringify({ url, headers })).not.toContain('s3cr3t');
  expect(url).toBe('/a?page=2&access_token=…&sig=…#x');
  expect(headers).toMatchObject({
    accept: 'text/html',
    authorization: 'Bearer …',
    cookie: 'sid=…; theme=…',
    'x-api-key': '…',
  });
});
