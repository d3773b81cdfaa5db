import '@faultless/testing/jest';
import { HttpError, handle } from '@faultless/node';
import * as drafts from '@faultless/problems/drafts';
import * as registered from '@faultless/problems/registered';
import { closeAll, serve } from '../harness/serve.js';

const REGISTRY = 'https://iana.org/assignments/http-problem-types#';
const DOCUMENTATION = 'https://api.example/docs/idempotency';

const { IdempotencyKeyMissing, IdempotencyKeyOutstanding, IdempotencyKeyReused } =
  drafts.defineIdempotencyProblems(DOCUMENTATION);

/** As their documents have them: the error, its problem document but for `instance`, and the fields it owes. */
const PROBLEMS: readonly [
  error: HttpError,
  document: Readonly<Record<string, unknown>>,
  fields?: Readonly<Record<string, string>>,
][] = [
  [
    new registered.OhttpKeyNotAcceptable('Fetch the key configuration again.'),
    {
      type: `${REGISTRY}ohttp-key`,
      title: 'Oblivious HTTP key configuration not acceptable',
      status: 400,
    },
  ],
  [
    new registered.DateNotAcceptable('Your clock is an hour slow.'),
    { type: `${REGISTRY}date`, title: 'Date Not Acceptable', status: 400 },
  ],
  [
    new registered.UnsupportedHashingAlgorithms(
      'Use sha-512.',
      { unsupported_algorithms: [{ algorithm: 'md5', header: 'Want-Repr-Digest' }] },
      { headers: { 'Want-Repr-Digest': 'sha-512=10, md5=0' } },
    ),
    {
      type: `${REGISTRY}digest-unsupported-algorithms`,
      title: 'Unsupported Hashing Algorithms',
      status: 400,
      unsupported_algorithms: [{ algorithm: 'md5', header: 'Want-Repr-Digest' }],
    },
    { 'want-repr-digest': 'sha-512=10, md5=0' },
  ],
  [
    new registered.InvalidDigestValues('It was cut off.', {
      invalid_digests: [
        {
          algorithm: 'sha-512',
          header: 'Repr-Digest',
          reason: 'digest value is not 64 bytes long',
        },
      ],
    }),
    {
      type: `${REGISTRY}digest-invalid-values`,
      title: 'Invalid Digest Values',
      status: 400,
      invalid_digests: [
        {
          algorithm: 'sha-512',
          header: 'Repr-Digest',
          reason: 'digest value is not 64 bytes long',
        },
      ],
    },
  ],
  [
    new registered.MismatchedDigestValues('The content was changed.', {
      mismatched_digests: [
        {
          algorithm: 'sha-256',
          provided_digest: ':RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:',
          header: 'Repr-Digest',
        },
      ],
    }),
    {
      type: `${REGISTRY}digest-mismatched-values`,
      title: 'Mismatched Digest Values',
      status: 400,
      mismatched_digests: [
        {
          algorithm: 'sha-256',
          provided_digest: ':RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:',
          header: 'Repr-Digest',
        },
      ],
    },
  ],
  [
    new drafts.QuotaExceeded(
      'You may send 100 requests an hour.',
      { 'violated-policies': ['hourly'] },
      {
        retryAfter: 120,
        headers: {
          'RateLimit-Policy': drafts.rateLimitPolicy([
            { name: 'hourly', quota: 100, window: 3600 },
          ]),
          RateLimit: drafts.rateLimit([{ name: 'hourly', available: 0, window: 120 }]),
        },
      },
    ),
    {
      type: `${REGISTRY}quota-exceeded`,
      title: 'Quota Exceeded',
      status: 429,
      'violated-policies': ['hourly'],
      temporary: true,
    },
    {
      'ratelimit-policy': '"hourly";q=100;w=3600',
      ratelimit: '"hourly";r=0;t=120',
      'retry-after': '120',
      'cache-control': 'no-store',
    },
  ],
  [
    new drafts.TemporaryReducedCapacity('We can do less than usual.', {
      'violated-policies': ['hourly'],
    }),
    {
      type: `${REGISTRY}temporary-reduced-capacity`,
      title: 'Temporary Reduced Capacity',
      status: 503,
      'violated-policies': ['hourly'],
    },
  ],
  [
    new drafts.AbnormalUsageDetected('Is your client in a loop?', {
      'violated-policies': ['hourly'],
    }),
    {
      type: `${REGISTRY}abnormal-usage-detected`,
      title: 'Abnormal Usage Detected',
      status: 429,
      'violated-policies': ['hourly'],
    },
  ],
  [
    new IdempotencyKeyMissing('Send one.'),
    { type: `${DOCUMENTATION}#missing`, title: 'Idempotency-Key is missing', status: 400 },
  ],
  [
    new IdempotencyKeyReused('Send another.'),
    { type: `${DOCUMENTATION}#reused`, title: 'Idempotency-Key is already used', status: 422 },
  ],
  [
    new IdempotencyKeyOutstanding('Wait for the first.', {}, { temporary: true }),
    {
      type: `${DOCUMENTATION}#outstanding`,
      title: 'A request is outstanding for this Idempotency-Key',
      status: 409,
      temporary: true,
    },
  ],
  [
    new drafts.MismatchingUploadOffset(
      'Go on where the upload is.',
      { 'expected-offset': 12_500_000, 'provided-offset': 25_000_000 },
      { headers: { 'Upload-Complete': '?0' } },
    ),
    {
      type: `${REGISTRY}mismatching-upload-offset`,
      title: 'Mismatching Upload Offset',
      status: 409,
      'expected-offset': 12_500_000,
      'provided-offset': 25_000_000,
    },
    { 'upload-offset': '12500000', 'upload-complete': '?0' },
  ],
  [
    new drafts.MismatchingUploadOffset('Go on.', { 'expected-offset': 0, 'provided-offset': 1 }),
    { type: `${REGISTRY}mismatching-upload-offset`, status: 409 },
    { 'upload-offset': '0' },
  ],
  [
    new drafts.CompletedUpload('Nothing more is needed.'),
    { type: `${REGISTRY}completed-upload`, title: 'Upload Is Completed', status: 400 },
  ],
  [
    new drafts.InconsistentUploadLength('It was 100 before.'),
    {
      type: `${REGISTRY}inconsistent-upload-length`,
      title: 'Inconsistent Upload Length Values',
      status: 400,
    },
  ],
];

