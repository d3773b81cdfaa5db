/** How the entries of a library's list are read. */
export interface Reading<Found, Finding> {
  /** What an entry tells of; of several things, the one at a position from 0. */
  readonly read: (one: Found, at: number) => Finding;
  /** How many things an entry tells of, found out without reading them. @default 1 */
  readonly count?: ((one: Found) => number) | undefined;
}

/** Of so many entries it is counted what they tell of; any that follow count as one thing each. */
const MAX_COUNTED = 100_000;

/**
 * Reads the first things that a list tells of, up to a limit, and counts the others. What a client
 * can have listed has no end, so nothing beyond the limit is read.
 */
export function takeFindings<Found, Finding>(
  found: readonly Found[],
  { limit, read, count = one }: Reading<Found, Finding> & { readonly limit: number },
): { readonly findings: readonly Finding[]; readonly omitted: number } {
  const findings: Finding[] = [];
  const counted = Math.min(found.length, count === one ? limit : MAX_COUNTED);
  let total = found.length - counted;
  for (let entry = 0; entry < counted; entry += 1) {
    const things = count(found[entry] as Found);
    total += things;
    for (let at = 0; at < things && findings.length < limit; at += 1) {
      findings.push(read(found[entry] as Found, at));
    }
  }
  return { findings, omitted: total - findings.length };
}

const one = (): number => 1;
