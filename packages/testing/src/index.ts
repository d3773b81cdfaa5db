export type { MatcherContext, ProblemMatchers, Verdict } from './matcher.js';
export { toBeConcealedLike } from './to-be-concealed-like.js';
export { toBeProblem } from './to-be-problem.js';
export type { ErrorClass, Problem } from './wanted-problem.js';
