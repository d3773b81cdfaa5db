/** Where a command writes, and what it can show. */
export interface Terminal {
  readonly write: (text: string) => unknown;
  readonly writeError: (text: string) => unknown;
  /** Columns; undefined where output goes into a file or a pipe. */
  readonly width: number | undefined;
  readonly colour: boolean;
}
