import type { HttpError } from '../errors/http-error.js';
import type { VendorStatus } from '../errors/vendor-status.js';
import { readProperty } from '../values/read-property.js';

/** What became of the response. */
export type Outcome =
  /** The error was answered. */
  | 'sent'
  /**
   * The response had begun, or the application had destroyed it; the connection was broken
   * off, so that the client sees truncation.
   */
  | 'truncated'
  /** The response was complete already; the client never learns of the error. */
  | 'too-late'
  /** The client was no longer there; nothing was sent. */
  | 'client-gone'
  /** The connection was closed on purpose, without a byte. */
  | 'closed';

/** What the operator is told of one error. It never leaves the process by itself. */
export interface Report {
  /**
   * `error`: the server is at fault, or a response was cut off. `warn`: answered, but something was
   * wrong on the way (see `notices`), or a 501 or 505, which any client can bring about. `info`: an
   * expected answer.
   */
  readonly level: 'error' | 'warn' | 'info';
  /** What was thrown, untouched. */
  readonly error: unknown;
  /** The causes behind it, nearest first. */
  readonly causes: readonly unknown[];
  /**
   * The true status, whatever the client saw; nginx's 499 when the client was gone, unless the server is at
   * fault, and its 444 when the connection was closed on purpose.
   */
  readonly status: number;
  /** The status that was sent; undefined if none was. */
  readonly sentStatus: number | undefined;
  readonly outcome: Outcome;
  /** Whether the client saw a 404 in place of the true answer. */
  readonly concealed: boolean;
  /** The `instance` of the problem document that was sent; undefined if none was. */
  readonly instance: string | undefined;
  readonly method: string;
  /** The path that was asked for, without its query. */
  readonly path: string;
  /** The pattern of the route that failed, if the framework knows it. */
  readonly route: string | undefined;
  /**
   * How many bytes of the response the connection took before it was broken off, header and all
   * (HTTP/2: of the content); undefined where nobody counted: `guardServer` does.
   */
  readonly bytesSent?: number | undefined;
  /**
   * The mapper that took the error, a built-in one by its name in the documentation; undefined for an
   * error of Faultless itself, and for one that no mapper knows.
   */
  readonly mapper?: string | undefined;
  /** The stable `code` of the true answer; the client has not seen it where it was not exposed. */
  readonly code?: string | undefined;
  /** The vendor's status that was thrown, its substatus among it; undefined for other errors. */
  readonly vendor?: VendorStatus | undefined;
  /** What was repaired or left out on the way, and user code that failed. */
  readonly notices: readonly NoticeEntry[];
}

/** Takes reports, one for each error. What it throws or rejects with changes nothing for the client. */
export type Reporter<Context> = (report: Report, context: Context) => unknown;

/** Something that was repaired, left out or failed while an error was being answered. */
export interface NoticeEntry {
  readonly message: string;
  readonly cause?: unknown;
}

/** Notes one such thing for the report. */
export type Notice = (message: string, cause?: unknown) => void;

/** Notes what an error brings with it; one of another copy or version may bring anything. */
export function addOwnNotices(error: HttpError, notice: Notice): void {
  try {
    for (const entry of error.notices ?? []) {
      const message = readProperty(entry, 'message');
      if (typeof message === 'string') notice(message, readProperty(entry, 'cause'));
    }
  } catch (failure) {
    notice('the notices of the error could not be read', failure);
  }
}

/** Collects the notices of one answer. */
export function createNotices(): { readonly list: readonly NoticeEntry[]; readonly add: Notice } {
  const list: NoticeEntry[] = [];
  return {
    list,
    add: (message, cause) => {
      list.push(cause === undefined ? { message } : { message, cause });
    },
  };
}
