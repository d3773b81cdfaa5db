import {
  axiosProblem,
  gotProblem,
  isProblem,
  kyProblem,
  type ProblemError,
  type ProblemFetchOptions,
  problemFetch,
} from '@faultless/client';
import axios from 'axios';
import got from 'got';
import ky from 'ky';

type Ask = (url: string, options?: ProblemFetchOptions) => Promise<unknown>;

/** Each library that the client reads answers of, asking once. */
export const CLIENTS: readonly (readonly [name: string, ask: Ask])[] = [
  ['fetch', (url, options) => problemFetch(fetch, { retries: 0, ...options })(url)],
  [
    'axios',
    (url, options) => {
      const request = axios.create();
      request.interceptors.response.use(undefined, axiosProblem(options));
      return request(url);
    },
  ],
  ['ky', (url, options) => ky(url, { retry: 0, hooks: { beforeError: [kyProblem(options)] } })],
  [
    'got',
    (url, options) =>
      got(url, { retry: { limit: 0 }, hooks: { beforeError: [gotProblem(options)] } }),
  ],
];

/** What is caught, which must be a problem. */
export async function problemOf(work: Promise<unknown>): Promise<ProblemError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!isProblem(error)) throw new Error('it was no problem', { cause: error });
  return error;
}
