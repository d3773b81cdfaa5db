import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseObject, showAnswer } from './answer.js';
import { ANY, compileRoutes, type DeclaredProblems } from './declared-problems.js';
import { readDocument } from './read-document.js';
import { reportCoverage, type SeenProblem } from './report-coverage.js';
import { type AnsweredError, type Listener, watchResponses } from './watch-responses.js';

/** What {@link problemCoverage} takes beside the routes. */
export interface ProblemCoverageOptions {
  /** Where the processes of a test runner put together what they see; without it, each has its own. */
  readonly file?: string | undefined;
}

/** See {@link problemCoverage}. */
export interface ProblemCoverage {
  /** Makes the same application, of which each error that it sends is seen. */
  watch(listener: Listener): Listener;
  /**
   * Compares what was seen with what is declared.
   *
   * @throws {Error} that lists what was sent and is not declared, and what is declared and was never sent
   */
  check(): void;
  /** Forgets what was seen, in the file too. */
  clear(): void;
}

/**
 * Finds out whether an application gives the problems that it says it gives, and whether its tests have seen
 * each of them. It looks at what is sent: a concealed 403 is the 404 that clients see.
 *
 *     const coverage = problemCoverage({
 *       '*': [NotFound],
 *       'POST /orders': [BadRequest, OutOfCredit],
 *     });
 *     const app = coverage.watch(createApp());
 *     afterAll(() => coverage.check());
 *
 * @throws {TypeError} for a route or a problem that is none, two that no answer tells apart, or an option that
 *   there isn't
 * @throws {Error} of the file system, for a file that can't be written
 */
export function problemCoverage(
  declared: DeclaredProblems,
  options: ProblemCoverageOptions = {},
): ProblemCoverage {
  const routes = compileRoutes(declared);
  const { file } = checkOptions(options);
  if (file !== undefined) append(file, '');
  const seen = new Map<string, SeenProblem>();

  function see({ method, path, answer }: AnsweredError): void {
    const { status } = answer;
    const document = readDocument(answer);
    const { type = 'about:blank', code } = typeof document === 'string' ? { type: null } : document;
    const route = routes.find((each) => each.fits(method, path))?.name ?? ANY;
    const problem = {
      route,
      asked: `${method} ${path}`,
      status,
      type: typeof type === 'string' ? type : null,
      code: typeof code === 'string' ? code : undefined,
      shown: showAnswer(answer),
    };
    const key = JSON.stringify([route, status, problem.type, problem.code]);
    if (seen.has(key)) return;
    seen.set(key, problem);
    if (file !== undefined) append(file, `${JSON.stringify(problem)}\n`);
  }

  return {
    watch: (listener) => watchResponses(listener, see),
    check() {
      const all = file === undefined ? [...seen.values()] : read(file);
      const faults = reportCoverage(routes, all);
      if (faults !== undefined) throw new Error(faults);
    },
    clear() {
      seen.clear();
      if (file !== undefined) rmSync(file, { force: true });
    },
  };
}

function checkOptions(options: ProblemCoverageOptions): ProblemCoverageOptions {
  for (const name of Object.keys(options)) {
    if (name !== 'file') throw new TypeError(`${name} is no option of problemCoverage`);
  }
  if (options.file !== undefined && (typeof options.file !== 'string' || options.file === '')) {
    throw new TypeError(`file must be a path, not ${options.file}`);
  }
  return options;
}

/** Asked for nothing, it finds out at once whether it can: an answer must not fail by it. */
function append(file: string, line: string): void {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, line);
}

function read(file: string): SeenProblem[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  // The last line of a process that was killed may be a part of one.
  return lines.flatMap((line) => (parseObject(line) as SeenProblem | undefined) ?? []);
}
