import { toRequestError } from './problem-error.js';
import { MAX_BYTES, type ReadOptions, readProblem, toProblemError } from './read-problem.js';
import { type Sent, withoutSecrets } from './retry.js';

type JsonOptions = Pick<ReadOptions, 'envelope'>;

type FieldValues = Readonly<Record<string, unknown>>;

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
  readonly headers?: object | undefined;
  readonly data?: unknown;
}

interface AxiosAnswer {
  readonly status: number;
  readonly headers: object;
  readonly data: unknown;
}

/**
 * For axios: `axios.interceptors.response.use(undefined, axiosProblem())`. What is caught then is a
 * ProblemError or a RequestError.
 */
export function axiosProblem(options: JsonOptions = {}): (error: AxiosFailure) => never {
  return (error) => {
    throw fromAxios(error, options);
  };
}

function fromAxios(error: AxiosFailure, options: JsonOptions): unknown {
  const { config, response, code } = error;
  if (config === undefined) return error;
  const { method = 'get', url = '', baseURL = '', headers = {}, data } = config;
  const address = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `${baseURL.replace(/\/$/, '')}${url}`;
  const sent = describe({ method, url: address, headers, content: data });
  if (response === undefined) return toRequestError(sent, error, kindOf(error, code));
  const received = {
    status: response.status,
    headers: toHeaders(response.headers),
    url: URL.canParse(address) ? address : '',
    text: toText(response.data),
  };
  return toProblemError(sent, received, options);
}

interface KyFailure {
  readonly response: Response;
  readonly request: Request;
}

/**
 * For ky: `ky.create({ hooks: { beforeError: [kyProblem()] } })`. What is caught for a response is a
 * ProblemError, whatever ky's type of the hook says.
 */
export function kyProblem(
  options: ReadOptions = {},
): <Failure extends KyFailure>(error: Failure) => Promise<Failure> {
  return async (error) => {
    const { method, headers } = error.request;
    const response = error.response.clone();
    const idempotencyKey = headers.has('idempotency-key');
    return (await readProblem(response, { method, idempotencyKey, ...options })) as never;
  };
}

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
  readonly headers: object;
  readonly body?: unknown;
  readonly rawBody?: Uint8Array | undefined;
}

/**
 * For got: `got.extend({ hooks: { beforeError: [gotProblem()] } })`. What is caught is a ProblemError or
 * a RequestError, whatever got's type of the hook says.
 */
export function gotProblem(
  options: JsonOptions = {},
): <Failure extends GotFailure>(error: Failure) => Failure {
  return (error) => {
    const { method, url, headers, body } = error.options;
    const address = url instanceof URL || typeof url === 'string' ? String(url) : '';
    const sent = describe({ method, url: address, headers, content: body });
    const { response } = error;
    if (response === undefined || response.statusCode < 400) {
      return toRequestError(sent, error, kindOf(error, error.code)) as never;
    }
    const received = {
      status: response.statusCode,
      headers: toHeaders(response.headers),
      url: address,
      text: toText(response.rawBody ?? response.body),
    };
    return toProblemError(sent, received, options) as never;
  };
}

function describe(request: {
  method: string;
  url: string;
  headers: object;
  content: unknown;
}): Sent {
  const { method, url, headers, content } = request;
  return {
    method: method.toUpperCase(),
    url: withoutSecrets(url),
    hasKey: toHeaders(headers).has('idempotency-key'),
    isRepeatable: !(typeof content === 'object' && content !== null && 'pipe' in content),
  };
}

/** Each line of a field that came in several is kept. */
function toHeaders(fields: object): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(fields as FieldValues)) {
    for (const line of [value].flat()) {
      if (typeof line === 'string' || typeof line === 'number') add(headers, name, String(line));
    }
  }
  return headers;
}

/** What a library keeps beside the fields is none. */
function add(headers: Headers, name: string, value: string): void {
  try {
    headers.append(name, value);
  } catch {
    // It never came over the wire.
  }
}

/** What the library has made of it, as text again; undefined where it is too long for a problem. */
function toText(data: unknown): string | undefined {
  try {
    const text =
      data instanceof Uint8Array
        ? new TextDecoder().decode(data)
        : typeof data === 'string'
          ? data
          : JSON.stringify(data);
    return text.length > MAX_BYTES ? undefined : text;
  } catch {
    return undefined;
  }
}

const TIMED_OUT = new Set(['ECONNABORTED', 'ETIMEDOUT']);

/** The libraries' own words for what fetch says by the name of an error. */
function kindOf({ name = '' }: { name?: string }, code = ''): 'network' | 'timeout' | 'aborted' {
  if (TIMED_OUT.has(code)) return 'timeout';
  return code === 'ERR_CANCELED' || GIVEN_UP.has(name) ? 'aborted' : 'network';
}

const GIVEN_UP = new Set(['CancelError', 'AbortError']);
