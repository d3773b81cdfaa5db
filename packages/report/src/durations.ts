import { subscribe } from 'node:diagnostics_channel';
import { readProperty } from '@faultless/core/adapter';

const begun = new WeakMap<object, number>();
let isWatching = false;

/** Notes from now on when requests begin: nothing else knows it once they have failed. */
export function watchDurations(): void {
  if (isWatching) return;
  isWatching = true;
  subscribe('http.server.request.start', (message) => {
    begun.set((message as { request: object }).request, performance.now());
  });
  subscribe('http2.server.stream.start', (message) => {
    begun.set((message as { stream: object }).stream, performance.now());
  });
}

/** How long ago a request began, in milliseconds, to the microsecond. */
export function findDuration(request: object | undefined): number | undefined {
  const start = request && (begun.get(request) ?? beginOfStream(request));
  return start === undefined ? undefined : Math.round((performance.now() - start) * 1000) / 1000;
}

function beginOfStream(request: object): number | undefined {
  const stream = readProperty(request, 'stream');
  return typeof stream === 'object' && stream !== null ? begun.get(stream) : undefined;
}
