import type { RequestParts } from '../../harness/raw-request.js';
import type { RawResponse } from '../../harness/raw-response.js';
import type { Options } from '../../harness/servers.js';
import { CONTENT_TYPES, FORMATS } from './content-types.js';
import { CANARY, type ToldError } from './told-errors.js';

interface Circumstances {
  readonly options: Options;
  readonly request: RequestParts;
}

/** Expects what must hold of an answer, whatever the options are. */
export function checkTold(
  answer: RawResponse,
  error: ToldError,
  { options, request }: Circumstances,
): void {
  const { method = 'GET', headers = {} } = request;
  const { Accept: accept, 'Accept-Language': language } = headers;
  const formats = options.renderers?.map(({ mediaType }) => mediaType) ?? FORMATS;
  const tags = options.locales?.map(({ tag }) => tag) ?? ['en', 'zh-CN'];
  const [first = ''] = formats;
  const mediaType = formats.find((one) => one === accept) ?? first;
  expect(JSON.stringify(answer.fields) + answer.text).not.toMatch(CANARY);
  expect({
    status: answer.status,
    framing: answer.framing,
    coding: answer.value('transfer-encoding'),
    type: answer.value('content-type'),
    language: answer.value('content-language'),
    vary: answer.value('vary') ?? '',
  }).toEqual({
    status: error.status(options),
    framing: method === 'HEAD' ? 'none' : 'content-length',
    coding: undefined,
    type: CONTENT_TYPES.get(mediaType) ?? mediaType,
    language: tags.find((tag) => tag === language) ?? options.defaultLocale ?? tags[0],
    vary: [formats.length > 1 && 'Accept', tags.length > 1 && 'Accept-Language']
      .filter(Boolean)
      .join(', '),
  });
  if (answer.status === 401) {
    checkChallenge(answer, error, options);
    const exposed = answer.value('access-control-expose-headers') ?? '';
    const exposes = headers.Origin !== undefined && options.exposeChallenges !== false;
    expect(exposed.includes('WWW-Authenticate')).toBe(exposes);
  }
  if (method !== 'HEAD') checkText(answer, error, { options, mediaType });
}

function checkText(
  { text, status, json }: RawResponse,
  { detail, substatus, findings, status: statusOf }: ToldError,
  { options, mediaType }: { readonly options: Options; readonly mediaType: string },
): void {
  expect(text).toContain(String(status));
  expect(text).toContain(detail?.(options) ?? '');
  if (substatus !== undefined) expect(text.includes(substatus)).toBe(options.substatus ?? false);
  if (!mediaType.endsWith('json')) return;
  const { errors, errors_omitted: omitted, status: said } = json();
  expect(said).toBe(statusOf(options));
  if (findings === undefined || status === 500) return;
  const listed = Math.min(findings, options.maxValidationErrors ?? findings);
  expect([errors, omitted ?? 0]).toEqual([expect.any(Array), findings - listed]);
  expect(errors).toHaveLength(listed);
}

/** Without credentials, the challenge says nothing of an error. */
function checkChallenge(answer: RawResponse, { realm }: ToldError, options: Options): void {
  const scheme = realm === undefined ? (options.scheme ?? 'Bearer') : 'Bearer';
  const metadata = options.protectedResource?.metadataUrl;
  const [challenge = '', ...more] = answer.values('www-authenticate');
  expect(more).toEqual([]);
  expect(challenge.startsWith(`${scheme} `)).toBe(true);
  expect(challenge).toContain(`realm="${realm ?? options.realm ?? 'api'}"`);
  expect(challenge.includes('resource_metadata')).toBe(
    metadata !== undefined && scheme !== 'Basic',
  );
  expect(challenge.includes('ES256')).toBe(options.dpopAlgs !== undefined && scheme === 'DPoP');
  expect(challenge).not.toContain('error');
}
