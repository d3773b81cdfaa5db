/** The document with its table of counts as the catalogue has them now. */
export function writeCounts(
  document: string,
  sources: readonly (readonly [
    source: string,
    statuses: readonly { readonly vendor: string; readonly code: string; readonly wire: boolean }[],
  ])[],
): string;
