import { basename, dirname } from 'node:path';

/**
 * Rollup's choice of the file that a module goes to, where it is not the entry's: `shared` has what
 * several files use. What loads a dependency is apart, under its room's name: a bundler drops our
 * files if nothing of them is used, but can't know whether a dependency may go.
 */
export function partModules(id, { getModuleIds, getModuleInfo }) {
  const modules = [...getModuleIds()].map((each) => getModuleInfo(each));
  const apart = new Set(modules.filter(loadsDependency).map(({ id: each }) => each));
  const fileOf = (each) => {
    if (apart.has(each)) return basename(dirname(each));
    return getModuleInfo(each).isEntry ? each : undefined;
  };
  const own = fileOf(id);
  if (own !== undefined) return own === id ? undefined : own;
  const users = new Set();
  const waiting = new Set([id]);
  for (const each of waiting) {
    for (const importer of getModuleInfo(each).importers) {
      const file = fileOf(importer);
      if (file === undefined) waiting.add(importer);
      else users.add(file);
    }
  }
  if (users.size > 1) return 'shared';
  const [user] = users;
  return getModuleInfo(user)?.isEntry ? undefined : user;
}

function loadsDependency({ importedIds, isEntry }) {
  return !isEntry && importedIds.some((id) => !/^(?:[./]|node:|@faultless\/)/.test(id));
}
