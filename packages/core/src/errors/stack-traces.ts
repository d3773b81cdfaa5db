/**
 * Which of our errors capture a stack: all, those of the server (5xx), or none. A stack is nearly all
 * that an error costs, and a 4xx is an expected answer. What is sent never depends on it.
 */
export type StackTraces = 'all' | 'server' | 'none';

let kept: StackTraces = isProduction() ? 'server' : 'all';

/** Errors are made before a handler sees them, so this holds for the whole process. */
export function keepStackTraces(policy: StackTraces): void {
  kept = policy;
}

/** V8's own, which other engines do not have (https://v8.dev/docs/stack-trace-api). */
const v8: ErrorConstructor & { stackTraceLimit?: unknown } = Error;

/** Turns stack capture off if an error of this status is to have none; see {@link stopStacks}. */
export function suppressStack(status: number): number | undefined {
  return kept === 'all' || (kept === 'server' && status >= 500) ? undefined : stopStacks();
}

/**
 * Turns stack capture off.
 *
 * @returns the limit to put back; undefined where there is none to change, as under frozen intrinsics
 */
function stopStacks(): number | undefined {
  const limit = v8.stackTraceLimit;
  return typeof limit === 'number' && setLimit(0) ? limit : undefined;
}

/** Puts back what was there before. */
export function restoreStacks(limit: number | undefined): void {
  if (limit !== undefined) setLimit(limit);
}

function setLimit(limit: number): boolean {
  try {
    v8.stackTraceLimit = limit;
    return true;
  } catch {
    return false;
  }
}

function isProduction(): boolean {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return process?.env?.NODE_ENV === 'production';
}

/**
 * Makes an error without capturing its stack, which is nearly all that an error costs. For errors
 * whose stack says nothing: they stand for another one, which is their cause and has its own.
 * Whatever happens, later errors have theirs.
 */
export function withoutStack<Made>(make: () => Made): Made {
  const limit = stopStacks();
  try {
    return make();
  } finally {
    restoreStacks(limit);
  }
}
