import type { CatalogueStatus } from './catalogue-status.js';
import { LISTS } from './lists.js';
import { SOURCES, type Source } from './sources.js';

const described: { [source in Source]?: readonly CatalogueStatus[] } = {};

/**
 * Every status of one source, in the order of their codes: `statusesOf('cloudflare')`. Empty for a
 * source that there is not.
 */
export function statusesOf(source: Source): readonly CatalogueStatus[] {
  if (!Object.hasOwn(LISTS, source)) return [];
  described[source] ??= Object.freeze(LISTS[source]());
  return described[source];
}

/** The names of all sources, the registry first. */
export function listSources(): readonly Source[] {
  return Object.keys(SOURCES) as Source[];
}

/**
 * Everything that a code can mean, the registered meaning first. Several vendors may claim one code;
 * name the vendor to ask for one of them.
 *
 *     findStatus('403.14')     // IIS: the folder's list is not shown
 *     findStatus('nginx:499')  // one
 *     findStatus(499)          // nginx, Esri, and antivirus gateways
 *
 * Older lists write `500-11` for `500.11`; both are understood.
 *
 * @returns the claimants, or an empty list
 */
export function findStatus(query: string | number): readonly CatalogueStatus[] {
  const wanted = String(query).trim().toLowerCase();
  const colon = wanted.indexOf(':');
  const code = wanted.slice(colon + 1).replace(/^(\d{3})-(?=\d)/, '$1.');
  const sources = colon < 0 ? listSources() : [wanted.slice(0, colon) as Source];
  return sources.flatMap((source) => statusesOf(source).filter((status) => status.code === code));
}
