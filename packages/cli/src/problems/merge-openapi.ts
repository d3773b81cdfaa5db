import { readFile, writeFile } from 'node:fs/promises';
import type { Problems } from '@faultless/problems';
import { listProblemEdits, type OpenApiDocument } from '@faultless/problems/openapi';
import { parseDocument } from 'yaml';
import { EXIT } from '../exit.js';
import type { Terminal } from '../format-status.js';
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

/** Whether lists are written `[ a ]` or `[a]`. */
const PADDED = /\[ \S/;

/** What is not changed stays as it was written, comments too. JSON is YAML. */
function edit(text: string, problems: Problems, asJson: boolean): string {
  const document = parseDocument(text);
  const [fault] = document.errors;
  if (fault !== undefined) throw fault;
  const data: unknown = document.toJS();
  if (typeof data !== 'object' || data === null) throw new TypeError('it is no OpenAPI document');
  for (const { path, value } of listProblemEdits(data as OpenApiDocument, problems)) {
    if (value === undefined) document.deleteIn(path);
    else document.setIn(path, document.createNode(value, { aliasDuplicateObjects: false }));
  }
  return asJson
    ? `${JSON.stringify(document.toJS(), null, 2)}\n`
    : document.toString({ lineWidth: 0, flowCollectionPadding: PADDED.test(text) });
}
