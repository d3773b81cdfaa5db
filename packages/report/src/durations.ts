import { subscribe } from 'node:diagnostics_channel';

const begun = new WeakMap<object, number>();
let isWatching = false;

/** Notes from now on when requests begin: nothing else knows it once they have failed. */
export function watchDurations(): void {
  if (isWatching) return;
  isWatching = true;
  subscribe('http.server.request.start', (message) => {
    begun.set((message as { request: object }).request, performance.now());
  });
}

/** How long ago a request began, in milliseconds, to the microsecond. */
export function findDuration(request: object | undefined): number | undefined {
  const start = request && begun.get(request);
  return start === undefined ? undefined : Math.round((performance.now() - start) * 1000) / 1000;
}
