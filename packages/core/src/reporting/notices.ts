/** Something that was repaired, left out or failed while an error was being answered. */
export interface NoticeEntry {
  readonly message: string;
  readonly cause?: unknown;
}

/** Notes one such thing for the report. */
export type Notice = (message: string, cause?: unknown) => void;

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
