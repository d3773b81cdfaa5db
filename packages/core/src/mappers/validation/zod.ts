import { listOf, readProperty } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { pathBelow } from './build-pointer.js';
import { type Finding, refuseContent, VALIDATION_ANSWERS } from './refuse-content.js';

/**
 * Errors of zod 4, its mini and core builds, and zod 3, by the name that they set and their issues.
 *
 * Its own messages name types, limits and options of the schema, never the value (locales/en.js), but
 * for zod 3's about an option or a literal, whose issue has the value as `received`; messages of the
 * schema's author are the author's. With `reportInput` the issue has the value as `input`. A message
 * that repeats it is replaced. The message for unknown keys lists them: they go into pointers.
 *
 * @see https://zod.dev/error-formatting (4.6, v4/core/errors.d.ts)
 */
export const zod = defineMapper({
  name: 'zod',
  libraries: 'zod 4 (classic, mini, core) and 3',
  match: { name: ['ZodError', '$ZodError'] },
  answers: VALIDATION_ANSWERS,
  map({ thrown }, context) {
    const issues = listOf(readProperty(thrown, 'issues'));
    return issues && refuseContent(context, issues, { read: readIssue, count: countKeys });
  },
});

/** One issue is about all unknown keys of an object. */
function unknownKeys(issue: unknown): readonly unknown[] | undefined {
  const about = readProperty(issue, 'code') === 'unrecognized_keys';
  return about ? listOf(readProperty(issue, 'keys')) : undefined;
}

function countKeys(issue: unknown): number {
  return unknownKeys(issue)?.length ?? 1;
}

function readIssue(issue: unknown, at: number): Finding {
  const path = listOf(readProperty(issue, 'path')) ?? [];
  const code = readProperty(issue, 'code');
  const keys = unknownKeys(issue);
  if (keys !== undefined) return { path: pathBelow(path, keys[at]), key: 'member_unknown', code };
  // Of a wrong type, it is only the type's name.
  const received = code === 'invalid_type' ? undefined : readProperty(issue, 'received');
  const refused = [readProperty(issue, 'input'), received];
  return { path, code, message: readProperty(issue, 'message'), refused };
}
