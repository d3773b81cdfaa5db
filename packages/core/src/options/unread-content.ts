/** How long a client is listened to after it has got an answer that came before its content ended. */
export interface UnreadContent {
  /**
   * How much is still read, and thrown away, in bytes. It is read in pieces of up to 64 KiB, and
   * reading stops before a piece could pass the limit.
   * @default 4 MiB
   */
  readonly bytes?: number | undefined;
  /** How long, in seconds. @default 5 */
  readonly seconds?: number | undefined;
}

/** The limits for those who have not set any. docs/server.md has the measurements. */
export const UNREAD_CONTENT: Readonly<Record<keyof UnreadContent, number>> = {
  bytes: 4 * 1024 * 1024,
  seconds: 5,
};

/** True for limits that can be kept. */
export function isUnreadContent(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).every(
    ([name, limit]: [string, unknown]) =>
      Object.hasOwn(UNREAD_CONTENT, name) &&
      (limit === undefined ||
        (typeof limit === 'number' && limit >= 0 && limit <= MAX[name as keyof UnreadContent])),
  );
}

/** A timer of Node's runs 2^31 ms at most. */
const MAX: Readonly<Record<keyof UnreadContent, number>> = {
  bytes: Number.MAX_SAFE_INTEGER,
  seconds: 2_147_483,
};
