import { readFile, writeFile } from 'node:fs/promises';
import type { Problems } from '@faultless/problems';
import { EXIT } from '../exit.js';
import type { Terminal } from '../format-status.js';
import { editOpenApi, readOpenApi } from './edit-openapi.js';
import { loadProblems } from './load-problems.js';

/** Adds the problems of a registry to an OpenAPI document. */
export async function mergeOpenApi(
  module: string,
  files: { readonly in: string; readonly out: string },
  terminal: Terminal,
): Promise<number> {
  const loaded = await loadProblems(module);
  if ('fault' in loaded) {
    terminal.writeError(`${loaded.fault}\n`);
    return EXIT.wrongUsage;
  }
  try {
    const text = await readFile(files.in, 'utf8');
    await writeFile(files.out, edit(text, loaded.problems, files.out.endsWith('.json')));
  } catch (failure) {
    terminal.writeError(`${files.in}: ${failure instanceof Error ? failure.message : 'failed'}\n`);
    return EXIT.wrongUsage;
  }
  terminal.write(`${files.out} tells of ${loaded.problems.entries.length} problems\n`);
  return EXIT.found;
}

function edit(text: string, problems: Problems, asJson: boolean): string {
  const edited = editOpenApi(text, problems);
  return asJson && !isJson(edited) ? `${JSON.stringify(readOpenApi(edited), null, 2)}\n` : edited;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
