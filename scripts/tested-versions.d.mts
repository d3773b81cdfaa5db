export function listTestedVersions(): readonly {
  readonly name: string;
  readonly versions: readonly string[];
}[];
