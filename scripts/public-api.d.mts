/** Every entry point of the packages, with its built types and the file that promises its exports. */
export function listEntries(): { entry: string; types: string; snapshot: string }[];

/** Every exported name of an entry's types with its kind and signature, sorted, one block each. */
export function describeApi(types: string): string;
