import type { ProblemDocument } from '../errors/problem.js';
import { ADVICE_EN } from '../locales/advice-en.js';
import { ADVICE_ZH_CN } from '../locales/advice-zh-CN.js';
import { type Advice, type BuiltInTag, findStatusTexts, type Locale } from '../locales/locale.js';

/** What to do next, a sentence or two each: to wait, where it is known for how long, or else what the status has to say. */
export function findAdvice(
  { status, temporary }: ProblemDocument,
  locale: Locale,
  retryAfter: number | Date | undefined,
): readonly string[] {
  const { wait, temporary: later } = locale.labels;
  const seconds = secondsUntil(retryAfter);
  if (temporary === true && seconds > 0 && wait !== undefined) {
    return [wait.replace('{time}', () => formatTime(seconds, locale.tag))];
  }
  const advice = findStatusTexts(locale, status).advice ?? findOurs(locale, status);
  return [...(advice === undefined ? [] : [advice]), ...(temporary === true ? [later] : [])];
}

const OURS: Readonly<Record<string, Advice>> = {
  en: ADVICE_EN,
  'zh-CN': ADVICE_ZH_CN,
} satisfies Record<BuiltInTag, Advice>;

/** That of the class, where the locale has only the texts of the class for a status. */
function findOurs(locale: Locale, status: number): string | undefined {
  const ours = OURS[locale.tag] ?? OURS[locale.base ?? ''];
  const statuses: Readonly<Record<string, unknown>> = locale.statuses;
  const ofClass = status < 500 ? 'clientError' : 'serverError';
  const own = statuses[status];
  const isKnown = own !== undefined && own !== statuses[ofClass];
  return ours?.[isKnown ? (status as keyof Advice) : ofClass];
}

/** How long that is from now, in whole seconds. */
export function secondsUntil(value: number | Date = 0): number {
  const seconds = value instanceof Date ? (value.getTime() - Date.now()) / 1000 : value;
  return Math.max(0, Math.ceil(seconds));
}

/** Units of time in seconds, and from how many seconds on each is used: two of it, rounded up. */
const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** Writes a time for people: `45 seconds`, `2 minutes`, `1 day`. */
function formatTime(seconds: number, tag: string): string {
  const [unit, length] =
    UNITS.find((row) => seconds >= 2 * row[1] || seconds === row[1]) ?? (['second', 1] as const);
  const format = new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' });
  return format.format(Math.ceil(seconds / length));
}
