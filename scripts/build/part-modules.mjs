/**
 * Rollup's choice of the file that a module goes to: `shared` if several entries use it, and else that of its entry.
 */
export function partModules(id, { getModuleInfo }) {
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
