import { explainMapping } from '@faultless/core';

/** No text of ours, and of no library. */
export const CANARY = 'kanari97531';

/** Deep enough for a list of errors with contexts; what hangs below is a socket or the like. */
const MAX_DEPTH = 6;
const MAX_FIELDS = 400;

interface Field {
  readonly path: string;
  readonly holder: object;
  readonly name: string | number;
  readonly text: string;
}

/**
 * Puts a canary into every text field of an error, hidden ones too, but for those by which the mapper
 * knows it and those that are told on purpose.
 *
 * @returns the paths that hold a canary now, those that had to stay as they were, and what takes the
 * canaries out again: errors of HTTP clients hold what later requests use too, such as an agent
 */
export function plantCanaries(
  error: unknown,
  mapper: string,
  told: RegExp | undefined,
): { planted: string[]; kept: string[]; restore: () => void } {
  const planted: string[] = [];
  const kept: string[] = [];
  const fields = listFields(error);
  const restore = (): void => {
    for (const field of fields) write(field, field.text);
  };
  for (const field of fields) {
    if (told?.test(field.path)) {
      kept.push(field.path);
    } else if (write(field, `${field.text} ${CANARY}`)) {
      if (explainMapping(error).mapper === mapper) planted.push(field.path);
      else {
        write(field, field.text);
        kept.push(field.path);
      }
    }
  }
  return { planted, kept, restore };
}

/** The text fields of an error and of what it holds. */
export function listFields(error: unknown): Field[] {
  const fields: Field[] = [];
  const seen = new Set<unknown>();
  const visit = (value: unknown, path: string, depth: number): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    if (depth > MAX_DEPTH || ArrayBuffer.isView(value)) return;
    seen.add(value);
    for (const key of Reflect.ownKeys(value)) {
      const descriptor = Reflect.getOwnPropertyDescriptor(value, key);
      if (typeof key === 'symbol' || descriptor === undefined) continue;
      // Newer Nodes keep an error's stack behind accessors.
      if (!('value' in descriptor || key === 'stack')) continue;
      const at = Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`;
      const held: unknown = Reflect.get(value, key);
      if (typeof held === 'string' && fields.length < MAX_FIELDS) {
        fields.push({ path: at, holder: value, name: key, text: held });
      } else visit(held, at, depth + 1);
    }
  };
  visit(error, '', 0);
  return fields;
}

function write({ holder, name }: Field, text: string): boolean {
  try {
    (holder as Record<string | number, unknown>)[name] = text;
    return true;
  } catch {
    return false;
  }
}
