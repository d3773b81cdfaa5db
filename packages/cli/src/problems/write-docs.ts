import { mkdir, writeFile } from 'node:fs/promises';
import { join, posix, win32 } from 'node:path';
import { writePages } from '@faultless/problems/pages';
import { EXIT } from '../exit.js';
import type { Terminal } from '../format-status.js';
import { loadProblems } from './load-problems.js';

/** Writes the pages of a registry into a directory, which is made if it is not there. */
export async function writeDocs(module: string, out: string, terminal: Terminal): Promise<number> {
  const loaded = await loadProblems(module);
  if ('fault' in loaded) {
    terminal.writeError(`${loaded.fault}\n`);
    return EXIT.wrongUsage;
  }
  const files = writePages(loaded.problems);
  const stray = [...files.keys()].find((name) => !isFileName(name));
  if (stray !== undefined) {
    terminal.writeError(`${JSON.stringify(stray)} is no name for a file of ${out}\n`);
    return EXIT.wrongUsage;
  }
  try {
    await mkdir(out, { recursive: true });
    for (const [name, text] of files) await writeFile(join(out, name), text);
  } catch (failure) {
    terminal.writeError(`${out} could not be written: ${String(failure)}\n`);
    return EXIT.wrongUsage;
  }
  terminal.write(`${files.size} files in ${out}\n`);
  return EXIT.found;
}

/** Whether a file of that name is in the directory that it is written into, whatever the system. */
function isFileName(name: string): boolean {
  return (
    posix.basename(name) === name &&
    win32.basename(name) === name &&
    /[^.]/.test(name) &&
    !name.includes('\0')
  );
}
