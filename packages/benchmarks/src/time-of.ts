const ROUNDS = 15;
const CALLS = 20_000;

/** The median time of one call of each step, in nanoseconds; the steps take turns. */
export function timeOf(steps: Readonly<Record<string, () => unknown>>): [string, number][] {
  const times = new Map(Object.keys(steps).map((name) => [name, [] as number[]]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, step] of Object.entries(steps)) times.get(name)?.push(timeRound(step));
  }
  return [...times].map(([name, rounds]) => [name, middle(rounds)]);
}

function timeRound(step: () => unknown): number {
  const start = process.hrtime.bigint();
  for (let call = 0; call < CALLS; call += 1) step();
  return Number(process.hrtime.bigint() - start) / CALLS;
}

function middle(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
