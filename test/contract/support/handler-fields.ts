import type { ServerResponse } from 'node:http';
import type { Handler } from '../../harness/servers.js';

/** What a handler may have set for an answer of its own before it threw. */
export const OF_THE_HANDLER: Readonly<Record<string, string | string[]>> = {
  'WWW-Authenticate': ['Bearer realm="secret"', 'Basic realm="secret"'],
  'Proxy-Authenticate': 'Basic realm="secret"',
  'Authentication-Info': 'nextnonce="secret"',
  'Proxy-Authentication-Info': 'nextnonce="secret"',
  'DPoP-Nonce': 'secret',
  Allow: 'GET, PURGE',
  'Retry-After': '4711',
  Accept: 'application/secret',
  'Accept-Encoding': 'secret',
  'Accept-Patch': 'application/secret',
  'Accept-Query': 'application/secret',
  Upgrade: 'secret/1',
  'Accept-Ranges': 'bytes',
  'Cache-Control': 'max-age=4711',
  'Content-Disposition': 'attachment; filename="secret.pdf"',
  'Content-Encoding': 'gzip',
  'Content-Language': 'tlh',
  'Content-Length': '4711',
  'Content-Location': '/secret',
  'Content-Range': 'bytes 0-1/4711',
  'Content-Type': 'application/secret',
  ETag: '"secret"',
  Expires: 'Thu, 01 Dec 2044 16:00:00 GMT',
  'Last-Modified': 'Thu, 01 Dec 1994 16:00:00 GMT',
  Pragma: 'secret',
  'Optional-WWW-Authenticate': 'Bearer realm="secret"',
  'Accept-Post': 'application/secret',
  Refresh: '5; url=/secret',
  'CDN-Cache-Control': 'max-age=4711',
  'Netlify-CDN-Cache-Control': 'max-age=4711',
  'Cloudflare-CDN-Cache-Control': 'max-age=4711',
  'Surrogate-Control': 'max-age=4711',
  'Vercel-CDN-Cache-Control': 'max-age=4711',
  'X-LiteSpeed-Cache-Control': 'max-age=4711',
  'Edge-Control': 'cache-maxage=4711',
  'Cache-Tag': 'secret',
  'Surrogate-Key': 'secret',
  Location: '/secret',
  'Preference-Applied': 'return=secret',
  IM: 'secret',
  'Delta-Base': '"secret"',
  Age: '4711',
  SourceMap: '/secret',
  'Use-As-Dictionary': 'match="/secret"',
  'Unencoded-Digest': 'sha-256=:c2VjcmV0:',
  Signature: 'sig=:c2VjcmV0:',
  'Signature-Input': 'sig=();keyid="secret"',
  'Lock-Token': '<urn:secret>',
  'Sec-WebSocket-Accept': 'secret',
  'X-LiteSpeed-Location': '/secret',
  'X-Lighttpd-Send-File': '/secret',
  'X-Reproxy-URL': 'http://secret.example',
  'X-Accel-Redirect': '/secret',
  'X-Accel-Limit-Rate': '4711',
  'X-Sendfile': '/secret',
  Connection: 'close, X-Secret',
  'Keep-Alive': 'timeout=4711',
  'Proxy-Connection': 'secret',
  'HTTP2-Settings': 'secret',
  TE: 'secret',
  Trailer: 'X-Secret',
  'Transfer-Encoding': 'chunked',
};

/** Sets all of them, and trailers. */
export const setAll: Handler = (_request, response) => {
  response.statusCode = 403;
  for (const [name, value] of Object.entries(OF_THE_HANDLER)) response.setHeader(name, value);
  response.addTrailers({ 'X-Secret': 'secret' });
};

/** What a handler may have told Node beside fields. */
export const OF_THE_RESPONSE: Readonly<Record<string, (response: ServerResponse) => void>> = {
  reason: (response) => {
    response.statusMessage = 'Secret';
  },
  status: (response) => {
    response.statusCode = 418;
  },
  last: (response) => {
    response.shouldKeepAlive = false;
  },
  undated: (response) => {
    response.sendDate = false;
  },
  dated: (response) => response.setHeader('dAtE', 'Thu, 01 Dec 1994 16:00:00 GMT'),
  strict: (response) => {
    response.strictContentLength = true;
    response.setHeader('content-LENGTH', '3');
  },
  unchunked: (response) => {
    response.useChunkedEncodingByDefault = false;
  },
  removed: (response) => {
    for (const name of ['Date', 'Connection', 'Transfer-Encoding', 'Content-Length']) {
      response.removeHeader(name);
    }
  },
  corked: (response) => {
    response.cork();
  },
  spelt: (response) => {
    response.setHeader('CONNECTION', ['close', 'x-secret']);
    response.setHeader('kEEP-aLIVE', ['timeout=4711']);
    response.setHeader('wWw-AuthentiCate', ['Basic realm="secret"', 'Bearer realm="secret"']);
    response.setHeader('AGE', ['4711']);
    response.setHeader('PREFERENCE-applied', ['secret']);
  },
};
