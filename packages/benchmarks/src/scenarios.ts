/** One request that every contender answers. */
export interface Scenario {
  readonly name: string;
  readonly method: 'GET' | 'HEAD';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly status: number;
  /** What a complete answer carries; a contender without it is named for that in the table. */
  readonly complete: Readonly<Record<string, RegExp>>;
}

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8';

const JSON_ANSWER = { 'content-type': /json/, vary: /accept/i, 'cache-control': /no-store/ };
const HTML_ANSWER = { 'content-type': /html/, vary: /accept/i, 'cache-control': /no-store/ };

export const FINE_SCENARIO: Scenario = {
  name: '200 success',
  method: 'GET',
  path: '/fine',
  headers: { accept: 'application/json' },
  status: 200,
  complete: { 'content-type': /json/ },
};

export const SCENARIOS: readonly Scenario[] = [
  {
    name: '401 JSON',
    method: 'GET',
    path: '/unauthorized',
    headers: { accept: 'application/json' },
    status: 401,
    complete: { ...JSON_ANSWER, 'www-authenticate': /^Bearer realm="orders"$/ },
  },
  {
    name: '404 HTML',
    method: 'GET',
    path: '/missing',
    headers: { accept: BROWSER, 'accept-language': 'en-GB,en;q=0.9' },
    status: 404,
    complete: HTML_ANSWER,
  },
  {
    name: '422 with 20 errors',
    method: 'GET',
    path: '/invalid',
    headers: { accept: 'application/json' },
    status: 422,
    complete: JSON_ANSWER,
  },
  {
    name: '500 unknown',
    method: 'GET',
    path: '/broken',
    headers: { accept: 'application/json' },
    status: 500,
    complete: JSON_ANSWER,
  },
  {
    name: 'concealed 404',
    method: 'GET',
    path: '/concealed',
    headers: { accept: 'application/json' },
    status: 404,
    complete: JSON_ANSWER,
  },
  {
    name: '401 zh-CN',
    method: 'GET',
    path: '/unauthorized',
    headers: { accept: 'application/json', 'accept-language': 'zh-CN,zh;q=0.9' },
    status: 401,
    complete: { ...JSON_ANSWER, 'content-language': /^zh-CN$/ },
  },
  {
    name: 'HEAD 401',
    method: 'HEAD',
    path: '/unauthorized',
    headers: { accept: 'application/json' },
    status: 401,
    complete: { ...JSON_ANSWER, 'content-length': /^[1-9]/ },
  },
  FINE_SCENARIO,
];

/** Twenty field errors, as a validation library would find them. */
export const FIELD_ERRORS = Array.from({ length: 20 }, (_, index) => ({
  detail: 'must be a positive integer',
  pointer: `#/items/${index}/quantity`,
}));

/** The body of the success path. */
export const FINE = { ok: true };
