import type { ProblemDocument } from '../errors/problem.js';
import { type JsonMembers, jsonMembers } from './json-value.js';

/**
 * The members that a text for people lists by name: the extensions, the code, and the type when it
 * says more than the status does. The others have a place of their own in the text.
 */
export function listMembers(problem: ProblemDocument): JsonMembers {
  const reference = findReference(problem);
  return jsonMembers(problem).filter(([name, value]) => {
    if (name === 'type') return value !== 'about:blank';
    return name === 'traceId' ? value !== reference : !TOLD_ELSEWHERE.has(name);
  });
}

/** What a user can quote to support: the trace's id where the document has it, or else its instance. */
export function findReference({ traceId, instance }: ProblemDocument): string | undefined {
  return typeof traceId === 'string' ? traceId : instance;
}

const TOLD_ELSEWHERE: ReadonlySet<string> = new Set([
  'title',
  'status',
  'substatus',
  'detail',
  'instance',
  'temporary',
]);

/** The code that a text for people is headed with: the substatus where the client may know it. */
export function findCode({ status, substatus }: ProblemDocument): string {
  return substatus ?? String(status);
}
