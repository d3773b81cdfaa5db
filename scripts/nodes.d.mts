export const NODES: readonly (readonly [version: string, sameCopy: boolean])[];
export const RUNS: readonly (readonly [version: string, paths: readonly string[]])[];
