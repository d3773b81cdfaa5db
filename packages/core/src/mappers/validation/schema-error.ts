import { defineMapper } from '../built-in-mapper.js';
import { listOf } from '../list-of.js';
import { readProperty } from '../read-property.js';
import { refuseContent, VALIDATION_ANSWERS } from './refuse-content.js';
import { readSegments } from './standard-schema.js';

/**
 * The error that wraps the issues of any Standard Schema, by the name that \@standard-schema/utils
 * gives it.
 *
 * Whose words the messages are is unknown, and so whether they repeat a value: they do not leave.
 *
 * @see https://github.com/standard-schema/standard-schema/tree/main/packages/utils (0.3)
 */
export const schemaError = defineMapper({
  name: 'standard-schema',
  libraries: '`SchemaError` of @standard-schema/utils, with the issues of any Standard Schema',
  match: { name: ['SchemaError'] },
  answers: VALIDATION_ANSWERS,
  map({ thrown }, context) {
    const issues = listOf(readProperty(thrown, 'issues'));
    return (
      issues &&
      refuseContent(context, issues, (issue) => ({
        path: readSegments(issue),
        code: readProperty(issue, 'code') ?? readProperty(issue, 'type'),
      }))
    );
  },
});
