import { type Answer, readAnswer, showAnswer, showValue } from './answer.js';
import type { MatcherContext, Verdict } from './matcher.js';
import { readDocument } from './read-document.js';
import { describeProblem, type Problem, type WantedProblem } from './wanted-problem.js';

/** The matcher: see {@link ProblemMatchers.toBeProblem}. For `expect.extend` of other runners than jest and vitest. */
export function toBeProblem(
  this: MatcherContext,
  received: unknown,
  problem: Problem,
  members: Readonly<Record<string, unknown>> = {},
): Verdict | Promise<Verdict> {
  const wanted = describeProblem(problem);
  checkMembers(members);
  const judge = (answer: Answer): Verdict => {
    const faults = findFaults(this, answer, { wanted, members });
    const pass = faults.length === 0;
    const headline = pass ? [`expected no ${wanted.name}, and got one`] : faults;
    return { pass, message: () => [...headline, '', showAnswer(answer)].join('\n') };
  };
  const answer = readAnswer(received);
  return answer instanceof Promise ? answer.then(judge) : judge(answer);
}

function checkMembers(members: unknown): void {
  if (typeof members === 'object' && members !== null && !Array.isArray(members)) return;
  throw new TypeError(`The members of a problem are an object, not ${showValue(members)}.`);
}

function findFaults(
  { equals, utils }: MatcherContext,
  answer: Answer,
  { wanted, members }: { wanted: WantedProblem; members: Readonly<Record<string, unknown>> },
): string[] {
  const faults: string[] = [];
  const compare = (what: string, expected: unknown, found: unknown): void => {
    if (equals(found, expected)) return;
    const [wish, reality] = [utils.printExpected(expected), utils.printReceived(found)];
    faults.push(`${what}: expected ${wish}, received ${reality}`);
  };
  compare('status', wanted.status, answer.status);
  const document = readDocument(answer);
  if (typeof document === 'string') return [...faults, document];
  if (document.status !== undefined) {
    compare('status in the body (RFC 9457 §3.1.2)', answer.status, document.status);
  }
  if (wanted.type !== undefined) compare('type', wanted.type, document.type ?? 'about:blank');
  if (typeof members.asymmetricMatch === 'function') compare('members', members, document);
  else {
    for (const [name, value] of Object.entries(members)) {
      compare(name, value, Object.hasOwn(document, name) ? document[name] : undefined);
    }
  }
  return faults;
}
