import { HttpError, NotFound, UnavailableForLegalReasons } from '@faultless/core';
import { eachServer } from './support/each-server.js';

const fail = (): never => {
  throw new NotFound('No such order.');
};

/** What a handler sets for the response that it then does not send (obligations.md, every 4xx/5xx). */
const LEFTOVERS: readonly (readonly [name: string, value: string])[] = [
  ['ETag', '"33a64df5"'],
  ['Last-Modified', 'Wed, 21 Oct 2015 07:28:00 GMT'],
  ['Content-Length', '5'],
  ['Content-Length', '99999'],
  ['Content-Encoding', 'gzip'],
  ['Content-Range', 'bytes 0-9/100'],
  ['Content-Disposition', 'attachment; filename="order.pdf"'],
  ['Content-Language', 'fr'],
  ['Content-Location', '/orders/1.en'],
  ['Content-Type', 'application/pdf'],
  ['Content-MD5', 'Q2hlY2sgSW50ZWdyaXR5IQ=='],
  ['Content-Digest', 'sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:'],
  ['Repr-Digest', 'sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:'],
  ['Digest', 'sha-256=RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg='],
  ['Cache-Control', 'public, max-age=31536000, immutable'],
  ['Expires', 'Thu, 01 Dec 2094 16:00:00 GMT'],
  ['Pragma', 'cache'],
  ['Accept-Ranges', 'bytes'],
  ['Trailer', 'Server-Timing'],
  ['Transfer-Encoding', 'chunked'],
  ['Transfer-Encoding', 'gzip, chunked'],
  // Caches and proxies go by these in place of Cache-Control, the body and the address.
  ['CDN-Cache-Control', 'max-age=31536000'],
  ['Surrogate-Control', 'max-age=31536000'],
  ['X-Accel-Expires', '31536000'],
  ['X-Accel-Redirect', '/internal/order.pdf'],
  ['X-Sendfile', '/srv/orders/order.pdf'],
  ['Refresh', '5; url=/orders'],
  // RFC 9213: a cache that finds its own field ignores Cache-Control.
  ['Vercel-CDN-Cache-Control', 'max-age=31536000'],
  ['Netlify-CDN-Cache-Control', 'max-age=31536000'],
  ['Cloudflare-CDN-Cache-Control', 'max-age=31536000'],
  ['X-LiteSpeed-Cache-Control', 'public,max-age=31536000'],
  ['Edge-Control', 'cache-maxage=1y'],
  ['Cache-Tag', 'orders'],
  ['Edge-Cache-Tag', 'orders'],
  ['Surrogate-Key', 'orders'],
  // Of other statuses, or of the body that went.
  ['Location', '/orders/1'],
  ['Lock-Token', '<urn:uuid:1>'],
  ['Sec-WebSocket-Accept', 's3pPLMBiTxaQ9kYGzzhZRbK+xOo='],
  ['Preference-Applied', 'return=representation'],
  ['IM', 'feed'],
  ['Delta-Base', '"a"'],
  ['Age', '3600'],
  ['Memento-Datetime', 'Tue, 11 Sep 2001 20:35:00 GMT'],
  ['SourceMap', '/orders.js.map'],
  ['Use-As-Dictionary', 'match="/orders/*"'],
  ['Unencoded-Digest', 'sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:'],
  ['Signature', 'sig=:YQ==:'],
  ['Signature-Input', 'sig=("@status");created=1'],
  ['Content-Transfer-Encoding', 'binary'],
  ['Content-Description', 'File Transfer'],
  ['X-LiteSpeed-Location', '/internal/order.pdf'],
  ['X-Lighttpd-Send-File', '/srv/orders/order.pdf'],
  ['X-Reproxy-URL', 'http://store.internal/order.pdf'],
  ['X-Accel-Charset', 'utf-16'],
  // Of the connection, which Node describes itself.
  ['Keep-Alive', 'timeout=4711'],
  ['Proxy-Connection', 'close'],
  ['HTTP2-Settings', 'AAMAAABk'],
  ['TE', 'trailers'],
];

/** What an error may say of itself, where its status does not forbid it. */
const ON_PURPOSE: readonly string[] = [
  'Cache-Control',
  'CDN-Cache-Control',
  'Vercel-CDN-Cache-Control',
  'Netlify-CDN-Cache-Control',
  'Cloudflare-CDN-Cache-Control',
  'X-LiteSpeed-Cache-Control',
  'Edge-Control',
  'Cache-Tag',
  'Edge-Cache-Tag',
  'Surrogate-Key',
  'Expires',
  'Refresh',
  'Surrogate-Control',
];

