/** Longer names are not mistyped. */
const MAX_LENGTH = 40;

/** One slip for each three letters. */
const LETTERS_PER_SLIP = 3;

/** The name that somebody meant who wrote another one; undefined where none is near. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (name.length > MAX_LENGTH) return undefined;
  const [nearest] = known
    .map((one) => ({ one, slips: countSlips(name.toLowerCase(), one.toLowerCase()) }))
    .filter(({ one, slips }) => slips <= Math.ceil(one.length / LETTERS_PER_SLIP))
    .sort((a, b) => a.slips - b.slips);
  return nearest?.one;
}

/** How many letters were added, left out, changed, or swapped with the next one. */
function countSlips(typed: string, meant: string): number {
  const rows = [Array.from({ length: meant.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Number.MAX_VALUE;
  for (let row = 1; row <= typed.length; row += 1) {
    const current = [row];
    rows.push(current);
    for (let column = 1; column <= meant.length; column += 1) {
      const same = typed[row - 1] === meant[column - 1];
      const swapped = typed[row - 1] === meant[column - 2] && typed[row - 2] === meant[column - 1];
      current[column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (same ? 0 : 1),
        swapped ? at(row - 2, column - 2) + 1 : Number.MAX_VALUE,
      );
    }
  }
  return at(typed.length, meant.length);
}
