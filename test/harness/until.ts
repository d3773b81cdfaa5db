import { setTimeout as sleep } from 'node:timers/promises';
import { PATIENCE } from './within.js';

/**
 * Waits until a condition holds; throws what it was if it does not come true in time.
 *
 * @param patience in milliseconds, longer where a whole program has to start
 */
export async function until(condition: () => boolean, patience = PATIENCE): Promise<void> {
  const end = performance.now() + patience;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`never came true: ${String(condition)}`);
    await sleep(2);
  }
}