/** What the app sets for every response; several values are several lines. */
const KEPT: readonly (readonly [name: string, value: string | readonly string[]])[] = [
  ['Access-Control-Allow-Origin', 'https://shop.example'],
  ['Access-Control-Allow-Credentials', 'true'],
  ['Access-Control-Expose-Headers', 'X-Request-Id'],
  ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'],
  ['Set-Cookie', ['session=1; HttpOnly', 'theme=dark']],
  ['X-Request-Id', '0b9f3f6c'],
  ['RateLimit', '"default";r=50;t=30'],
  ['RateLimit-Policy', '"default";q=100;w=60'],
  ['X-RateLimit-Remaining', '50'],
  ['Server-Timing', 'db;dur=53'],
  ['Traceparent', '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Resource-Policy', 'same-site'],
  ['Content-Security-Policy', "default-src 'self'"],
  ['Permissions-Policy', 'camera=()'],
  ['Alt-Svc', 'h3=":443"'],
  ['Clear-Site-Data', '"cookies"'],
  ['X-Custom', 'kept'],
];

eachServer('a header that the failed handler left', (start) => {
  it.each(LEFTOVERS)(
    'goes: %s: %s [leftovers] [content-length] [targeted-caching]',
    async (name, value) => {
      const server = await start((_request, response) => {
        response.setHeader(name, value);
        fail();
      });
      const connection = await server.connect();
      const response = await connection.request();
      expect(response.fields).not.toContainEqual([name, value]);
      expect(response.json()).toMatchObject({ status: 404, detail: 'No such order.' });
      expect(response.value('Content-Length')).toBe(String(response.body.length));
      // A byte too many or too few would show in the next response.
      expect((await connection.request()).status).toBe(404);
      expect((await connection.request({ method: 'HEAD' })).status).toBe(404);
      expect(connection.unread).toHaveLength(0);
    },
  );

  it('goes in whatever case it was written, and with all its lines', async () => {
    const server = await start((_request, response) => {
      response.setHeader('CONTENT-LENGTH', '3');
      response.setHeader('eTAG', ['"a"', '"b"']);
      response.setHeader('cache-control', ['public', 'max-age=60']);
      fail();
    });
    const response = await server.request();
    expect(response.values('ETag')).toEqual([]);
    expect(response.values('Cache-Control')).toEqual(['no-store']);
    expect(response.values('Content-Length')).toEqual([String(response.body.length)]);
  });

  it.each(KEPT)('stays: %s [app-fields-stay]', async (name, value) => {
    const server = await start((_request, response) => {
      response.setHeader(name, value);
      fail();
    });
    expect((await server.request()).values(name)).toEqual([value].flat());
  });

  it.each([
    ['Set-Cookie', ['session=1', 'theme=dark'], ['session=; Max-Age=0', 'theme=dark']],
    ['Link', ['</old>; rel="deprecation"'], ['</next>; rel="next"']],
  ])('has lines of %s, which the error adds its own to', async (name, ofApp, ofError) => {
    const server = await start((_request, response) => {
      response.setHeader(name, ofApp);
      throw new HttpError(409, { headers: { [name]: ofError } });
    });
    expect((await server.request()).values(name)).toEqual([...new Set([...ofApp, ...ofError])]);
  });

  it('has links beside those of the error and of who blocks [451-blocked-by]', async () => {
    const server = await start((_request, response) => {
      response.setHeader('Link', '</old>; rel="deprecation"');
      throw new UnavailableForLegalReasons({
        blockedBy: 'https://isp.example',
        headers: { Link: '</why>; rel="help"' },
      });
    });
    expect((await server.request()).values('Link')).toEqual([
      '</old>; rel="deprecation"',
      '<https://isp.example>; rel="blocked-by"',
      '</why>; rel="help"',
    ]);
  });

  it('is a Location, but where a 409 says so itself (RFC 8555 §7.3.5)', async () => {
    const server = await start(({ url = '' }, response) => {
      response.setHeader('Location', '/of-the-handler');
      throw new HttpError(Number(url.slice(1)), { headers: { Location: '/account/1' } });
    });
    expect((await server.request({ path: '/409' })).values('Location')).toEqual(['/account/1']);
    expect((await server.request({ path: '/403' })).values('Location')).toEqual([]);
  });

  it('leaves no trailers where a wrapper of the response sends chunks [no-trailers]', async () => {
    const server = await start((_request, response) => {
      response.addTrailers({ 'X-Checksum': 'abc' });
      const setHeader = response.setHeader.bind(response);
      const end = response.end.bind(response);
      // As compression does, which does not know the length of what it makes.
      response.setHeader = (name, value) =>
        name === 'Content-Length' ? response : setHeader(name, value);
      response.end = (body: unknown) => {
        response.write(body);
        return end();
      };
      fail();
    });
    const { bytes } = await server.request();
    expect(bytes.toString()).toMatch(/transfer-encoding: chunked/i);
    expect(bytes.toString()).not.toContain('X-Checksum');
  });

  it.each([200, 204, 206, 301, 304])(
    'and a status of %i leave nothing behind [status-range]',
    async (status) => {
      const server = await start((_request, response) => {
        response.statusCode = status;
        response.statusMessage = 'All Is Well';
        fail();
      });
      expect((await server.request()).statusLine).toBe('HTTP/1.1 404 Not Found');
    },
  );

  it('and trailers leave nothing behind', async () => {
    const server = await start((_request, response) => {
      response.setHeader('Trailer', 'X-Checksum');
      response.setHeader('Transfer-Encoding', 'chunked');
      response.addTrailers({ 'X-Checksum': 'abc' });
      fail();
    });
    const connection = await server.connect();
    expect((await connection.request()).fields.flat().join()).not.toMatch(
      /trailer|transfer-encoding|abc/i,
    );
    expect((await connection.request()).status).toBe(404);
    expect(connection.unread).toHaveLength(0);
  });

  it('does not come back with what the error brings', async () => {
    const barred = LEFTOVERS.filter(([name]) => !ON_PURPOSE.includes(name));
    const server = await start(() => {
      throw new HttpError(404, {
        headers: { ...Object.fromEntries(barred), Connection: 'close', 'X-Custom': 'brought' },
      });
    });
    const response = await server.request();
    for (const field of barred) expect(response.fields).not.toContainEqual(field);
    expect(response.value('Connection')).toBe('keep-alive');
    expect(response.value('X-Custom')).toBe('brought');
  });

  it.each(ON_PURPOSE)('may be brought by the error on purpose: %s', async (name) => {
    const server = await start((_request, response) => {
      response.setHeader(name, 'of the handler');
      throw new HttpError(410, { headers: { [name.toLowerCase()]: 'of the error' } });
    });
    const stored = await server.request();
    expect(stored.values(name)).toEqual(['of the error']);
  });

  it('is not taken for what the error says on purpose', async () => {
    const server = await start((_request, response) => {
      response.setHeader('Cache-Control', 'public, max-age=31536000');
      response.setHeader('Expires', 'Thu, 01 Dec 2094 16:00:00 GMT');
      throw new HttpError(410, { headers: { 'cache-control': 'max-age=60' } });
    });
    const response = await server.request();
    expect(response.value('Cache-Control')).toBe('max-age=60');
    expect(response.value('Expires')).toBeUndefined();
  });
});

