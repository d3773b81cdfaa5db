const MAX_DEPTH = 16;

/** The chain of `cause` behind an error, nearest first; stops at a circle or a getter that throws. */
export function findCauses(error: unknown): unknown[] {
  const causes: unknown[] = [];
  let current = error;
  while (causes.length < MAX_DEPTH) {
    current = readCause(current);
    if (current === undefined || current === error || causes.includes(current)) break;
    causes.push(current);
  }
  return causes;
}

function readCause(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  try {
    return (value as { cause?: unknown }).cause;
  } catch {
    return undefined;
  }
}
