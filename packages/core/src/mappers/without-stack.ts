import { restoreStacks, stopStacks } from '../errors/stack-traces.js';

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
