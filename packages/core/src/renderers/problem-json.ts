import type { Renderer } from '../types.js';
import { stringifyProblem } from './stringify.js';

/**
 * Writes the problem document as `application/problem+json`.
 *
 * @see RFC 9457 §3
 */
export const problemJson: Renderer = {
  mediaType: 'application/problem+json',
  render: (problem) => stringifyProblem(problem),
};
