import { LEFT_OUT } from './rooms.mjs';
import { listFiles } from './sources.mjs';

/** Lists the test files below a path. */
export function listTests(below) {
  return ['packages', 'test']
    .flatMap((folder) => listFiles(folder))
    .filter((path) => path.endsWith('.test.ts') && path.startsWith(below))
    .filter((path) => !LEFT_OUT.some((prefix) => path.startsWith(prefix)));
}

/** Whether a test file is named after what a source is about, or stands beside it. */
export function isNear(source, test) {
  const words = wordsOf(source);
  return folderOf(source) === folderOf(test) || wordsOf(test).some((word) => words.includes(word));
}

function folderOf(path) {
  return path.slice(0, path.lastIndexOf('/'));
}

/** The words of a path but the ones that say little. */
function wordsOf(path) {
  return path
    .replace(/^[^/]+\/[^/]+\//, '')
    .replace(/(\.test)?\.ts$/, '')
    .split(/[/-]/)
    .map((word) => word.replace(/s$/, ''))
    .filter((word) => word.length > 3 && !['index', 'error', 'find'].includes(word));
}
