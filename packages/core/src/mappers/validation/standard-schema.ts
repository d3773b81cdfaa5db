import { listOf, readProperty } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { readSegments } from './read-segments.js';
import { type Finding, refuseContent, VALIDATION_ANSWERS } from './refuse-content.js';

/**
 * The issues of any Standard Schema: in the error that \@standard-schema/utils makes of them, by its
 * name; in the result of a validation that failed, or as a list, thrown as they are, by the shape of
 * an issue.
 *
 * Whose words the messages are is unknown, and so whether they repeat a value: they do not leave.
 *
 * @see https://github.com/standard-schema/standard-schema/tree/main/packages/utils (0.3)
 */
export const standardSchema = defineMapper({
  name: 'standard-schema',
  libraries:
    'Issues of any Standard Schema: `SchemaError` of @standard-schema/utils, a failed result, a list',
  match: { name: ['SchemaError'], has: ['issues'], list: true },
  answers: VALIDATION_ANSWERS,
  map({ thrown, name, list }, context) {
    const issues = listOf(list ? thrown : readProperty(thrown, 'issues'));
    return issues !== undefined && (name === 'SchemaError' || isIssue(issues[0]))
      ? refuseContent(context, issues, { read: readIssue })
      : undefined;
  },
});

function readIssue(issue: unknown): Finding {
  const code = readProperty(issue, 'code') ?? readProperty(issue, 'type');
  return { path: readSegments(issue), code };
}

/** An issue about the whole has no path, but then nothing tells it from any error. */
function isIssue(value: unknown): boolean {
  return (
    typeof readProperty(value, 'message') === 'string' &&
    listOf(readProperty(value, 'path')) !== undefined
  );
}
