import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  ContentTooLarge,
  Forbidden,
  Gone,
  HttpVersionNotSupported,
  MethodNotAllowed,
  NotFound,
  ProxyAuthenticationRequired,
  RangeNotSatisfiable,
  ServiceUnavailable,
  TooManyRequests,
  Unauthorized,
  UnavailableForLegalReasons,
  UpgradeRequired,
  VendorError,
} from '@faultless/node';

/** What is thrown for each status. */
export const THROWN: Readonly<Record<string, () => unknown>> = {
  401: () => new Unauthorized('orders'),
  403: () => new Forbidden('Not yours.', { scope: 'orders:write' }),
  404: () => new NotFound('There is no such order.'),
  405: () => new MethodNotAllowed(['GET', 'PUT']),
  407: () => new ProxyAuthenticationRequired('out'),
  413: () => new ContentTooLarge({ limit: 1000 }),
  416: () => new RangeNotSatisfiable(1000),
  426: () => new UpgradeRequired('IRC/6.9'),
  429: () => new TooManyRequests('Slower, please.', { retryAfter: 7 }),
  451: () => new UnavailableForLegalReasons({ blockedBy: 'https://court.example' }),
  500: () => new Error('a secret'),
  503: () => new ServiceUnavailable({ retryAfter: 60 }),
  505: () => new HttpVersionNotSupported({ supported: ['HTTP/1.1'] }),
};

const LENGTH = 100_000;

/** What an application that thinks of its cache throws. */
const STORED = new NotFound('There is no such order.', {
  headers: { 'Cache-Control': 'public, max-age=60' },
});

/** What the application does, by the first part of the path. */
const ROUTES: Readonly<
  Record<string, (request: IncomingMessage, response: ServerResponse, part: string) => unknown>
> = {
  thrown: (_request, _response, status) => {
    throw THROWN[status]?.();
  },
  fine: (_request, response, part) => response.end(part),
  half: async (_request, response, framing) => {
    if (framing === 'length') response.setHeader('Content-Length', LENGTH);
    response.write('x'.repeat(LENGTH / 2));
    // Behind what has left.
    await sleep(50);
    throw new Error('a secret');
  },
  odd: (_request, response, part) => {
    if (Number(part) % 2 === 1) throw new NotFound(`no ${part}`);
    response.end(`is ${part}`);
  },
  vendor: (_request, _response, code) => {
    throw new VendorError(code as 'nginx:444');
  },
  gone: (_request, _response, caching) => {
    throw new Gone(caching === 'stored' ? { headers: { 'Cache-Control': 'max-age=60' } } : {});
  },
  owned: (request, response) => {
    if (request.headers['x-user'] !== 'owner') throw new Forbidden({ conceal: true });
    response.end('yours');
  },
  imitated: (request, response) => {
    if (request.headers['x-user'] !== 'owner') throw new Forbidden({ conceal: STORED });
    response.end('yours');
  },
};

/** The application behind the proxies. */
export function answer(request: IncomingMessage, response: ServerResponse): unknown {
  const [, route = '', part = ''] = request.url?.split('/') ?? [];
  return ROUTES[route]?.(request, response, part);
}
