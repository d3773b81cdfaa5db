import { expect } from '@jest/globals';
import type { ProblemMatchers } from './matcher.js';
import { toBeConcealedLike } from './to-be-concealed-like.js';
import { toBeProblem } from './to-be-problem.js';

declare global {
  namespace jest {
    interface Matchers<R, T> extends ProblemMatchers<R, T> {}
  }
}

declare module 'expect' {
  interface Matchers<R extends void | Promise<void>, T> extends ProblemMatchers<R, T> {}
}

expect.extend({ toBeProblem, toBeConcealedLike });
