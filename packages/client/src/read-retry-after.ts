const SECONDS = /^\d+$/;

/** asctime-date = day-name SP month SP ( 2DIGIT / ( SP 1DIGIT ) ) SP time-of-day SP year */
const ASCTIME = /^[A-Z][a-z]+ ([A-Z][a-z]+) ([\d ]\d) ([\d:]+) (\d{4})$/;

/** IMF-fixdate, and rfc850-date, whose year has two digits and whose day is spelt out. */
const DATE = /^[A-Z][a-z]+, ([\d ]\d)[- ]([A-Z][a-z]+)[- ](\d\d)?(\d\d) ([\d:]+ GMT)$/;

/** Milliseconds: a year of two digits that is further ahead is that of a century before. */
const FIFTY_YEARS = 1_577_880_000_000;

/**
 * Reads when to come back, in milliseconds. A date, in any of the three forms that a recipient has to take, is
 * measured by the server's own clock, where it tells it.
 *
 * @returns undefined where the field says nothing
 * @see RFC 9110 §10.2.3, §5.6.7
 */
export function readRetryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (SECONDS.test(value)) return Number(value) * 1000;
  const left = parseDate(value) - (parseDate(headers.get('date') ?? '') || Date.now());
  return Number.isNaN(left) ? undefined : Math.max(0, left);
}

function parseDate(text: string): number {
  const [, day, month, century, year, time] =
    DATE.exec(text.replace(ASCTIME, 'Sun, $2 $1 $4 $3 GMT')) ?? [];
  const findDate = (hundreds: string): number =>
    Date.parse(`Sun, ${day} ${month} ${hundreds}${year} ${time}`);
  const date = findDate(century ?? '20');
  return century === undefined && date > Date.now() + FIFTY_YEARS ? findDate('19') : date;
}