eachServer('a kept-alive connection', (start) => {
  it('carries pipelined requests in order, whichever fails first', async () => {
    const server = await start(async (request) => {
      const delay = Number(request.url?.slice(1));
      await new Promise((resolve) => setTimeout(resolve, delay));
      throw new NotFound(`after ${delay}`);
    });
    const connection = await server.connect();
    for (const path of ['/30', '/1', '/15']) connection.send({ path });
    for (const detail of ['after 30', 'after 1', 'after 15']) {
      expect((await connection.read()).json()).toMatchObject({ status: 404, detail });
    }
    expect(connection.unread).toHaveLength(0);
  });

  it('is not desynchronised by a body that nobody read', async () => {
    const server = await start(fail);
    const connection = await server.connect();
    const body = 'GET /smuggled HTTP/1.1\r\nHost: test\r\n\r\n'.repeat(10_000);
    connection.send({ method: 'POST', body });
    expect((await connection.read('POST')).status).toBe(404);
    const next = connection.request({ path: '/next' }).catch(() => undefined);
    // Either the rest is read over, or the connection ends; what was in it is never answered.
    await Promise.race([next, connection.closed]);
    expect(server.reports.length).toBeLessThanOrEqual(2);
    expect(connection.unread).toHaveLength(0);
  });
});
