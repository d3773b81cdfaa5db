import type { ProblemDocument } from '../errors/problem.js';
import type { Locale } from '../locales/locale.js';
import { findReasonPhrase } from '../statuses/registered.js';
import { catchRejection } from '../values/catch-rejection.js';
import { describeValue } from '../values/describe-value.js';
import { isObject } from '../values/kinds.js';
import { stringifyProblem } from './json.js';
import type { Renderer } from './renderer.js';

/** A problem document with a code for programs, whatever the error was. */
export type CodedProblem = ProblemDocument & {
  /** The error's own, or else its status in words: `not_found`, `internal_server_error`. */
  readonly code: string;
};

/**
 * A format of your own: `application/json` with the body that your clients know. It shows what the
 * problem document shows, so that nothing concealed leaves by it.
 *
 *     jsonEnvelope(({ code, detail }) => ({ error: { code, message: detail } }))
 *
 * @param shape makes the body, an object; where it fails, the problem document of a 500 leaves, and the
 *   report says so
 */
export function jsonEnvelope(shape: (problem: CodedProblem, locale: Locale) => object): Renderer {
  if (typeof shape !== 'function') {
    throw new TypeError(
      `jsonEnvelope takes a function (problem, locale) => object, not ${describeValue(shape)}`,
    );
  }
  return {
    mediaType: 'application/json',
    render(problem, locale) {
      const body = shape({ ...problem, code: problem.code ?? codeOf(problem.status) }, locale);
      if (isObject(body) && !Array.isArray(body) && !('then' in body))
        return stringifyProblem(body as Readonly<Record<string, unknown>>);
      catchRejection(body, () => undefined);
      throw new TypeError(
        `the shape of jsonEnvelope returned ${describeValue(body)}, not an object`,
      );
    },
  };
}

/** `I'm a teapot` is `im_a_teapot`. */
function codeOf(status: number): string {
  return findReasonPhrase(status).toLowerCase().replace(/'/g, '').replace(/\W+/g, '_');
}
