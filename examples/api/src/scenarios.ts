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
  /** The request as it is written, where a browser would refuse to send it. */
  readonly malformed?: MalformedRequest;
}

/** A request that its method, path and headers can't express; what is missing is as usual. */
interface MalformedRequest {
  readonly line?: string;
  readonly fields: readonly string[];
  readonly content?: string;
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

/** What no client library sends: whoever sees it answers before any application does. */
function malformed(
  title: string,
  status: number,
  request: MalformedRequest & Pick<Partial<Scenario>, 'method'>,
): Scenario {
  return { title, method: request.method ?? 'GET', path: '/orders', status, malformed: request };
}

/** A field that is longer than all fields together may be. */
const LONG_FIELD = `X-Long: ${'0'.repeat(17_000)}`;

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
  {
    title: 'What no browser can send',
    scenarios: [
      malformed('No request at all', 400, { line: 'HELLO', fields: [] }),
      malformed('No Host', 400, { fields: [] }),
      malformed('Two lengths, as smugglers send', 400, {
        method: 'POST',
        fields: ['Host: localhost', 'Content-Length: 5', 'Transfer-Encoding: chunked'],
        content: '0\r\n\r\n',
      }),
      malformed('A chunk without a size', 400, {
        method: 'POST',
        fields: [
          'Host: localhost',
          'Authorization: Bearer ada',
          'Content-Type: application/json',
          'Transfer-Encoding: chunked',
        ],
        content: 'ZZ\r\n',
      }),
      malformed('A header without end', 431, { fields: ['Host: localhost', LONG_FIELD] }),
      malformed('A version that is not spoken', 505, {
        line: 'GET /orders HTTP/3.0',
        fields: ['Host: localhost'],
      }),
    ],
  },
];

/** A way to ask for an answer: what it is called, and the field that asks for it. */
export interface Variant {
  readonly title: string;
  readonly headers: Readonly<Record<string, string>>;
}

export const FORMATS: readonly Variant[] = [
  { title: 'JSON', headers: { Accept: 'application/problem+json' } },
  { title: 'HTML', headers: { Accept: 'text/html' } },
  { title: 'XML', headers: { Accept: 'application/problem+xml' } },
  { title: 'Markdown', headers: { Accept: 'text/markdown' } },
  { title: 'Text', headers: { Accept: 'text/plain' } },
];

export const LANGUAGES: readonly Variant[] = [
  { title: 'English', headers: { 'Accept-Language': 'en' } },
  { title: '中文', headers: { 'Accept-Language': 'zh-CN' } },
  { title: 'العربية', headers: { 'Accept-Language': 'ar' } },
];
