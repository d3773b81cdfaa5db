import { checkOptions } from './check-options.js';
import { describeSent, type JsonOptions, toFailure, toHeaders, toText } from './library-parts.js';
import { toProblemError } from './read-problem.js';

interface GotFailure {
  readonly name: string;
  readonly code?: string | undefined;
  readonly options: {
    readonly method: string;
    readonly url?: unknown;
    readonly headers: object;
    readonly body?: unknown;
  };
  readonly response?: GotAnswer | undefined;
}

interface GotAnswer {
  readonly statusCode: number;
  /** After redirects. */
  readonly url?: string;
  readonly headers: object;
  readonly body?: unknown;
  readonly rawBody?: Uint8Array | undefined;
}

/**
 * For got: `got.extend({ hooks: { beforeError: [gotProblem()] } })`. What is caught is a ProblemError or
 * a RequestError, whatever got's type of the hook says.
 *
 * @throws {TypeError} for options that are wrong
 */
export function gotProblem(
  options: JsonOptions = {},
): <Failure extends GotFailure>(error: Failure) => Failure {
  checkOptions('gotProblem', ['envelope'], options);
  return (error) => {
    const { method, url, headers, body } = error.options;
    const address = url instanceof URL || typeof url === 'string' ? String(url) : '';
    const sent = describeSent({ method, url: address, headers, content: body });
    const { response } = error;
    if (response === undefined || response.statusCode < 400) {
      return toFailure(sent, error) as never;
    }
    const received = {
      status: response.statusCode,
      headers: toHeaders(response.headers),
      url: response.url ?? address,
      text: toText(response.rawBody ?? response.body),
    };
    return toProblemError(sent, received, options) as never;
  };
}
