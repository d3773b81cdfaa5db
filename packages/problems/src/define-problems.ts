import { en, type Locale, zhCN } from '@faultless/core';
import { checkDescription } from './check-descriptions.js';
import { checkOther, checkUnique } from './check-entries.js';
import { checkProblemsOptions } from './check-problems-options.js';
import { describeEntry, describeOther } from './describe-entry.js';
import { type ClassOf, createProblemClass, type DescribedClass } from './problem-class.js';
import type { ProblemDescription } from './problem-description.js';
import type { ProblemEntry } from './problem-entry.js';
import type { ProblemDescriptions, ProblemsOptions } from './problems-options.js';
import { slugOf } from './slug.js';

/** An application's problem types, from which all else follows. */
export interface Problems<Descriptions extends ProblemDescriptions = ProblemDescriptions> {
  readonly base: string;
  readonly locales: readonly Locale[];
  /** A class for each problem, to be thrown. */
  readonly classes: { readonly [Name in keyof Descriptions]: ClassOf<Descriptions[Name]> };
  /** All that is known of each, those of others last. */
  readonly entries: readonly ProblemEntry[];
}

/**
 * Describes the problem types of an application, once for all that is made of them: the classes to
 * throw, the pages at their URIs, the OpenAPI document, tests and clients.
 *
 *     export const problems = defineProblems({
 *       base: 'https://api.example/problems/',
 *       problems: {
 *         OutOfCredit: {
 *           status: 403,
 *           texts: { en: { title: 'You do not have enough credit.', detail: 'It costs more than you have.' } },
 *           members: z.object({ balance: z.number() }),
 *         },
 *       },
 *     });
 *     export const { OutOfCredit } = problems.classes;
 *
 *     throw new OutOfCredit({ balance: 30 });
 *
 * @throws {TypeError} when something is wrong with one of them: what it is, and what is allowed
 * @see RFC 9457 §4
 */
export function defineProblems<const Descriptions extends ProblemDescriptions>(
  options: ProblemsOptions<Descriptions>,
): Problems<Descriptions> {
  checkProblemsOptions(options);
  const { base, problems, locales = [en, zhCN], others = [] } = options;
  for (const other of others) checkOther(other);
  const classes: Record<string, DescribedClass<object, object>> = {};
  const entries = Object.entries(problems).map(([name, description]) => {
    checkDescription(name, description, locales);
    const slug = description.slug ?? slugOf(name);
    const Problem = createNamed(name, base + slug, description);
    classes[name] = Problem;
    return describeEntry(Problem, { name, slug, description });
  });
  const all = [...entries, ...others.map(describeOther)];
  checkUnique(all);
  return { base, locales, classes: classes as never, entries: all };
}

/** What core refuses says nothing of which of them it is. */
function createNamed(
  name: string,
  type: string,
  description: ProblemDescription,
): DescribedClass<object, object> {
  try {
    return createProblemClass(name, type, description);
  } catch (cause) {
    throw new TypeError(`defineProblems: ${name}: ${(cause as Error).message}`, { cause });
  }
}
