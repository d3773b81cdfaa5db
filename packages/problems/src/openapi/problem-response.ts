import { examplesIn, type ProblemEntry } from '../problem-entry.js';
import { MARK, MARKED } from './document.js';
import { headersOf } from './response-headers.js';

/** The problems of one operation that have one status. */
export type SameStatus = readonly [ProblemEntry, ...ProblemEntry[]];

/** The name of the response that stands for one or more problems: `OutOfCredit`, `OutOfCredit-AccountLocked`. */
export function responseName(entries: SameStatus): string {
  return entries.map(({ name }) => name).join('-');
}

/** Writes the response of one status, which is one of these problems. */
export function writeProblemResponse(entries: SameStatus): Readonly<Record<string, unknown>> {
  const [{ status }] = entries;
  const headers = headersOf(status);
  const schemas = entries.map(({ name }) => ({ $ref: `#/components/schemas/${name}` }));
  const examples = Object.fromEntries(entries.flatMap(nameExamples));
  return {
    [MARK]: MARKED,
    description: entries.map(({ texts }) => texts.en.title).join(' / '),
    ...(headers !== undefined && { headers }),
    content: {
      'application/problem+json': {
        // An answer may be both: what a status says is true of each of its codes.
        schema: schemas.length === 1 ? schemas[0] : { anyOf: schemas },
        ...(Object.keys(examples).length > 0 && { examples }),
      },
    },
  };
}

function nameExamples(entry: ProblemEntry): readonly (readonly [string, object])[] {
  const { name, texts } = entry;
  return examplesIn(entry, texts.en).map((value, at) => [
    at === 0 ? name : `${name}-${at + 1}`,
    { value },
  ]);
}
