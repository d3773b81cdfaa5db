import { LEFT_OUT } from './rooms.mjs';
import { listFiles } from './sources.mjs';

/** Lists the test files below a path, those first that have most to do with the sources. */
export function pickTests(sources, below) {
  const folders = new Set(sources.map((path) => path.slice(0, path.lastIndexOf('/') + 1)));
  const words = new Set(sources.flatMap(wordsOf));
  const distance = (path) => {
    if ([...folders].some((folder) => path.startsWith(folder))) return 0;
    if (wordsOf(path).some((word) => words.has(word))) return 1;
    return path.startsWith('test/') ? 2 : 3;
  };
  return ['packages', 'test']
    .flatMap((folder) => listFiles(folder))
    .filter((path) => path.endsWith('.test.ts') && path.startsWith(below))
    .filter((path) => !LEFT_OUT.some((prefix) => path.startsWith(prefix)))
    .map((path) => ({ path, distance: distance(path) }))
    .sort((a, b) => a.distance - b.distance || a.path.localeCompare(b.path))
    .map(({ path }) => path);
}

/** The words of a path but the ones that every path has. */
function wordsOf(path) {
  return path
    .split('/')
    .slice(2)
    .join('/')
    .replace(/(\.test)?\.ts$/, '')
    .split(/[/-]/)
    .map((word) => word.replace(/s$/, ''))
    .filter((word) => word.length > 3 && !['src', 'index', 'error', 'find'].includes(word));
}
