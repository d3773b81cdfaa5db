import { readFile } from 'node:fs/promises';
import { bearer, Forbidden, HttpError, NotFound, Unauthorized, VendorError } from '@faultless/node';
import axios from 'axios';
import { z } from 'zod';
import type { Options } from '../../harness/servers.js';
import { thrownBy } from '../../mappers/raise.js';
import { REVEALING } from './concealables.js';
import { LOOKALIKE, SoldOut } from './option-levels.js';

/** In whatever must never leave. */
export const CANARY = /kanari|secret/i;

/** An error, and what must be seen of it under the options at hand. */
export interface ToldError {
  readonly thrown: unknown;
  readonly status: (options: Options) => number;
  /** The path of the 404 that its answer can't be told from; undefined if it may be seen. */
  readonly looksLike?: (options: Options) => string | undefined;
  /** What may be read of it, wherever it leaves as itself. */
  readonly detail?: (options: Options) => string | undefined;
  /** Who is told that it was concealed. */
  readonly concealed?: (options: Options) => boolean;
  /** How many findings of how many are listed. */
  readonly findings?: number;
  readonly substatus?: string;
  /** The realm of its own challenge. */
  readonly realm?: string;
}

const PRIVATE = new Forbidden('A private matter.', { code: 'private' });

const always = (status: number) => (): number => status;
const HIDDEN = { status: always(404), concealed: () => true };

const REFUSED = z
  .object({ a: z.string(), b: z.number(), c: z.boolean() })
  .safeParse({ a: 1, b: 'kanari', c: 'kanari' }).error;

/** Each kind of error that the options speak of; the problem is read from an upstream. */
export async function collectToldErrors(problemUrl: string): Promise<Record<string, ToldError>> {
  return {
    missing: { thrown: undefined, status: always(404), looksLike: () => '/missing' },
    lookalike: {
      thrown: LOOKALIKE,
      status: always(404),
      looksLike: ({ genericNotFound }) => (genericNotFound ? '/missing' : undefined),
      detail: ({ genericNotFound }) => (genericNotFound ? undefined : 'No such order.'),
    },
    concealed: {
      ...HIDDEN,
      thrown: new Forbidden('A secret.', { ...REVEALING, conceal: true }),
      looksLike: () => '/missing',
    },
    disguised: {
      ...HIDDEN,
      thrown: new HttpError(500, 'A secret.', { ...REVEALING, conceal: LOOKALIKE }),
      looksLike: () => '/lookalike',
    },
    'concealed-vendor': {
      ...HIDDEN,
      thrown: new VendorError('iis:403.14', 'A secret.', { conceal: true }),
      looksLike: () => '/missing',
    },
    'concealed-transport': {
      ...HIDDEN,
      thrown: new VendorError('nginx:444', { conceal: true }),
      looksLike: () => '/missing',
    },
    private: {
      thrown: PRIVATE,
      status: ({ conceal }) => (conceal ? 404 : 403),
      concealed: ({ conceal }) => conceal !== undefined,
      looksLike: ({ conceal }) =>
        conceal && (conceal(PRIVATE, undefined) === LOOKALIKE ? '/lookalike' : '/missing'),
      detail: ({ conceal }) => (conceal ? undefined : 'A private matter.'),
    },
    plain: { thrown: new Error('kanari'), status: always(500) },
    'no-error': { thrown: { message: 'kanari' }, status: always(500) },
    'vendor-substatus': {
      thrown: new VendorError('iis:403.14', 'Not listed.'),
      status: always(403),
      detail: () => 'Not listed.',
      substatus: '403.14',
    },
    vendor: {
      thrown: new VendorError('cloudflare:522'),
      status: ({ vendorStatuses }) => (vendorStatuses === 'verbatim' ? 522 : 504),
    },
    file: { thrown: await thrownBy(() => readFile('/nowhere/kanari')), status: always(500) },
    mapped: {
      thrown: new SoldOut('kanari'),
      status: ({ mappers }) => (mappers?.[0]?.name === 'shop' ? 409 : 500),
    },
    validation: {
      thrown: REFUSED,
      status: ({ withoutMappers, validationStatus = 422 }) =>
        withoutMappers ? 500 : validationStatus,
      findings: 3,
    },
    problem: {
      thrown: await thrownBy(() => axios.get(problemUrl, { proxy: false })),
      status: ({ passOnProblems }) => (passOnProblems ? 403 : 502),
    },
    unauthorized: { thrown: new HttpError(401), status: always(401) },
    challenged: {
      thrown: new Unauthorized(bearer({ realm: 'till' })),
      status: always(401),
      realm: 'till',
    },
    gone: {
      thrown: new NotFound('It was eaten.', { headers: { 'X-Eaten': 'yes' } }),
      status: always(404),
      looksLike: ({ genericNotFound }) => (genericNotFound ? '/missing' : undefined),
      detail: ({ genericNotFound }) => (genericNotFound ? undefined : 'It was eaten.'),
    },
  };
}
