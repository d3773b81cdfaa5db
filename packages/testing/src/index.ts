export type { CodedProblem, DeclaredProblems } from './declared-problems.js';
export type { MatcherContext, ProblemMatchers, Verdict } from './matcher.js';
export {
  type ProblemCoverage,
  type ProblemCoverageOptions,
  problemCoverage,
} from './problem-coverage.js';
export { toBeConcealedLike } from './to-be-concealed-like.js';
export { toBeProblem } from './to-be-problem.js';
export type { ErrorClass, Problem } from './wanted-problem.js';
