/** How a run ends. */
export const EXIT = { found: 0, nothingFound: 1, wrongUsage: 2 } as const;
