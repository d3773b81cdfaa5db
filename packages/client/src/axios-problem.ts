import { checkOptions } from './check-options.js';
import { describeSent, type JsonOptions, toFailure, toHeaders, toText } from './library-parts.js';
import { toProblemError } from './read-problem.js';

interface AxiosFailure {
  readonly name?: string;
  readonly code?: string | undefined;
  readonly config?: AxiosConfig | undefined;
  readonly response?: AxiosAnswer | undefined;
}

interface AxiosConfig {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly baseURL?: string | undefined;
  readonly allowAbsoluteUrls?: boolean | undefined;
  readonly headers?: object | undefined;
  readonly data?: unknown;
}

interface AxiosAnswer {
  readonly status: number;
  readonly headers: object;
  readonly data: unknown;
  /** An XMLHttpRequest, a request of `node:http`, or a Request: each tells in its own way where it went. */
  readonly request?: {
    readonly responseURL?: string;
    readonly res?: { readonly responseUrl?: string };
    readonly url?: string;
  };
}

/**
 * For axios: `axios.interceptors.response.use(undefined, axiosProblem())`. What is caught then is a
 * ProblemError or a RequestError.
 *
 * @throws {TypeError} for options that are wrong
 */
export function axiosProblem(options: JsonOptions = {}): (error: AxiosFailure) => never {
  checkOptions('axiosProblem', ['envelope'], options);
  return (error) => {
    throw fromAxios(error, options);
  };
}

function fromAxios(error: AxiosFailure, options: JsonOptions): unknown {
  const { config, response } = error;
  if (config === undefined) return error;
  const { method = 'get', headers = {}, data } = config;
  const address = findAddress(config);
  const sent = describeSent({ method, url: address, headers, content: data });
  if (response === undefined || response.status < 400) return toFailure(sent, error);
  const { status, request } = response;
  const received = {
    status,
    headers: toHeaders(response.headers),
    url: request?.responseURL || request?.res?.responseUrl || request?.url || address,
    text: toText(response.data),
  };
  return toProblemError(sent, received, options);
}

const ABSOLUTE = /^(?:[a-z][a-z\d+.-]*:)?\/\//i;

/** As axios puts it together. */
function findAddress({ url = '', baseURL = '', allowAbsoluteUrls }: AxiosConfig): string {
  if (baseURL === '' || (ABSOLUTE.test(url) && allowAbsoluteUrls !== false)) return url;
  return url === '' ? baseURL : `${baseURL.replace(/\/?\/$/, '')}/${url.replace(/^\/+/, '')}`;
}
