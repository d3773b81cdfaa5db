/**
 * Milliseconds, for what comes at once on a machine that is idle; reached only when it never comes.
 * Shorter than a test may take, so that a test that fails says what it was waiting for.
 */
export const PATIENCE = 10_000;

/** Waits for a promise; rejects with what was awaited if it does not settle in time. */
export async function within<Value>(
  awaited: Promise<Value>,
  describe: () => string,
): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`not within ${PATIENCE / 1000} s: ${describe()}`));
    }, PATIENCE);
    timer.unref();
  });
  try {
    return await Promise.race([awaited, late]);
  } finally {
    clearTimeout(timer);
  }
}
