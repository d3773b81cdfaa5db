import { createServer } from 'node:http';
import { HttpError, handle } from '@faultless/node';
import { OBLIGATIONS } from '../../packages/core/src/headers/obligations.js';
import { REGISTERED } from '../contract/support/registered.js';
import { type Listening, listen } from '../harness/listen.js';
import type { RawResponse } from '../harness/raw-response.js';

type Fields = Readonly<Record<string, string | readonly string[]>>;

interface Case {
  readonly status?: number;
  /** What the handler had set before it failed. */
  readonly set?: Fields;
  /** What the error carries. */
  readonly headers?: Fields;
}

let server: Listening;
let current: Case = {};

beforeAll(async () => {
  const fail = handle(
    (_request, response) => {
      const { status = 400, set = {}, headers } = current;
      for (const [name, value] of Object.entries(set)) response.setHeader(name, value);
      throw new HttpError(status, { headers: headers as Record<string, string> });
    },
    { report: () => undefined },
  );
  server = await listen(createServer(fail));
});
afterAll(() => server.close());

async function answer(one: Case): Promise<RawResponse> {
  current = one;
  return await server.request();
}

/** The fields that say how long, and by whom, a response may be stored, and their like. */
const OF_THE_FAILED = {
  'RFC 9111 §5': 'Cache-Control Expires',
  'RFC 9213 §2': 'CDN-Cache-Control Vercel-CDN-Cache-Control',
  'of some caches':
    'Edge-Control Surrogate-Control Surrogate-Key Cache-Tag Cache-Tags xkey Cache-Keys',
  'RFC 9875 §2': 'Cache-Groups',
  'HTML §4.2.5.3': 'Refresh',
};

/** The fields that speak of a representation, of framing, or of an answer that succeeded. */
const STALE = {
  'RFC 9110 §8.3–8.8': `Content-Type Content-Encoding Content-Language Content-Length
    Content-Location Last-Modified ETag`,
  'RFC 9110 §14': 'Accept-Ranges Content-Range',
  'RFC 9110 §6.6.2': 'Trailer',
  'RFC 9110 §10.2.2': 'Location',
  'RFC 9111 §5.1, §5.4': 'Age Pragma',
  'RFC 9112 §6.1': 'Transfer-Encoding',
  'RFC 9112 §C.2.2': 'Keep-Alive Proxy-Connection',
  'RFC 9110 §10.1.4': 'TE',
  'RFC 9113 §3.2.1': 'HTTP2-Settings',
  'RFC 6266': 'Content-Disposition',
  'RFC 1864': 'Content-MD5',
  'RFC 2045 §4, §9': 'MIME-Version Content-Transfer-Encoding Content-ID Content-Description',
  'RFC 2295 §8': 'Alternates TCN Variant-Vary',
  'RFC 3229 §10': 'IM Delta-Base',
  'RFC 3230, 9530': 'Digest Content-Digest Repr-Digest Unencoded-Digest',
  'RFC 4918 §10.5': 'Lock-Token',
  'RFC 4437 §12': 'Redirect-Ref',
  'RFC 6455 §11.3': 'Sec-WebSocket-Accept Sec-WebSocket-Extensions Sec-WebSocket-Protocol',
  'RFC 6638, 8607': 'Schedule-Tag Cal-Managed-ID',
  'RFC 7089 §2': 'Memento-Datetime',
  'RFC 7240 §3': 'Preference-Applied',
  'RFC 8613 §11': 'OSCORE',
  'RFC 9211': 'Cache-Status',
  'RFC 9297 §3.4': 'Capsule-Protocol',
  'RFC 9421 §4': 'Signature Signature-Input',
  'RFC 9842 §2': 'Use-As-Dictionary',
  'No-Vary-Search, Variants': 'No-Vary-Search Variants Variant-Key Key',
  'ECMA-426': 'SourceMap X-SourceMap',
  'of proxies':
    'X-Accel-Redirect X-Sendfile X-Lighttpd-Send-File X-LiteSpeed-Location X-Reproxy-URL',
};

/** The fields that are the app's, whatever becomes of the answer. */
const KEPT = {
  'Fetch §3.3': `Access-Control-Allow-Origin Access-Control-Allow-Credentials
    Access-Control-Expose-Headers Cross-Origin-Resource-Policy`,
  'RFC 6797': 'Strict-Transport-Security',
  'CSP §3': 'Content-Security-Policy Content-Security-Policy-Report-Only',
  'RFC 6265': 'Set-Cookie',
  'RFC 8288': 'Link',
  'RFC 9110 §10.2.4, §7.6.3, §12.5.5': 'Server Via Vary',
  'RFC 8594, 9745': 'Sunset Deprecation',
  'of apps': 'X-Request-Id X-RateLimit-Remaining RateLimit Server-Timing X-Frame-Options',
};

