import {
  Conflict,
  defineProblem,
  Forbidden,
  HttpError,
  NotFound,
  Unauthorized,
} from '@faultless/node';
import { describeEachServer } from '../harness/describe-each-server.js';
import { mask } from '../harness/mask.js';

/** What somebody may have written to Object.prototype (CWE-1321). */
const POLLUTION: Readonly<Record<string, unknown>> = {
  headers: { 'X-Polluted': 'yes' },
  vendor: { code: 'nginx:444', transport: 'close', titles: {} },
  detail: 'polluted',
  title: 'polluted',
  type: 'https://polluted.example',
  code: 'polluted',
  instance: 'urn:polluted',
  extensions: { polluted: true },
  conceal: true,
  temporary: true,
  retryAfter: 99,
  challenges: 'polluted',
  expose: true,
};

/** An error of an earlier version, known by its brand alone. */
function ofAnotherCopy(status: number): Error {
  return Object.assign(new Error('other'), {
    status,
    statusCode: status,
    expose: true,
    [Symbol.for('faultless.http-error')]: true,
  });
}

const OrderClosed = defineProblem({
  status: 409,
  type: 'https://api.example/order-closed',
  title: 'The order is closed',
});

const ERRORS: readonly [what: string, make: () => unknown][] = [
  ['a class of ours', () => new Conflict()],
  ['a class with a detail', () => new Forbidden('Owners only.')],
  ['a 404', () => new NotFound()],
  ['an HttpError', () => new HttpError(418)],
  ['a problem type', () => new OrderClosed('It is closed.')],
  ['an error of another copy', () => ofAnotherCopy(410)],
];

/** What rows of tables, challenges and their builders need not have, one at a time. */
const OPTIONAL: Readonly<Record<string, unknown>> = {
  headers: { 'X-Polluted': 'yes' },
  temporary: true,
  must: { name: 'X-Polluted', fallback: 'yes' },
  never: ['www-authenticate'],
  connection: 'close',
  substatus: 'polluted',
  token68: 'polluted',
  error: 'polluted',
};

const WITH_ROWS: readonly (() => unknown)[] = [
  () => new NotFound('No such order.', { code: 'gone' }),
  () => new Forbidden({ scope: 'orders' }),
  () => new Unauthorized('orders'),
  () => new HttpError(503),
];

function pollute(pollution = POLLUTION): () => void {
  for (const [name, value] of Object.entries(pollution)) {
    Object.defineProperty(Object.prototype, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return () => {
    for (const name of Object.keys(pollution)) Reflect.deleteProperty(Object.prototype, name);
  };
}

describe('a polluted Object.prototype', () => {
  describeEachServer((server) => {
    it.each(ERRORS)('changes no answer to %s', async (_what, make) => {
      const { request } = await server.start(({ url }) => {
        if (url === '/clean') throw make();
        const restore = pollute();
        // When the answer has been made.
        setImmediate(restore);
        throw make();
      });
      const clean = await request({ path: '/clean' });
      const polluted = await request({ path: '/polluted' });
      expect(clean.status).toBeGreaterThanOrEqual(400);
      expect(mask(polluted.bytes)).toBe(mask(clean.bytes));
    });

    it.each(Object.entries(OPTIONAL))('changes no answer by %s', async (name, value) => {
      for (const make of WITH_ROWS) {
        const { request } = await server.start(({ url }) => {
          if (url === '/clean') throw make();
          setImmediate(pollute({ [name]: value }));
          throw make();
        });
        const clean = await request({ path: '/clean' });
        const polluted = await request({ path: '/polluted' });
        expect(mask(polluted.bytes)).toBe(mask(clean.bytes));
      }
    });
  });

  it('is what these tests make', () => {
    const restore = pollute();
    expect(({} as { conceal?: unknown }).conceal).toBe(true);
    restore();
    expect('conceal' in {}).toBe(false);
  });
});
