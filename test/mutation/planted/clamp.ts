/** Keeps a number within limits. Its tests notice when the upper one goes, but not the lower one. */
export function clamp(value: number): number {
  if (value > 10) return 10;
  if (value < 2) return 2;
  return value;
}
