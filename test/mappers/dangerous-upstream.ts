import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { listen } from '../harness/listen.js';
import { LOCALHOST } from '../harness/localhost.js';
import { closedPort } from './bad-upstream.js';

/** In the fields and bodies of the upstream; never in an answer of ours. */
export const PLANTED = 'planted-by-another-server';

/** What must not come from a stranger: each of them rules a client, a cache or a page. */
export const DANGEROUS: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Credentials': 'true',
  'Access-Control-Allow-Origin': `https://${PLANTED}.example`,
  'Access-Control-Expose-Headers': PLANTED,
  'Alt-Svc': `h3="${PLANTED}.example:443"`,
  'Cache-Control': 'public, max-age=31536000',
  'CDN-Cache-Control': 'max-age=31536000',
  'Clear-Site-Data': '"*"',
  'Content-Language': 'tlh',
  'Content-Security-Policy': `default-src ${PLANTED}.example`,
  ETag: `"${PLANTED}"`,
  Link: `<https://${PLANTED}.example/>; rel="preload"`,
  Location: `https://${PLANTED}.example/`,
  NEL: `{"report_to":"${PLANTED}","max_age":31536000}`,
  'Proxy-Authenticate': `Basic realm="${PLANTED}"`,
  Refresh: `0; url=https://${PLANTED}.example/`,
  'Request-Id': PLANTED,
  'Set-Cookie': `session=${PLANTED}`,
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains; preload',
  'WWW-Authenticate': `Basic realm="${PLANTED}"`,
  'X-Content-Type-Options': 'sniff',
  'X-Frame-Options': 'ALLOWALL',
  'X-Internal-Host': PLANTED,
  'X-Request-Id': PLANTED,
};

/** Ways to say when to come back, each of them seven seconds from now. */
export const TIMES: Readonly<Record<string, () => Readonly<Record<string, string>>>> = {
  seconds: () => ({ 'Retry-After': '7' }),
  date: () => ({ 'Retry-After': new Date(Date.now() + 3_600_000).toUTCString() }),
  milliseconds: () => ({ 'Retry-After-Ms': '6200' }),
  reset: () => ({ 'X-RateLimit-Reset': String(Math.ceil(Date.now() / 1000) + 3600) }),
};

/** Contents of an answer that is not what an SDK was written for: a proxy's, on the way. */
export const CONTENTS: Readonly<Record<string, readonly [type: string, content: string]>> = {
  page: ['text/html', `<!doctype html><title>${PLANTED}</title>`],
  nothing: ['application/json', ''],
};

/** A server that refuses with the status, and the time, that the path begins with. */
export interface DangerousUpstream {
  /** The origin of clear text, and that of TLS, whose certificate is that of `LOCALHOST`. */
  readonly origin: string;
  readonly secureOrigin: string;
  /** Where nobody listens. */
  readonly closedOrigin: string;
  close(): Promise<void>;
}

/**
 * Starts it on two loopback ports. `/401/…` is refused, `/429-date/…` and `/404-page/…` too; other paths
 * wait for ever.
 */
export async function startDangerousUpstream(): Promise<DangerousUpstream> {
  const clear = await listen(createServer(refuse));
  const secure = await listen(createSecureServer(LOCALHOST, refuse));
  return {
    origin: clear.origin,
    secureOrigin: `https://localhost:${secure.port}`,
    closedOrigin: `http://127.0.0.1:${await closedPort()}`,
    close: async () => {
      await Promise.all([clear.close(), secure.close()]);
    },
  };
}

function refuse(request: IncomingMessage, response: ServerResponse): void {
  const [, status, how = ''] = /^\/(\d{3})(?:-([a-z]+))?/.exec(request.url ?? '') ?? [];
  request.resume();
  if (status === undefined) return;
  const [type, content] = CONTENTS[how] ?? ['application/json', answerOf(Number(status))];
  response.writeHead(Number(status), {
    ...DANGEROUS,
    'Content-Type': type,
    ...TIMES[how]?.(),
  });
  response.end(content);
}

/** All of it members by which some service says something. */
function answerOf(statusCode: number): string {
  return JSON.stringify({
    message: PLANTED,
    name: 'planted_by_another_server',
    statusCode,
    code: 20404,
    more_info: `https://${PLANTED}.example/`,
    error: { type: PLANTED, code: PLANTED, message: PLANTED },
  });
}
