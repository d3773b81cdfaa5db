/** A request to try, and what comes back, on every server alike. */
export interface Scenario {
  readonly title: string;
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly status: number;
  /** Response fields to look at, beside the body. */
  readonly fields?: readonly string[];
  /** The response breaks off, so that nobody takes it for a whole one. */
  readonly breaksOff?: true;
}

/** Scenarios that show the same thing. */
export interface ScenarioGroup {
  readonly title: string;
  readonly scenarios: readonly Scenario[];
}

const ADA = { Authorization: 'Bearer ada' };
const BOB = { Authorization: 'Bearer bob' };
const JSON_OF_ADA = { ...ADA, 'Content-Type': 'application/json' };

function get(path: string, status: number, rest: Pick<Scenario, 'title'> & Partial<Scenario>) {
  return { method: 'GET', path, status, ...rest };
}

export const SCENARIO_GROUPS: readonly ScenarioGroup[] = [
  {
    title: 'Who may see it',
    scenarios: [
      get('/orders', 401, { title: 'Nobody is signed in', fields: ['WWW-Authenticate'] }),
      get('/admin', 401, { title: 'Two ways to sign in', fields: ['WWW-Authenticate'] }),
      get('/orders/1', 200, { title: 'The owner', headers: ADA }),
      get('/orders/1', 403, { title: 'Another user', headers: BOB }),
      get('/orders/2', 404, { title: 'A secret order (403 in the log)', headers: BOB }),
      get('/orders/3', 404, { title: 'An order that is really not there', headers: BOB }),
      get('/reports', 401, { title: 'denyAccess: nobody', fields: ['WWW-Authenticate'] }),
      get('/reports', 404, { title: 'denyAccess: a user, and a secret', headers: BOB }),
    ],
  },
  {
    title: 'What no route answers',
    scenarios: [
      get('/nowhere', 404, { title: 'No such path' }),
      {
        title: 'The path has other methods',
        method: 'DELETE',
        path: '/orders',
        status: 405,
        fields: ['Allow'],
      },
      { title: 'A method that no route has', method: 'PROPFIND', path: '/orders', status: 501 },
      { title: 'A method that Node does not know', method: 'BREW', path: '/orders', status: 501 },
      {
        title: 'HEAD is GET without content',
        method: 'HEAD',
        path: '/orders',
        status: 401,
        fields: ['Content-Length'],
      },
    ],
  },
  {
    title: 'What the client sent',
    scenarios: [
      {
        title: 'Malformed JSON',
        method: 'POST',
        path: '/orders',
        headers: JSON_OF_ADA,
        body: '{"item": "a loom",',
        status: 400,
      },
      {
        title: 'Too much',
        method: 'POST',
        path: '/orders',
        headers: JSON_OF_ADA,
        body: JSON.stringify({ item: `a ${'very '.repeat(40)}long loom` }),
        status: 413,
      },
      {
        title: 'A media type that is not taken',
        method: 'POST',
        path: '/orders',
        headers: { ...ADA, 'Content-Type': 'text/csv' },
        body: 'item,quantity',
        status: 415,
        fields: ['Accept'],
      },
      {
        title: 'A patch format that is not taken',
        method: 'PATCH',
        path: '/orders/1',
        headers: { ...ADA, 'Content-Type': 'text/plain' },
        body: 'item = a loom',
        status: 415,
        fields: ['Accept-Patch'],
      },
      {
        title: 'Wrong members, each with its place',
        method: 'POST',
        path: '/orders',
        headers: JSON_OF_ADA,
        body: '{"item": 7, "quantity": 0}',
        status: 422,
      },
      get('/manual.pdf', 416, {
        title: 'A range behind the end',
        headers: { Range: 'bytes=9000-' },
        fields: ['Content-Range'],
      }),
      get('/live', 426, { title: 'The wrong protocol', fields: ['Upgrade', 'Connection'] }),
      get('/search', 429, { title: 'Too often', fields: ['Retry-After'] }),
    ],
  },
  {
    title: 'What stands in the way',
    scenarios: [
      {
        title: "A problem of the app's own",
        method: 'POST',
        path: '/orders/1/payment',
        headers: ADA,
        status: 409,
      },
      get('/coupons/spring', 410, { title: 'Gone for good' }),
      get('/films/7', 451, { title: 'Forbidden by law', fields: ['Link'] }),
      get('/payments', 503, { title: 'Back later', fields: ['Retry-After'] }),
    ],
  },
  {
    title: 'What went wrong here (the log has the rest)',
    scenarios: [
      get('/faults/error', 500, { title: "throw new Error('secret…')" }),
      get('/faults/null', 500, { title: 'throw null' }),
      get('/faults/rejection', 500, { title: 'A promise that rejects' }),
      get('/faults/http-errors', 423, { title: 'An error of http-errors' }),
      get('/reports/early', 500, { title: 'A stream that fails before its first byte' }),
      get('/reports/late', 200, { title: 'A stream that fails halfway', breaksOff: true }),
    ],
  },
];

/** Header fields to add to any scenario. */
export const VARIANTS = [
  { title: 'as a page', headers: { Accept: 'text/html' } },
  { title: 'as XML', headers: { Accept: 'application/problem+xml' } },
  { title: 'as text', headers: { Accept: 'text/plain' } },
  { title: 'in Chinese', headers: { 'Accept-Language': 'zh-CN' } },
] as const;
