import { explainMapping } from '@faultless/node';

const failing = (members: object, message = 'kanari'): Error =>
  Object.assign(new Error(message), members);

const ANSWER = { status: 404, headers: {} };

/** By what members an error is known for that of another exchange, as the clients of the registry set them. */
const KNOWN_BY: readonly (readonly [what: string, names: readonly string[], value: unknown])[] = [
  ['a message', ['response', 'request'], {}],
  ['a response', ['res', 'context', 'rawResponse', 'httpResponse', '$response'], ANSWER],
  [
    'a section',
    ['headers', 'responseHeaders', 'response_headers', 'rawHeaders', 'httpHeaders'],
    { Date: 'kanari' },
  ],
  [
    'a receipt',
    [
      ...['rawResponse', 'rawType', 'rawError', 'rawBody'],
      ...['responseBody', 'responseText', 'responseData', 'responseHeaders'],
      ...['httpBody', 'httpResponse', '$response', '$metadata'],
    ],
    'kanari',
  ],
  ['a remark', ['endpoint', 'moreInfo', 'requestBody', 'requestBodyValues'], undefined],
  ['an id', ['requestID', 'requestId', 'request_id', '_request_id'], 'kanari'],
  ['an empty id', ['requestID', 'requestId', 'request_id', '_request_id'], ''],
  ['a result', ['meta', 'raw', 'metadata'], { statusCode: 404 }],
  ['a result that never came', ['meta', 'raw', 'metadata'], { statusCode: null, headers: null }],
  [
    'tries',
    ['stackTrace', 'transporterStackTrace', 'attempts'],
    [{ request: ANSWER, response: ANSWER }],
  ],
];

const FIELDS = [
  ...['cf-ray', 'content-length', 'content-type', 'date', 'server', 'set-cookie', 'via'],
  ...['request-id', 'x-request-id', 'x-correlation-id', 'x-trace-id', 'x-amzn-requestid'],
];

const CONTENTS = ['body', 'data', 'text', 'json', 'requestBody', 'rawBody'];

const upstream = (thrown: unknown): unknown => explainMapping(thrown).mapper;

describe('a status is another server’s beside', () => {
  it.each(
    KNOWN_BY.flatMap(([what, names, value]) => names.map((name) => [what, name, value] as const)),
  )('%s: %s', (_what, name, value) => {
    expect(upstream(failing({ status: 404, [name]: value }))).toBe('upstream');
  });

  it.each(FIELDS)('the field %s', (name) => {
    expect(upstream(failing({ status: 404, headers: { [name]: 'kanari' } }))).toBe('upstream');
  });

  it.each(CONTENTS)('url and %s', (name) => {
    expect(upstream(failing({ status: 404, url: 'kanari', [name]: 'kanari' }))).toBe('upstream');
  });
});

describe('a status is the application’s beside', () => {
  it.each<readonly [string, object]>([
    ['a response without a status', { res: { headers: {} } }],
    ['a response without a header', { res: { status: 404 } }],
    ['a status of nobody', { res: { status: '404', headers: {} } }],
    ['an id of nothing', { requestId: null }],
    ['meta with a status that is no error', { meta: { statusCode: 200 } }],
    ['meta with headers alone', { meta: { headers: {} } }],
    ['tries without responses', { attempts: [{ request: {} }] }],
    ['tries of no kind', { attempts: 3 }],
    ['a url without content', { url: 'kanari', body: '' }],
    ['content without a url', { body: 'kanari', data: 'kanari', text: 'kanari' }],
    ['a field of its own', { headers: { 'x-own': 'kanari', 'x-request-idle': 'kanari' } }],
  ])('%s', (_what, members) => {
    expect(explainMapping(failing({ status: 404, ...members }))).toMatchObject({
      error: { status: 404 },
    });
  });
});
