import { defineMapper } from './built-in-mapper.js';
import { readProperty } from './read-property.js';

/**
 * An upstream's answer is not ours: an HTTP client's error carries the exchange that failed, and its
 * status is about that one.
 */
export const upstream = defineMapper({
  name: 'upstream',
  libraries: 'any HTTP client whose errors carry the exchange (`response`, `request`)',
  match: { has: ['response', 'request'] },
  answers: {
    upstream_failed: { status: 502, when: 'a request to another server failed' },
  },
  map({ thrown }, { answer }) {
    return isExchange(readProperty(thrown, 'response')) ||
      isExchange(readProperty(thrown, 'request'))
      ? answer('upstream_failed')
      : undefined;
  },
});

function isExchange(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
