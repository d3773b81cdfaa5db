export { axiosProblem } from './axios-problem.js';
export type { Challenge } from './challenges.js';
export { gotProblem } from './got-problem.js';
export { kyProblem } from './ky-problem.js';
export { type Problem, problemType, type TypedProblem } from './problem.js';
export { isProblem, ProblemError, RequestError } from './problem-error.js';
export { type ProblemFetchOptions, problemFetch } from './problem-fetch.js';
export { type ReadOptions, type ReadProblemOptions, readProblem } from './read-problem.js';
export type { Retry } from './retry.js';