/** The fields that belong to another status than 404. */
const OF_OTHER_STATUSES = {
  'RFC 9110 §11.6': 'WWW-Authenticate Authentication-Info',
  'RFC 9110 §11.7': 'Proxy-Authenticate Proxy-Authentication-Info',
  'RFC 8053': 'Optional-WWW-Authenticate Authentication-Control',
  'RFC 9449 §8': 'DPoP-Nonce',
  'RFC 9110 §10.2.1, §10.2.3': 'Allow Retry-After',
  'RFC 9110 §12.5.1, §12.5.3': 'Accept Accept-Encoding',
  'RFC 5789, LDP, RFC 10008': 'Accept-Patch Accept-Post Accept-Query',
  'RFC 6455 §4.4': 'Sec-WebSocket-Version',
};

/** The fields that the server writes itself. */
const OF_THE_SERVER = { 'RFC 9110 §6.6.1': 'Date', 'RFC 9110 §7.6.1': 'Connection' };

/** Each field of a table, beside what says so. */
function list(facts: Readonly<Record<string, string>>): (readonly [string, string])[] {
  return Object.entries(facts).flatMap(([source, names]) =>
    names.split(/\s+/).map((name) => [name, source] as const),
  );
}

const MARK = '7';
const has = (response: RawResponse, name: string): boolean =>
  response.values(name).some((value) => value.split(', ').includes(MARK));

describe('a field of the answer that failed', () => {
  it.each([...list(OF_THE_FAILED), ...list(STALE)])('%s goes with it: %s', async (name) => {
    expect(has(await answer({ set: { [name]: MARK } }), name)).toBe(false);
  });

  it.each([...list(KEPT), ...list(OF_OTHER_STATUSES)])('%s stays: %s', async (name) => {
    expect(has(await answer({ set: { [name]: MARK } }), name)).toBe(true);
  });

  it.each(list(OF_OTHER_STATUSES))('%s is not of a 404: %s', async (name) => {
    expect(has(await answer({ status: 404, set: { [name]: MARK } }), name)).toBe(false);
  });

  it('Accept-Encoding is not of a 415 (RFC 9110 §12.5.3)', async () => {
    const response = await answer({ status: 415, set: { 'Accept-Encoding': MARK } });
    expect(response.values('accept-encoding')).toEqual([]);
  });

  it.each([
    ['bytes */7', 416, ['bytes */7']],
    ['bytes 0-1/7', 416, []],
    ['bytes */7', 400, []],
  ])('Content-Range: %s of a %i comes to %j (RFC 9110 §14.4)', async (value, status, sent) => {
    const response = await answer({ status, set: { 'Content-Range': value } });
    expect(response.values('content-range')).toEqual(sent);
  });
});

describe('a field of an error', () => {
  it.each([...list(OF_THE_FAILED), ...list(KEPT)])('%s leaves: %s', async (name) => {
    expect(has(await answer({ headers: { [name]: MARK } }), name)).toBe(true);
  });

  it.each([...list(STALE), ...list(OF_THE_SERVER)])('%s is left out: %s', async (name) => {
    expect(has(await answer({ headers: { [name]: MARK } }), name)).toBe(false);
  });

  describe.each([
    ['Location', '/7', 409, 'RFC 8555 §7.3.5'],
    ['Content-Range', 'bytes */7', 416, 'RFC 9110 §14.4'],
    ['Upgrade', 'h2c', 426, 'RFC 9110 §7.8'],
  ] as const)('%s: %s is of a %i alone: %s', (name, value, its, _source) => {
    it.each(REGISTERED)('and not of others: %i', async (status) => {
      const response = await answer({ status, headers: { [name]: value } });
      expect(response.values(name).includes(value)).toBe(status === its);
    });
  });
});

describe('a field of which both speak', () => {
  it('Content-Range is the error’s: RFC 9110 §14.4', async () => {
    const set = { 'Content-Range': 'bytes */7' };
    const headers = { 'Content-Range': 'bytes */8' };
    const { values } = await answer({ status: 416, set, headers });
    expect(values('content-range')).toEqual(['bytes */8']);
  });

  it('Set-Cookie is of all who set it, however they spell it: RFC 6265 §3', async () => {
    const headers = { 'Set-Cookie': '8', 'set-cookie': '9' };
    const { values } = await answer({ set: { 'Set-Cookie': '7' }, headers });
    expect(values('set-cookie')).toEqual(['7', '8', '9']);
  });

  it.each(['Retry-After', 'Content-Range'])('%s without a text is none', async (name) => {
    const headers = { [name]: { no: 'text' } } as unknown as Fields;
    const { status, values } = await answer({ status: 416, headers });
    expect([status, values(name)]).toEqual([416, []]);
  });
});

