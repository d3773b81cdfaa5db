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
  let [beforeLast, last]: number[][] = [
    [],
    Array.from({ length: meant.length + 1 }, (_, at) => at),
  ];
  for (let row = 1; row <= typed.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= meant.length; column += 1) {
      const same = typed[row - 1] === meant[column - 1];
      const swapped = typed[row - 1] === meant[column - 2] && typed[row - 2] === meant[column - 1];
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
        swapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [beforeLast, last] = [last, current];
  }
  return at(last, meant.length);
}

function at(row: readonly number[] | undefined, column: number): number {
  return row?.[column] ?? Number.POSITIVE_INFINITY;
}
