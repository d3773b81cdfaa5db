import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Problems } from '@faultless/problems';

/** What a module of the user's leads to: its registry, or why there is none. */
export type Loaded = { readonly problems: Problems } | { readonly fault: string };

/** Loads a JavaScript module, and finds the one registry among what it exports. */
export async function loadProblems(path: string): Promise<Loaded> {
  let exported: Readonly<Record<string, unknown>>;
  try {
    exported = (await import(pathToFileURL(resolve(path)).href)) as typeof exported;
  } catch (failure) {
    return { fault: `${path} could not be loaded: ${String(failure)}` };
  }
  const [problems, ...others] = new Set(Object.values(exported).filter(isRegistry));
  if (problems === undefined) return { fault: `${path} exports nothing that defineProblems made` };
  if (others.length > 0) return { fault: `${path} exports more than one registry` };
  return { problems };
}

/** By its shape: the application has a copy of the package of its own. */
function isRegistry(value: unknown): value is Problems {
  if (typeof value !== 'object' || value === null) return false;
  const { base, entries, locales } = value as Partial<Problems>;
  return typeof base === 'string' && Array.isArray(entries) && Array.isArray(locales);
}
