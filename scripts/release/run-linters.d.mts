export function runLinters(tarball: string): Promise<string[]>;
