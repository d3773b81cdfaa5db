import { showValue } from './answer.js';
import {
  checkStatus,
  describeProblem,
  type Problem,
  type WantedProblem,
} from './wanted-problem.js';

/** A problem that its code alone tells from others of its status, as those that are made of a library's errors. */
export interface CodedProblem {
  readonly status: number;
  readonly code: string;
  /** A type is named by its class. */
  readonly type?: never;
}

/**
 * Which problems a route may give, by its method and path: `GET /orders/:id` or `GET /orders/{id}`. A `*` at
 * the end of a path stands for the rest. Of several that fit a request, the first is its route. What any
 * request may get is listed as `*`.
 *
 *     { 'GET /orders/:id': [NotFound, { status: 404, code: 'record_not_found' }] }
 */
export type DeclaredProblems = Readonly<Record<string, readonly (Problem | CodedProblem)[]>>;

/** A route with what it may give. */
export interface DeclaredRoute {
  readonly name: string;
  readonly problems: readonly WantedProblem[];
  fits(method: string, path: string): boolean;
}

/** The name of what is declared for every route. */
export const ANY = '*';

/** @throws {TypeError} naming the route that is none, or whose problems are none or can't be told apart */
export function compileRoutes(declared: DeclaredProblems): readonly DeclaredRoute[] {
  return Object.entries(declared).map(([name, list]) => {
    if (!Array.isArray(list)) throw new TypeError(`${name} must have a list of problems`);
    const problems = (list as readonly (Problem | CodedProblem)[]).map(describeDeclared);
    checkDistinct(name, problems);
    return { name, problems, fits: compileName(name) };
  });
}

function describeDeclared(problem: Problem | CodedProblem): WantedProblem {
  if (typeof problem !== 'object' || (problem as unknown) === null)
    return describeProblem(problem as Problem);
  const { status, code, ...rest } = problem;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined)
    throw new TypeError(`A problem has a status and a code, no ${unknown}.`);
  if (typeof code !== 'string' || code === '') {
    throw new TypeError(`The code of a problem is a text, not ${showValue(code)}.`);
  }
  return { name: `${status} ${code}`, status: checkStatus(status), type: undefined, code };
}

/** Of two that are one in an answer, nobody could say which was sent. */
function checkDistinct(route: string, problems: readonly WantedProblem[]): void {
  const known = new Map<string, string>();
  for (const { name, status, type, code } of problems) {
    const key = JSON.stringify([status, type, code]);
    const other = known.get(key);
    if (other !== undefined) {
      throw new TypeError(
        `${route}: no answer tells ${name} from ${other}: declare one of them, or each by its code, as { status: ${status}, code: 'its_code' }`,
      );
    }
    known.set(key, name);
  }
}

const NAME = /^([A-Z]+) (\/\S*)$/;

function compileName(name: string): DeclaredRoute['fits'] {
  if (name === ANY) return () => false;
  const [, declared, path] = NAME.exec(name) ?? [];
  if (path === undefined) {
    throw new TypeError(`a route is named as GET /orders/:id is, or *, not ${name}`);
  }
  const pattern = compilePath(name, path);
  const methods = declared === 'GET' ? ['GET', 'HEAD'] : [declared];
  return (method, asked) => methods.includes(method) && pattern.test(asked);
}

/** `:id` begins a segment, or follows `-` or `.` in it; `{order-id}` may stand anywhere. */
const PARAMETER = /\{[\w.~-]+\}|(?<=[/.-]):\w+/;

/** A `*` may have a name, as Express 5 wants it. */
const REST = /\/(?:\*\w*|\{\*\w+\})\/?$/;

/** Of patterns, there is nothing else. */
const OTHER_PATTERN = /[*{}?\\]/;

/** Where a path ends with a slash or not makes no difference. */
function compilePath(name: string, path: string): RegExp {
  const literals = path.replace(REST, '').replace(/\/$/, '').split(PARAMETER);
  if (literals.some((literal) => OTHER_PATTERN.test(literal))) {
    throw new TypeError(`a path has parameters such as :id or {id}, and * at its end: ${name}`);
  }
  const rest = REST.test(path) ? '(?:/.*)?' : '/?';
  return new RegExp(`^${literals.map(escapeLiteral).join('[^/]+')}${rest}$`);
}

function escapeLiteral(literal: string): string {
  return literal.replace(/[^\w%-]/g, '\\$&');
}
