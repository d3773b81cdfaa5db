/** Fields whose lines stand beside each other, whoever sets them (RFC 6265 §3, RFC 8288 §3). */
const APPENDED = ['set-cookie', 'link'] as const;

/** The names of these fields, in lower case. */
export const APPENDED_FIELDS: ReadonlySet<string> = new Set(APPENDED);

/** The lines of a field from all who set it, in the order of their coming, each once. */
export function appendLines<Line>(
  ...values: readonly (Line | readonly Line[] | undefined)[]
): readonly Line[] {
  const lines = values.flat() as readonly (Line | undefined)[];
  return [...new Set(lines.filter((line) => line !== undefined))];
}
