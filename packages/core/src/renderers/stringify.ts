import type { ProblemDocument } from '../exposure/problem-document.js';
import { isImmense, plainMembers } from './plain-value.js';

/**
 * The JSON text of a problem document, whatever its extension members hold; never throws. What JSON
 * cannot say, and what lies too deep, is told in `plainMembers`: JSON.stringify takes quadratic time
 * for depth, which may be a client's, where an app gives back what it was sent.
 *
 * @see RFC 9457 §3
 */
export function stringifyProblem(problem: ProblemDocument): string {
  try {
    // A member of this name would replace the whole document.
    if (typeof problem.toJSON !== 'function' && !isImmense(problem)) return JSON.stringify(problem);
  } catch {
    // The walk below leaves out what threw.
  }
  return JSON.stringify(Object.fromEntries(plainMembers(problem)));
}
