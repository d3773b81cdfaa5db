/** A library that is known. */
export interface Library {
  readonly name: string;
  readonly product?: string;
  readonly mappers: readonly { readonly mapper: string; readonly tried: boolean }[];
  readonly versions: readonly string[];
  readonly tested: string;
}

export function listLibraries(
  tested: readonly { readonly name: string; readonly versions: readonly string[] }[],
): readonly Library[];

export function listTestedByMapper(libraries: readonly Library[]): Readonly<Record<string, string>>;
