import type { Sink } from './sink.js';

/** What is needed of prom-client. */
export interface PromClient<Registry> {
  readonly Counter: new (configuration: {
    name: string;
    help: string;
    labelNames: ('status' | 'code' | 'route' | 'expected')[];
    registers?: Registry[];
  }) => {
    inc(labels: Record<'status' | 'code' | 'route' | 'expected', string>, value: number): void;
  };
}

/**
 * Counts errors as `http_errors_total` with prom-client 15, by the true status, `code`, the route's pattern
 * and whether the answer was expected; a path is no label. What `limitStorms` holds back is counted later: don't limit it, counting is cheap.
 *
 * @param registry where the counter is registered; the global one by default
 */
export function prometheusSink<Registry>(
  { Counter }: PromClient<Registry>,
  registry?: Registry,
): Sink {
  const counter = new Counter({
    name: 'http_errors_total',
    help: 'Errors that were answered, or could not be, by their true status',
    labelNames: ['status', 'code', 'route', 'expected'],
    ...(registry !== undefined && { registers: [registry] }),
  });
  return ({ status, code, route, expected, repeated }) => {
    const labels = {
      status: String(status),
      code: code ?? '',
      route: route ?? '',
      expected: String(expected),
    };
    counter.inc(labels, repeated?.count ?? 1);
  };
}
