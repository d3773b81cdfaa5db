import { setImmediate } from 'node:timers/promises';
import {
  basic,
  bearer,
  Gone,
  RangeNotSatisfiable,
  ServiceUnavailable,
  TooManyRequests,
  Unauthorized,
  UnavailableForLegalReasons,
  UpgradeRequired,
} from '@faultless/express';
import createError from 'http-errors';

/** Paths that only ever fail, and how: what a handler throws is all that it says about HTTP. */
export const FAILURES: Readonly<Record<string, () => never | Promise<never>>> = {
  '/admin': () => {
    throw new Unauthorized([
      bearer({ realm: 'admin', scope: 'admin:read' }),
      basic({ realm: 'admin', charset: 'UTF-8' }),
    ]);
  },
  '/coupons/spring': () => {
    throw new Gone('The spring coupon could be used until 31 May.');
  },
  '/manual.pdf': () => {
    throw new RangeNotSatisfiable(4096);
  },
  '/live': () => {
    throw new UpgradeRequired('websocket', 'Live orders are sent over a WebSocket.');
  },
  '/search': () => {
    throw new TooManyRequests('10 searches a minute are free.', { retryAfter: 30 });
  },
  '/films/7': () => {
    throw new UnavailableForLegalReasons('A court in Utopia forbids us to show this film there.', {
      blockedBy: 'https://court.example/',
    });
  },
  '/payments': () => {
    throw new ServiceUnavailable('Payments are back at noon.', { retryAfter: 120, expose: true });
  },
  '/faults/error': () => {
    throw new Error('secret: the database is at 10.0.0.7');
  },
  '/faults/null': async () => {
    // Express takes a null that is thrown at once for no error at all.
    await setImmediate();
    throw null;
  },
  '/faults/rejection': () => Promise.reject(new TypeError('secret: total is undefined')),
  '/faults/http-errors': () => {
    throw createError(423, 'Ada is editing it.');
  },
};
