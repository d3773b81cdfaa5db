import { checkOptions } from './check-options.js';
import { describeSent } from './library-parts.js';
import { type ReadOptions, readError } from './read-problem.js';

interface KyFailure {
  readonly response: Response;
  readonly request: Request;
  readonly options?: { readonly body?: unknown };
}

/**
 * For ky: `ky.create({ hooks: { beforeError: [kyProblem()] } })`. What is caught for a response of 400 to 599 is
 * a ProblemError, whatever ky's type of the hook says.
 *
 * @throws {TypeError} for options that are wrong
 */
export function kyProblem(
  options: ReadOptions = {},
): <Failure extends KyFailure>(error: Failure) => Promise<Failure> {
  checkOptions('kyProblem', ['envelope', 'maxBytes'], options);
  return async (error) => {
    const { request, response } = error;
    if (response.status < 400) return error;
    const { method, headers } = request;
    const url = response.url || request.url;
    const sent = describeSent({ method, url, headers, content: error.options?.body });
    return (await readError(cloneUnread(response), sent, options)) as never;
  };
}

/** Of what somebody else reads, nothing is read. */
function cloneUnread(response: Response): Response {
  try {
    return response.clone();
  } catch {
    return response;
  }
}
