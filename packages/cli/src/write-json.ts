import type { Terminal } from './terminal.js';

/** Writes data for programs to read. */
export function writeJson(data: unknown, terminal: Terminal): void {
  terminal.write(`${JSON.stringify(data, null, 2)}\n`);
}
