import { createRequire } from 'node:module';
import { Mutex, Semaphore, tryAcquire, withTimeout } from 'async-mutex';
import Bottleneck from 'bottleneck';
import {
  bulkhead,
  ConsecutiveBreaker,
  circuitBreaker,
  handleAll,
  TimeoutStrategy,
  timeout,
} from 'cockatiel';
import { createPool } from 'generic-pool';
import CircuitBreaker from 'opossum';
import PQueue from 'p-queue';
import { Piscina } from 'piscina';
import {
  BurstyRateLimiter,
  RateLimiterMemory,
  RateLimiterQueue,
  RateLimiterUnion,
} from 'rate-limiter-flexible';
import { Pool } from 'tarn';
import { answerCases } from './answer-cases.js';
import { ask, FRAMEWORKS } from './servers.js';

const never = (): Promise<never> => new Promise(() => undefined);
const forget = (work: Promise<unknown>): void => void work.catch(() => undefined);
const limiter = (keyPrefix = 'rlflx', duration = 7) =>
  new RateLimiterMemory({ points: 1, duration, keyPrefix });

async function exceed(consume: (key: string) => Promise<unknown>): Promise<void> {
  for (;;) await consume('kanari');
}

async function overfillQueue(): Promise<void> {
  // Those who wait are let in soon, so that no timer outlives the tests.
  const queue = new RateLimiterQueue(limiter('queue', 0.5), { maxQueueSize: 1 });
  for (let waiting = 0; waiting < 2; waiting += 1) forget(queue.removeTokens(1));
  await queue.removeTokens(1);
}

