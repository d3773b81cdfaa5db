import type { HttpError } from '@faultless/core';
import { registeredStatuses } from '@faultless/core/statuses';
import { showValue } from './answer.js';

/** A class of `defineProblem`, one of Faultless's own such as `Forbidden`, or one that extends either. */
export type ErrorClass = (abstract new (
  ...args: never
) => HttpError) & {
  readonly type?: string;
  readonly status?: number;
};

/** A problem that is asked for: by its class, or by nothing but the status. */
export type Problem = ErrorClass | number;

/** What a {@link Problem} looks like in an answer. */
export interface WantedProblem {
  /** For people. */
  readonly name: string;
  readonly status: number;
  /** The problem type; undefined where any is right. */
  readonly type: string | undefined;
  /** The code; undefined where any is right, or none. */
  readonly code?: string;
}

/**
 * Tells what a problem looks like. A number is a status with any problem type; a class without a problem
 * type of its own has `about:blank` (RFC 9457 §4.2.1).
 *
 * @throws {TypeError} where it is neither, a class whose status only its constructor knows, or no status of
 *   an error
 */
export function describeProblem(problem: Problem): WantedProblem {
  if (typeof problem === 'number') {
    return { name: String(problem), status: checkStatus(problem), type: undefined };
  }
  if (typeof problem !== 'function') {
    throw new TypeError(`A problem is a class or a status, not ${showValue(problem)}.`);
  }
  const status = problem.status ?? findStatus(problem);
  if (status === undefined) {
    throw new TypeError(`The status of ${problem.name} is unknown: give it a static \`status\`.`);
  }
  return { name: problem.name, status: checkStatus(status), type: problem.type ?? 'about:blank' };
}

/** @throws {TypeError} for what no error has */
export function checkStatus(status: unknown): number {
  if (typeof status === 'number' && Number.isInteger(status) && status >= 400 && status <= 599) {
    return status;
  }
  throw new TypeError(`The status of a problem is from 400 to 599, not ${showValue(status)}.`);
}

/** Classes are named by the registry's phrases, as those that they extend are. */
function findStatus(problem: ErrorClass): number | undefined {
  for (
    let each: object | null = problem;
    each;
    each = Object.getPrototypeOf(each) as object | null
  ) {
    const status = STATUSES.get(simplify((each as ErrorClass).name));
    if (status !== undefined) return status;
  }
  return undefined;
}

const STATUSES = new Map(
  registeredStatuses().map(({ phrase, code }) => [simplify(phrase), Number(code)]),
);

function simplify(name = ''): string {
  return name.replace(/[^A-Za-z]/g, '').toLowerCase();
}
