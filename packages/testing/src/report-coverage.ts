import { ANY, type DeclaredRoute } from './declared-problems.js';
import type { WantedProblem } from './wanted-problem.js';

/** An error that was sent. */
export interface SeenProblem {
  /** The name of its route, as it is declared. */
  readonly route: string;
  /** What was asked for: `GET /orders/7`. */
  readonly asked: string;
  readonly status: number;
  /** null where the answer says none, as a page or an answer to HEAD. */
  readonly type: string | null;
  /** The answer, for people. */
  readonly shown: string;
}

/** @returns what is wrong, for people; undefined where all is declared and seen */
export function reportCoverage(
  routes: readonly DeclaredRoute[],
  seen: readonly SeenProblem[],
): string | undefined {
  const strange = seen.filter((problem) => findDeclared(routes, problem, mayBe) === undefined);
  const found = new Set(seen.map((problem) => findDeclared(routes, problem, isSurely)));
  const missing = routes.flatMap(({ name, problems }) =>
    problems.filter((problem) => !found.has(problem)).map((problem) => `${name}: ${problem.name}`),
  );
  const parts = [
    list('Problems that were sent, but are not declared:', strange.map(describeSeen)),
    list('Problems that are declared, but were never sent:', [...new Set(missing)]),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join('\n\n');
}

/** What is declared for its route, else what is for every route. */
function findDeclared(
  routes: readonly DeclaredRoute[],
  problem: SeenProblem,
  fits: (problem: SeenProblem, declared: WantedProblem) => boolean,
): WantedProblem | undefined {
  const own = routes.find(({ name }) => name === problem.route);
  const any = routes.find(({ name }) => name === ANY);
  return [...(own?.problems ?? []), ...(any?.problems ?? [])].find((each) => fits(problem, each));
}

function isSurely({ status, type }: SeenProblem, declared: WantedProblem): boolean {
  return status === declared.status && (declared.type === undefined || type === declared.type);
}

function mayBe(problem: SeenProblem, declared: WantedProblem): boolean {
  return isSurely(
    problem.type === null ? { ...problem, type: declared.type ?? null } : problem,
    declared,
  );
}

function describeSeen({ route, asked, status, type, shown }: SeenProblem): string {
  const of = route === ANY ? '' : ` (${route})`;
  const what = type === null || type === 'about:blank' ? status : `${status} ${type}`;
  return `${asked}${of}: ${what}\n\n${shown.replace(/^(?=.)/gm, '    ')}\n`;
}

function list(headline: string, items: readonly string[]): string | undefined {
  return items.length === 0
    ? undefined
    : [headline, ...items.map((item) => `  ${item}`)].join('\n');
}
