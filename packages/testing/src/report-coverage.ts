import { ANY, type DeclaredRoute } from './declared-problems.js';
import type { WantedProblem } from './wanted-problem.js';

/** An error that was sent. */
export interface SeenProblem {
  /** The name of its route, as it is declared. */
  readonly route: string;
  /** What was asked for: `GET /orders/7`. */
  readonly asked: string;
  readonly status: number;
  /** null where the answer is no problem document, as a page or an answer to HEAD. */
  readonly type: string | null;
  readonly code?: string | undefined;
  /** The answer, for people. */
  readonly shown: string;
}

/** @returns what is wrong, for people; undefined where all is declared and seen */
export function reportCoverage(
  routes: readonly DeclaredRoute[],
  seen: readonly SeenProblem[],
): string | undefined {
  const strange = seen.filter((problem) => findDeclared(routes, problem, mayBe).length === 0);
  const found = new Set(seen.flatMap((problem) => findDeclared(routes, problem, isSurely)));
  const missing = routes.flatMap(({ name, problems }) =>
    problems.filter((problem) => !found.has(problem)).map((problem) => `${name}: ${problem.name}`),
  );
  const parts = [
    list('Problems that were sent, but are not declared:', strange.map(describeSeen)),
    list('Problems that are declared, but were never sent:', [...new Set(missing)]),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join('\n\n');
}

/** What is declared for its route, else what is for every route: that which says most of the answer. */
function findDeclared(
  routes: readonly DeclaredRoute[],
  problem: SeenProblem,
  fits: (problem: SeenProblem, declared: WantedProblem) => boolean,
): readonly WantedProblem[] {
  for (const name of [problem.route, ANY]) {
    const declared = routes.find((route) => route.name === name)?.problems ?? [];
    const fitting = declared.filter((each) => fits(problem, each));
    const most = Math.max(...fitting.map(countWords));
    if (fitting.length > 0) return fitting.filter((each) => countWords(each) === most);
  }
  return [];
}

/** How much it says beside the status: a type or a code, that there is no type, or nothing. */
function countWords({ type, code }: WantedProblem): number {
  if (code !== undefined) return 2;
  if (type === undefined) return 0;
  return type === 'about:blank' ? 1 : 2;
}

function isSurely({ status, type, code }: SeenProblem, declared: WantedProblem): boolean {
  return (
    status === declared.status &&
    (declared.type === undefined || type === declared.type) &&
    (declared.code === undefined || code === declared.code)
  );
}

/** What is no problem document may be any of its status. */
function mayBe(problem: SeenProblem, declared: WantedProblem): boolean {
  return problem.type === null ? problem.status === declared.status : isSurely(problem, declared);
}

function describeSeen({ route, asked, status, type, code, shown }: SeenProblem): string {
  const of = route === ANY ? '' : ` (${route})`;
  const words = [status, type === 'about:blank' ? null : type, code];
  const what = words.filter((word) => word !== null && word !== undefined).join(' ');
  return `${asked}${of}: ${what}\n\n${shown.replace(/^(?=.)/gm, '    ')}\n`;
}

function list(headline: string, items: readonly string[]): string | undefined {
  return items.length === 0
    ? undefined
    : [headline, ...items.map((item) => `  ${item}`)].join('\n');
}
