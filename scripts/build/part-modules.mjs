import { basename } from 'node:path';

/**
 * Rollup's choice of the file that a module goes to: its entry's, or `shared` if several have it. Of entries
 * of which one has all the others in it, that is the one: each file that is imported takes time to find.
 */
export function partModules(id, { getModuleInfo }) {
  const entriesAbove = (module) => {
    const found = new Set([module]);
    for (const each of found) {
      for (const importer of getModuleInfo(each).importers) found.add(importer);
    }
    return [...found].filter((each) => getModuleInfo(each).isEntry);
  };
  const isWhole = (entry) => entriesAbove(entry).length === 1;
  if (getModuleInfo(id).isEntry && !isWhole(id)) return undefined;
  const [whole, ...others] = entriesAbove(id).filter(isWhole);
  return others.length > 0 ? 'shared' : basename(whole, '.ts');
}

/** The same for declarations, of which each entry has its own, for no other's are its to export. */
export function partDeclarations(id, { getModuleInfo }) {
  if (getModuleInfo(id).isEntry) return undefined;
  const users = new Set();
  const waiting = new Set([id]);
  for (const each of waiting) {
    for (const importer of getModuleInfo(each).importers) {
      if (getModuleInfo(importer).isEntry) users.add(importer);
      else waiting.add(importer);
    }
  }
  return users.size > 1 ? 'shared' : undefined;
}
