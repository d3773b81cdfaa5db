import type { Renderer } from '../types.js';
import { stringifyProblem } from './stringify.js';

/** Writes the same document as `problemJson`, for clients that ask for plain `application/json`. */
export const json: Renderer = {
  mediaType: 'application/json',
  render: (problem) => stringifyProblem(problem),
};
