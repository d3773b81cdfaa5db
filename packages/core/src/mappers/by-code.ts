/** A table of what codes mean, written by meaning: the codes of each stand in one text, parted by spaces. */
export function byCode<const Meaning extends string>(
  codes: Readonly<Partial<Record<Meaning, string>>>,
): ReadonlyMap<string, Meaning> {
  return new Map(
    Object.entries<string | undefined>(codes).flatMap(([meaning, listed = '']) =>
      listed.split(' ').map((code): [string, Meaning] => [code, meaning as Meaning]),
    ),
  );
}
