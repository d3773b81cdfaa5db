/** A request that no client should send, as data. */
export interface BrokenRequest {
  readonly name: string;
  /** Latin-1; the pieces are sent one after the other, with a pause between. */
  readonly bytes: string | readonly string[];
  /**
   * The statuses of the answers in order, the last of which ends the connection; or how the connection
   * ends without one: see docs/tested-server.md.
   */
  readonly answers: readonly number[];
  /** The problem's `code` in the last answer. */
  readonly code?: string;
  /** The method that the last answer is for, if it is HEAD. */
  readonly head?: true;
  /** Whether the client ends its half of the connection after the last piece. @default false */
  readonly halfClose?: true;
  /** Whether the connection stays open after the last answer. @default false */
  readonly open?: true;
}

/** A request with these header lines and this content. */
export function ask(line: string, fields: readonly string[] = ['Host: a'], content = ''): string {
  return `${[line, ...fields].join('\r\n')}\r\n\r\n${content}`;
}

export const GOOD = ask('GET / HTTP/1.1');
