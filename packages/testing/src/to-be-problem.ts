import { type Answer, findField, parseObject, readAnswer, showAnswer } from './answer.js';
import type { MatcherContext, Verdict } from './matcher.js';
import { describeProblem, type Problem, type WantedProblem } from './wanted-problem.js';

/** The matcher: see {@link ProblemMatchers.toBeProblem}. For `expect.extend` of other runners than jest and vitest. */
export function toBeProblem(
  this: MatcherContext,
  received: unknown,
  problem: Problem,
  members: Readonly<Record<string, unknown>> = {},
): Verdict | Promise<Verdict> {
  const wanted = describeProblem(problem);
  const judge = (answer: Answer): Verdict => {
    const faults = findFaults(this, answer, { wanted, members });
    const pass = faults.length === 0;
    const headline = pass ? [`expected no ${wanted.name}, and got one`] : faults;
    return { pass, message: () => [...headline, '', showAnswer(answer)].join('\n') };
  };
  const answer = readAnswer(received);
  return answer instanceof Promise ? answer.then(judge) : judge(answer);
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
  for (const [name, value] of Object.entries(members)) compare(name, value, document[name]);
  return faults;
}

/** RFC 9457 has the first; who asks for the second gets problems as that. */
const MEDIA_TYPES = new Set(['application/problem+json', 'application/json']);

/** @returns what is wrong, where it is no document */
function readDocument(answer: Answer): Record<string, unknown> | string {
  const type = findField(answer, 'content-type');
  const mediaType = String(type?.split(';')[0]).trim().toLowerCase();
  if (!MEDIA_TYPES.has(mediaType)) {
    return `expected application/problem+json, received ${type ?? 'no Content-Type'}`;
  }
  const isProblemJson = mediaType === 'application/problem+json';
  const document = parseObject(answer.text);
  if (document === undefined) {
    return answer.text === '' ? 'the body is empty' : 'the body is no JSON object';
  }
  if (isProblemJson || isProblem(document, answer)) return document;
  return 'expected a problem document, received JSON without its status and a title';
}

/** JSON of another media type is one only if it says so: any handler may send JSON. */
function isProblem(document: Record<string, unknown>, { status }: Answer): boolean {
  return document.status === status && typeof document.title === 'string';
}
