export interface BenchmarkResult {
  readonly group: string;
  readonly contender: string;
  readonly scenario: string;
  readonly median: { readonly cost: number };
  readonly ofFaultless?: { readonly mean: number; readonly error: number } | undefined;
}

export function writeTables(results: readonly BenchmarkResult[]): string;
