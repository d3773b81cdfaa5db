import { describeProblem, type Problem, type WantedProblem } from './wanted-problem.js';

/**
 * Which problems a route may give, by its method and path: `GET /orders/:id` or `GET /orders/{id}`. A `*` at
 * the end of a path stands for the rest. Of several that fit a request, the first is its route. What any
 * request may get is listed as `*`.
 */
export type DeclaredProblems = Readonly<Record<string, readonly Problem[]>>;

/** A route with what it may give. */
export interface DeclaredRoute {
  readonly name: string;
  readonly problems: readonly WantedProblem[];
  fits(method: string, path: string): boolean;
}

/** The name of what is declared for every route. */
export const ANY = '*';

/** @throws {TypeError} naming the route that is none, or whose problems are none */
export function compileRoutes(declared: DeclaredProblems): readonly DeclaredRoute[] {
  return Object.entries(declared).map(([name, problems]) => {
    if (!Array.isArray(problems)) throw new TypeError(`${name} must have a list of problems`);
    return { name, problems: problems.map(describeProblem), fits: compileName(name) };
  });
}

const NAME = /^([A-Z]+) (\/\S*)$/;

function compileName(name: string): DeclaredRoute['fits'] {
  if (name === ANY) return () => false;
  const [, declared, path] = NAME.exec(name) ?? [];
  if (path === undefined) {
    throw new TypeError(`a route is named as GET /orders/:id is, or *, not ${name}`);
  }
  const pattern = compilePath(path);
  const methods = declared === 'GET' ? ['GET', 'HEAD'] : [declared];
  return (method, asked) => methods.includes(method) && pattern.test(asked);
}

const PARAMETER = /^(?::\w+|\{\w+\})$/;

/** Where a path ends with a slash or not makes no difference. */
function compilePath(path: string): RegExp {
  const segments = path.replace(/\/$/, '').split('/');
  const last = segments.at(-1);
  const rest = last === '*' ? segments.pop() && '(?:/.*)?' : '/?';
  const patterns = segments.map((segment) =>
    PARAMETER.test(segment) ? '[^/]+' : segment.replace(/[^\w%-]/g, '\\$&'),
  );
  return new RegExp(`^${patterns.join('/')}${rest}$`);
}
