import { setTimeout as sleep } from 'node:timers/promises';
import { PATIENCE } from './within.js';

/** Waits until a condition holds; throws what it was if it does not come true in time. */
export async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`never came true: ${String(condition)}`);
    await sleep(2);
  }
}
