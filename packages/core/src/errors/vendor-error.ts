import type { Challenges } from '../challenges/challenge.js';
import { findVendorRow, type VendorCode } from '../statuses/vendor-sources.js';
import { mayGoOnTheWire, type VendorRow } from '../statuses/vendor-table.js';
import { describeValue } from '../values/describe-value.js';
import { type ChallengeOptions, challenging, keepChallenges, type Terms } from './challenging.js';
import { type ErrorArguments, type HttpErrorOptions, optionsOf } from './error-options.js';
import { HttpError } from './http-error.js';
import { joinNames, owing } from './owing.js';
import type { VendorStatus } from './vendor-status.js';

/** What {@link VendorError} takes beside the usual. */
export interface VendorErrorOptions extends ChallengeOptions {
  /** The methods that would do, for a code that leaves as 405. @default none */
  readonly allow?: readonly string[] | undefined;
  /** The challenges, for a code that leaves as 401 or 403. @default what the handler challenges with */
  readonly challenges?: Challenges | undefined;
}

/**
 * A status that a vendor made up, by vendor and code. It leaves as the registered status that is
 * nearest, with all that one owes; the report has the vendor's code.
 *
 *     throw new VendorError('iis:404.13');
 *
 *     HTTP/1.1 413 Content Too Large
 *
 * The handler's options `vendorStatuses` and `substatus` show more of it. `nginx:444` closes the
 * connection without a byte; `nginx:499` says that the client has left, so nothing is sent.
 *
 * @throws {TypeError} when there is no such code, or an option is wrong
 */
export class VendorError extends HttpError {
  static override name = 'VendorError';

  declare readonly vendor: VendorStatus;
  declare readonly challenges?: Challenges;

  constructor(code: VendorCode, ...args: ErrorArguments<VendorErrorOptions>) {
    const row = typeof code === 'string' ? findVendorRow(code) : undefined;
    if (row === undefined) {
      throw new TypeError(
        `there is no vendor status ${describeValue(code)}; name vendor and code, as in iis:403.14`,
      );
    }
    super(row.nearest, ...interpret(code, row, args));
    this.vendor = describeVendor(code, row);
    keepChallenges(this, optionsOf(args));
  }
}

const TERMS: Terms = { taken: ['challenges', 'triedScheme'] };

/** Adds what the catalogue knows to what the caller says, who wins. */
function interpret(
  code: VendorCode,
  row: VendorRow,
  args: ErrorArguments<VendorErrorOptions>,
): [options: HttpErrorOptions] {
  const asked = optionsOf(args);
  const { allow, challenges, temporary, retryAfter } = asked;
  if (challenges !== undefined) checkChallenged(code, row);
  const headers = findAllow(code, row, allow);
  const [options] = owing(
    headers === undefined ? {} : { headers },
    challenging(asked, args, TERMS),
    ['allow', ...TERMS.taken],
  );
  if (temporary !== undefined || retryAfter !== undefined || row.temporary === 'unknown') {
    return [options];
  }
  return [{ ...options, temporary: row.temporary }];
}

function findAllow(code: VendorCode, { nearest }: VendorRow, allow: VendorErrorOptions['allow']) {
  if (allow === undefined) return undefined;
  if (nearest !== 405) {
    throw new TypeError(`allow is for codes that leave as 405; ${code} leaves as ${nearest}`);
  }
  return { Allow: joinNames('allow must be a list of methods', allow) };
}

function checkChallenged(code: VendorCode, { nearest }: VendorRow): void {
  if (nearest !== 401 && nearest !== 403) {
    throw new TypeError(
      `challenges are for codes that leave as 401 or 403; ${code} leaves as ${nearest}`,
    );
  }
}

function describeVendor(code: VendorCode, row: VendorRow): VendorStatus {
  const number = code.slice(code.indexOf(':') + 1);
  return {
    code,
    substatus: number.includes('.') ? number : undefined,
    verbatim: mayGoOnTheWire(number, row) ? Number(number) : undefined,
    titles: findTitles(row),
    transport: row.transport,
  };
}

function findTitles({ phrase, chinese }: VendorRow): VendorStatus['titles'] {
  return phrase === undefined || chinese === undefined ? {} : { en: phrase, 'zh-CN': chinese };
}
