/** The parts of a request that a value can come from, as Express calls them. */
const SOURCES = ['body', 'query', 'params', 'headers', 'cookies'] as const;

/** Where a value came from. */
export type Source = (typeof SOURCES)[number];

/** Finds a source by the name that a library gives it; undefined for what is none. */
export function findSource(name: unknown): Source | undefined {
  return SOURCES.find((source) => source === name);
}
