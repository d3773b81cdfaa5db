import { listOf, readProperty } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { readSegments } from './read-segments.js';
import { type Finding, refuseContent, VALIDATION_ANSWERS } from './refuse-content.js';

/**
 * Errors of valibot, by the name that they set and their issues.
 *
 * Its own messages end in what was received, so that end is cut off; what still repeats the value,
 * which the issue has as `input` and `received`, is replaced.
 *
 * @see https://valibot.dev/guides/issues/ (1.5, src/utils/_addIssue)
 */
export const valibot = defineMapper({
  name: 'valibot',
  libraries: 'valibot',
  match: { name: ['ValiError'] },
  answers: VALIDATION_ANSWERS,
  map({ thrown }, context) {
    const issues = listOf(readProperty(thrown, 'issues'));
    return issues && refuseContent(context, issues, { read: readIssue });
  },
});

function readIssue(issue: unknown): Finding {
  const message = readProperty(issue, 'message');
  const received = readProperty(issue, 'received');
  const path = readSegments(issue);
  // What it received in place of an unknown key is the key's name, which the pointer tells.
  const refused = [readProperty(issue, 'input'), received];
  return {
    path,
    code: readProperty(issue, 'type'),
    message: cutReceived(message, received),
    refused,
  };
}

function cutReceived(message: unknown, received: unknown): unknown {
  if (typeof message !== 'string' || typeof received !== 'string') return message;
  for (const end of [` but received ${received}`, `: Received ${received}`]) {
    if (message.endsWith(end)) return message.slice(0, -end.length);
  }
  return message;
}
