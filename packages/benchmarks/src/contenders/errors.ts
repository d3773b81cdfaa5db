/** What a contender throws, by the path that is asked for. */
export type Errors = Readonly<Record<string, () => unknown>>;
