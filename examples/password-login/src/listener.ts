import type { IncomingMessage, RequestListener } from 'node:http';
import { handle, NotFound } from '@faultless/node';
import { requireBasic } from './basic-login.js';
import { createDigestLogin } from './digest-login.js';

/** One account, so that the example is about the challenges. */
export const ACCOUNT = { user: 'ada', password: 'Zürich 1843' } as const;

/** Serves /basic and /digest, each behind a password. */
export function createListener(): RequestListener {
  const requireDigest = createDigestLogin(ACCOUNT);
  const guards = new Map<string, (request: IncomingMessage) => string>([
    ['/basic', (request) => requireBasic(request, ACCOUNT)],
    ['/digest', requireDigest],
  ]);
  return handle((request, response) => {
    const guard = guards.get(request.url ?? '');
    if (guard === undefined) throw new NotFound('There are /basic and /digest.');
    const user = guard(request);
    response.setHeader('Content-Type', 'text/plain; charset=utf-8');
    response.end(`Hello, ${user}.\n`);
  });
}