describe('rate-limiter-flexible', () => {
  answerCases([
    ['a limit', '429 rate_limited', () => exceed((key) => one.consume(key))],
    ['a limit with bursts', '429 rate_limited', () => exceed((key) => bursty.consume(key))],
    ['a union of limits', '429 rate_limited', () => exceed((key) => union.consume(key))],
    ['a full queue', '503 server_exhausted', overfillQueue],
  ]);
  const one = limiter();
  const bursty = new BurstyRateLimiter(limiter(), limiter('bursts'));
  const union = new RateLimiterUnion(limiter(), limiter('more'));

  it.each(FRAMEWORKS)('tells a client on $framework how long to wait', async ({ throwing }) => {
    const served = await throwing(() => exceed((key) => one.consume(key)));
    const { headers } = await ask(served.url);
    await served.close();
    const seconds = headers.get('retry-after') ?? '';
    expect(Number(seconds)).toBeGreaterThan(0);
    expect(Number(seconds)).toBeLessThanOrEqual(7);
    expect(headers.get('ratelimit')).toBe(`"default";r=0;t=${seconds}`);
    expect(headers.get('ratelimit-remaining')).toBe('0');
    expect(headers.get('ratelimit-reset')).toBe(seconds);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('names no time for a key that is blocked for good', async () => {
    const blocked = { remainingPoints: 0, msBeforeNext: -1 };
    const served = await FRAMEWORKS[0].throwing(() => Promise.reject(blocked));
    const { status, headers } = await ask(served.url);
    await served.close();
    expect([status, headers.get('retry-after'), headers.get('ratelimit')]).toEqual([
      429,
      null,
      null,
    ]);
  });
});

async function throughOpenBreaker(): Promise<void> {
  const breaker = new CircuitBreaker(() => Promise.reject(new Error('kanari')), {
    errorThresholdPercentage: 1,
  });
  await breaker.fire().catch(() => undefined);
  try {
    await breaker.fire();
  } finally {
    breaker.shutdown();
  }
}

async function withBreaker(options: CircuitBreaker.Options, times: number): Promise<void> {
  const breaker = new CircuitBreaker(never, options);
  try {
    for (let before = 1; before < times; before += 1) forget(breaker.fire());
    await breaker.fire();
  } finally {
    breaker.shutdown();
  }
}

async function throughCockatiel(isolated: boolean): Promise<void> {
  const policy = circuitBreaker(handleAll, {
    halfOpenAfter: 10_000,
    breaker: new ConsecutiveBreaker(1),
  });
  if (isolated) policy.isolate();
  else await policy.execute(() => Promise.reject(new Error('kanari'))).catch(() => undefined);
  await policy.execute(() => 1);
}

async function overfillBulkhead(): Promise<void> {
  const policy = bulkhead(1, 0);
  forget(policy.execute(never));
  await policy.execute(() => 1);
}

describe('Circuit breakers', () => {
  answerCases([
    ['opossum: open', '503 dependency_unavailable', throughOpenBreaker],
    ['opossum: too slow', '504 dependency_timeout', () => withBreaker({ timeout: 20 }, 1)],
    [
      'opossum: at its capacity',
      '503 server_exhausted',
      () => withBreaker({ timeout: false, capacity: 1 }, 2),
    ],
    ['cockatiel: open', '503 dependency_unavailable', () => throughCockatiel(false)],
    ['cockatiel: isolated', '503 dependency_unavailable', () => throughCockatiel(true)],
    [
      'cockatiel: too slow',
      '504 dependency_timeout',
      () => timeout(20, TimeoutStrategy.Aggressive).execute(never),
    ],
    ['cockatiel: a full bulkhead', '503 server_exhausted', overfillBulkhead],
  ]);
});

async function overfillBottleneck(): Promise<void> {
  const bottleneck = new Bottleneck({
    maxConcurrent: 1,
    highWater: 0,
    strategy: Bottleneck.strategy.OVERFLOW,
  });
  forget(bottleneck.schedule(never));
  await bottleneck.schedule(() => Promise.resolve());
}

async function stopBottleneck(): Promise<void> {
  const bottleneck = new Bottleneck();
  await bottleneck.stop();
  await bottleneck.schedule(() => Promise.resolve());
}

async function overfillPiscina(): Promise<void> {
  const filename = new URL('data:text/javascript,export default () => new Promise(() => {})').href;
  const workers = new Piscina({
    filename,
    maxThreads: 1,
    maxQueue: 1,
    concurrentTasksPerWorker: 1,
  });
  try {
    for (let waiting = 0; waiting < 2; waiting += 1) forget(workers.run(undefined));
    await workers.run(undefined);
  } finally {
    await workers.destroy();
  }
}

describe('Queues', () => {
  answerCases([
    ['bottleneck: full', '503 server_exhausted', overfillBottleneck],
    [
      'bottleneck: too slow',
      '504 dependency_timeout',
      () => new Bottleneck().schedule({ expiration: 20 }, never),
    ],
    ['bottleneck: stopped', '503 work_aborted', stopBottleneck],
    ['p-queue: too slow', '504 deadline_exceeded', () => new PQueue({ timeout: 20 }).add(never)],
    ['piscina: full', '503 server_exhausted', overfillPiscina],
  ]);
});

async function waitForLock(): Promise<void> {
  const mutex = new Mutex();
  await mutex.acquire();
  await withTimeout(mutex, 20).acquire();
}

async function tryLock(): Promise<void> {
  const mutex = new Mutex();
  await mutex.acquire();
  await tryAcquire(mutex).acquire();
}

async function cancelLock(): Promise<void> {
  const semaphore = new Semaphore(1);
  await semaphore.acquire();
  const waiting = semaphore.acquire();
  semaphore.cancel();
  await waiting;
}

/** Its types can't be found by those who import it. */
const { default: Redlock } = createRequire(import.meta.url)('redlock') as {
  default: new (
    clients: readonly object[],
    settings: object,
  ) => { acquire(resources: readonly string[], milliseconds: number): Promise<unknown> };
};

/** Of a Redis that has given the lock to somebody else. */
async function lockResource(): Promise<void> {
  const taken = { evalsha: () => Promise.resolve(0), eval: () => Promise.resolve(0), on: () => 0 };
  const redlock = new Redlock([taken], { retryCount: 1, retryDelay: 5 });
  await redlock.acquire(['kanari'], 100);
}

describe('Locks', () => {
  answerCases([
    ['async-mutex: in vain', '503 transaction_conflict', waitForLock],
    ['async-mutex: taken', '503 transaction_conflict', tryLock],
    ['async-mutex: cancelled', '503 work_aborted', cancelLock],
    ['redlock: taken', '503 transaction_conflict', lockResource],
  ]);
});

async function overfillPool(waiting: number): Promise<void> {
  const factory = { create: () => Promise.resolve({}), destroy: () => Promise.resolve() };
  const pool = createPool(factory, { max: 1, acquireTimeoutMillis: 300, maxWaitingClients: 1 });
  await pool.acquire();
  for (let before = 0; before < waiting; before += 1) forget(pool.acquire());
  await pool.acquire();
}

async function drainPool(): Promise<void> {
  const factory = { create: () => Promise.resolve({}), destroy: () => Promise.resolve() };
  const pool = createPool(factory, { max: 1 });
  forget(Promise.resolve(pool.drain()));
  await pool.acquire();
}

async function waitForTarn(): Promise<void> {
  const pool = new Pool({
    create: () => ({}),
    destroy: () => undefined,
    min: 0,
    max: 1,
    acquireTimeoutMillis: 30,
  });
  const held = await pool.acquire().promise;
  try {
    await pool.acquire().promise;
  } finally {
    pool.release(held);
    await pool.destroy();
  }
}

describe('Pools', () => {
  answerCases([
    ['generic-pool: all taken', '504 deadline_exceeded', () => overfillPool(0)],
    ['generic-pool: too many who wait', '503 server_exhausted', () => overfillPool(1)],
    ['generic-pool: at its end', '503 dependency_unavailable', drainPool],
    ['tarn: all taken', '504 deadline_exceeded', waitForTarn],
  ]);
});
