import type { ProblemDocument } from '../errors/problem.js';
import { isImmense, jsonMembers } from './json-value.js';
import type { BuiltInRenderer } from './renderer.js';

/** Writes the same document as `problemJson`, for clients that ask for plain `application/json`. */
export const json: BuiltInRenderer = {
  mediaType: 'application/json',
  deterministic: true,
  render: stringifyProblem,
};

/**
 * Writes the problem document as `application/problem+json`.
 *
 * @see RFC 9457 §3
 */
export const problemJson: BuiltInRenderer = {
  mediaType: 'application/problem+json',
  deterministic: true,
  render: stringifyProblem,
};

/**
 * The JSON text of a problem document, whatever its extension members hold; never throws. What JSON
 * cannot say, and what lies too deep, is told in `jsonMembers`: JSON.stringify takes quadratic time
 * for depth, which may be a client's, where an app gives back what it was sent.
 *
 * @see RFC 9457 §3
 */
export function stringifyProblem(
  problem: ProblemDocument | Readonly<Record<string, unknown>>,
): string {
  try {
    // A member of this name would replace the whole document.
    if (typeof problem.toJSON !== 'function' && !isImmense(problem)) return JSON.stringify(problem);
  } catch {
    // The walk below leaves out what threw.
  }
  return JSON.stringify(Object.fromEntries(jsonMembers(problem)));
}
