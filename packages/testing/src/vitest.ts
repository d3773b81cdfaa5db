import 'vitest';
import { expect } from 'vitest';
import type { ProblemMatchers } from './matcher.js';
import { toBeConcealedLike } from './to-be-concealed-like.js';
import { toBeProblem } from './to-be-problem.js';

declare module 'vitest' {
  interface Assertion<T> extends ProblemMatchers<void, T> {}
}

expect.extend({ toBeProblem, toBeConcealedLike });