let origin: string;

beforeAll(async () => {
  const listener = handle(
    ({ url = '' }) => {
      throw PROBLEMS[Number(url.slice(1))]?.[0];
    },
    { report: () => undefined },
  );
  ({ origin } = await serve(listener));
});

afterAll(closeAll);

describe('the problem types', () => {
  it.each(PROBLEMS.map(([{ name }, ...rest], index) => ({ name, rest, index })))(
    'leave as their documents have them: $name, $index',
    async ({ rest: [document, fields = {}], index }) => {
      const response = await fetch(`${origin}/${index}`);
      const error = PROBLEMS[index]?.[0];
      await expect(response).toBeProblem(error?.constructor as typeof HttpError, {
        ...document,
        detail: error?.message,
      });
      expect(Object.fromEntries(response.headers)).toMatchObject(fields);
    },
  );

  it('leave as XML too', async () => {
    const index = PROBLEMS.findIndex(([error]) => error instanceof drafts.QuotaExceeded);
    const response = await fetch(`${origin}/${index}`, {
      headers: { Accept: 'application/problem+xml' },
    });
    expect(await response.text()).toContain('<violated-policies><i>hourly</i></violated-policies>');
  });

  it('are all that the entries have', () => {
    const classes = [...Object.values(registered), ...Object.values(drafts)].filter(
      (value) => (value as { prototype?: unknown }).prototype instanceof HttpError,
    );
    const tried = new Set(PROBLEMS.map(([error]) => error.constructor));
    expect(classes).toHaveLength(11);
    expect(classes.filter((each) => !tried.has(each))).toEqual([]);
  });
});

describe('defineIdempotencyProblems', () => {
  it.each([undefined, '', '/docs', 'https://api.example/docs#keys', 'https://api.example/a b'])(
    'refuses what is no URI that a fragment can be added to: %p',
    (documentation) => {
      expect(() => drafts.defineIdempotencyProblems(documentation as never)).toThrow(
        new TypeError(
          `documentation must be a URI without a fragment, not ${String(documentation)}`,
        ),
      );
    },
  );
});
