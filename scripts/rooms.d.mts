/** The rooms of each package, from the bottom up: a room imports from those before it, types too. */
export const ROOMS: Readonly<Record<'core' | 'node', readonly string[]>>;