describe('what a status owes', () => {
  /** RFC 9110 unless named. */
  const OWED: readonly (readonly [status: number, name: string, value: string, source: string])[] =
    [
      [401, 'WWW-Authenticate', 'Bearer realm="api"', '§11.6.1'],
      [405, 'Allow', '', '§10.2.1'],
      [407, 'Proxy-Authenticate', 'Bearer realm="api"', '§11.7.1'],
      [408, 'Connection', 'close', 'RFC 9112 §9.6'],
      [426, 'Upgrade', 'HTTP/1.1', '§15.5.22'],
      [426, 'Connection', 'upgrade', '§7.8'],
    ];
  /** RFC 6585 §3–6 */
  // A 404 may conceal something, whose owner a cache would hand it to.
  const NEVER_STORED = [404, 428, 429, 431, 511];

  it.each(OWED)('%i: %s: %s (%s)', async (status, name, value) => {
    expect((await answer({ status })).value(name)?.toLowerCase()).toBe(value.toLowerCase());
  });

  it.each(REGISTERED)('%i owes none of the others', async (status) => {
    const response = await answer({ status });
    for (const name of new Set(OWED.map(([, its]) => its))) {
      if (name === 'Connection') continue;
      const owes = OWED.some(([its, field]) => its === status && field === name);
      expect([name, response.value(name) !== undefined]).toEqual([name, owes]);
    }
  });

  it.each(REGISTERED)('%i is stored only if it may be', async (status) => {
    const { value } = await answer({ status, headers: { 'Cache-Control': 'max-age=7' } });
    expect(value('cache-control')).toBe(NEVER_STORED.includes(status) ? 'no-store' : 'max-age=7');
  });

  it('leaves no row without a fact', () => {
    const facts = [...OWED.map(([status]) => status), ...NEVER_STORED, 415, 416];
    expect([...OBLIGATIONS.keys()].sort()).toEqual([...new Set(facts)].sort());
  });
});

/** Fields whose value is no list. */
const SINGLE = {
  'Fetch §3.3.3': `Access-Control-Allow-Credentials Access-Control-Allow-Origin
    Access-Control-Max-Age`,
  'HTML §7.1': `Cross-Origin-Embedder-Policy Cross-Origin-Opener-Policy Origin-Agent-Cluster
    X-Frame-Options Refresh`,
  'Fetch §3.7': 'Cross-Origin-Resource-Policy',
  'RFC 6797 §6.1': 'Strict-Transport-Security',
  'RFC 8594 §3, 9745 §2': 'Sunset Deprecation',
  'RFC 9110 §10.2.3, §10.2.4': 'Retry-After Server',
  'RFC 9111 §5.3': 'Expires',
  'Trace Context §3.2, DNT §6': 'Traceparent Tk DNT',
  'RFC 9110, of requests': `Authorization Proxy-Authorization From Host If-Match If-Modified-Since
    If-None-Match If-Range If-Unmodified-Since Max-Forwards Range Referer User-Agent`,
  'of requests': 'Access-Control-Request-Method Upgrade-Insecure-Requests',
};

/** Fields that may come in several lines. */
const LISTED = {
  'RFC 9110 §5.3': 'Set-Cookie',
  'RFC 8288 §3': 'Link',
  'RFC 9110 §7.6.3': 'Via',
  'RFC 9111 §5.2': 'Cache-Control',
  'CSP §3.1': 'Content-Security-Policy',
  'Server Timing': 'Server-Timing',
};

describe('a field with two values', () => {
  it.each(list(SINGLE))('%s keeps the first: %s', async (name) => {
    expect((await answer({ headers: { [name]: ['7', '8'] } })).values(name)).toEqual(['7']);
    expect((await answer({ headers: { [name]: ['8', '7'] } })).values(name)).toEqual(['8']);
  });

  it('DPoP-Nonce keeps the last: RFC 9449 §8', async () => {
    const { values } = await answer({ headers: { 'DPoP-Nonce': ['7', '8'] } });
    expect(values('dpop-nonce')).toEqual(['8']);
  });

  it.each(list(LISTED))('%s keeps both: %s', async (name) => {
    expect((await answer({ headers: { [name]: ['7', '8'] } })).values(name)).toEqual(['7', '8']);
  });
});

describe('a plain error', () => {
  it('has these fields, and no others', async () => {
    const { fields } = await answer({ status: 404 });
    expect(fields.map(([name]) => name.toLowerCase()).sort()).toEqual([
      'cache-control',
      'connection',
      'content-language',
      'content-length',
      'content-type',
      'date',
      'keep-alive',
      'vary',
      'x-content-type-options',
    ]);
  });
});
