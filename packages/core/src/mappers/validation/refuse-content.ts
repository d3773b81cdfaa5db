import type { Message } from '../../errors/error-options.js';
import type { HttpError } from '../../errors/http-error.js';
import type { ExtraMessageKey, MappingContext } from '../built-in-mapper.js';
import { buildPointer } from './build-pointer.js';
import { safeDetail } from './safe-detail.js';
import type { Location } from './sources.js';
import { type Reading, takeFindings } from './take-findings.js';

/** One thing that a validation library found, in words that all of them share. */
export interface Finding {
  /** The way to the value, from the root of what was validated. */
  readonly path: readonly unknown[];
  /** The library's or the app's words; left out where they would repeat the value. */
  readonly message?: unknown;
  /** Words of ours, where the library's would not do. */
  readonly key?: ExtraMessageKey | undefined;
  /** What the library calls the rule that was broken. */
  readonly code?: unknown;
  /** The part of the request, where the library tells it. */
  readonly in?: Location | undefined;
  /** The values that were refused; the message must not repeat them. */
  readonly refused?: readonly unknown[];
}

/** One of the `errors` of a `validation_failed`, as it leaves (RFC 9457 §3). */
export interface ListedError {
  /** What is wrong, in the client's language where the words are ours. */
  readonly detail: string;
  /** The value, as a JSON Pointer in its URI fragment form (RFC 6901 §6): `#/items/0/count`. */
  readonly pointer: string;
  /** The part of the request that the pointer points into, where the library tells it. */
  readonly in?: Location;
  /** What the library calls the rule that was broken, or `invalid`. */
  readonly code: string;
}

/** An error before it is known in which language it leaves. */
type Described = Omit<ListedError, 'detail'> & { readonly detail: string | Message };

/** The only answer of a mapper for a validation library. */
export const VALIDATION_ANSWERS = {
  validation_failed: {
    status: 422,
    when: 'the content does not fit the schema (400 by `validationStatus`)',
  },
} as const;

/** What the rule is called when a library does not say. */
const UNNAMED = 'invalid';

/**
 * Makes the answer to what a validation library found: `errors: [{ detail, pointer, code, in }]`,
 * and in `errors_omitted` how many more there were.
 *
 * @param found the library's list; what is past the cap is only counted
 * @param reading turns its entries into findings; a status of the error's own goes before the option's
 * @see RFC 9457 §3
 */
export function refuseContent<Found>(
  { answer, settings }: MappingContext<'validation_failed'>,
  found: readonly Found[],
  reading: Reading<Found, Finding> & { readonly status?: number | undefined },
): HttpError {
  const { maxValidationErrors: limit, validationStatus } = settings;
  const { findings, omitted } = takeFindings(found, { ...reading, limit });
  const errors = findings.map(writeFinding);
  return answer('validation_failed', {
    status: reading.status ?? validationStatus,
    extensions: omitted === 0 ? { errors } : { errors, errors_omitted: omitted },
  });
}

function writeFinding({ path, message, key, code, in: place, refused = [] }: Finding): Described {
  const detail =
    (key === undefined ? safeDetail(message, refused) : undefined) ??
    ({ key: key ?? 'value_invalid' } satisfies { key: ExtraMessageKey });
  return {
    detail,
    pointer: buildPointer(path),
    code: typeof code === 'string' && /^[\w.:@/-]{1,64}$/.test(code) ? code : UNNAMED,
    ...(place !== undefined && { in: place }),
  };
}
