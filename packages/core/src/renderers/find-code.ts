import type { ProblemDocument } from '../exposure/problem-document.js';

/** The code that a text for people is headed with: the substatus where the client may know it. */
export function findCode({ status, substatus }: ProblemDocument): string {
  return substatus ?? String(status);
}
