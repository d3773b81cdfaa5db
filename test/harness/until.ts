import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds; reached only when the condition will never hold. */
const PATIENCE = 30_000;

/** Waits until a condition holds, however long a busy machine takes; throws if it never does. */
export async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`never came true: ${String(condition)}`);
    await sleep(2);
  }
}
