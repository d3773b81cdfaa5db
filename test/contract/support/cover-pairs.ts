/** The values that each factor can have. */
export type Levels = Readonly<Record<string, readonly unknown[]>>;

/** One value of each factor. */
export type Row<Factors extends Levels> = {
  readonly [Name in keyof Factors]: Factors[Name][number];
};

/** The place of a value of one factor. */
type Place = readonly [factor: number, level: number];

/**
 * Rows in which each value of each factor meets each value of every other factor at least once: many
 * fewer than there are combinations. The first row has the first value of each.
 */
export function coverPairs<const Factors extends Levels>(factors: Factors): Row<Factors>[] {
  const names = Object.keys(factors);
  const sizes = Object.values(factors).map(({ length }) => length);
  const open = new Map<string, readonly [Place, Place]>();
  for (const [left, right] of pairsOf(sizes.keys())) {
    for (let a = 0; a < (sizes[left] ?? 0); a += 1) {
      for (let b = 0; b < (sizes[right] ?? 0); b += 1) {
        const pair = [[left, a] as Place, [right, b] as Place] as const;
        open.set(String(pair), pair);
      }
    }
  }
  const rows: number[][] = [];
  const add = (row: number[]): void => {
    rows.push(row);
    for (const [left, right] of pairsOf(row.keys())) {
      open.delete(String([left, row[left], right, row[right]]));
    }
  };
  add(sizes.map(() => 0));
  for (const seed of open.values()) add(grow(new Map(seed), sizes, open));
  return rows.map(
    (row) =>
      Object.fromEntries(
        names.map((name, factor) => [name, factors[name]?.[row[factor] ?? 0]]),
      ) as Row<Factors>,
  );
}

/** Gives each factor that has no value yet the one that meets most of the others for the first time. */
function grow(
  row: Map<number, number>,
  sizes: readonly number[],
  open: ReadonlyMap<string, unknown>,
): number[] {
  const gain = (factor: number, level: number): number =>
    [...row].filter(([other, its]) => {
      const pair = other < factor ? [other, its, factor, level] : [factor, level, other, its];
      return open.has(String(pair));
    }).length;
  for (const [factor, size] of sizes.entries()) {
    if (row.has(factor)) continue;
    const gains = Array.from({ length: size }, (_none, level) => gain(factor, level));
    row.set(factor, gains.indexOf(Math.max(...gains)));
  }
  return sizes.map((_size, factor) => row.get(factor) ?? 0);
}

function pairsOf(indices: Iterable<number>): (readonly [number, number])[] {
  const all = [...indices];
  return all.flatMap((left) => all.slice(left + 1).map((right) => [left, right] as const));
}
