import type { Locale, StatusTexts } from './locale.js';

/**
 * The texts of any error status. RFC 9110 §15 has clients treat a code they do not know as the x00
 * of its class, so an unregistered one gets the texts of its class.
 */
export function findStatusTexts(locale: Locale, status: number): StatusTexts {
  const statuses: Readonly<Record<string, StatusTexts | undefined>> = locale.statuses;
  return statuses[status] ?? findClassTexts(locale, status);
}

/** The texts of the class of a status, 4xx or 5xx. */
export function findClassTexts(locale: Locale, status: number): StatusTexts {
  return locale.statuses[status < 500 ? 'clientError' : 'serverError'];
}

/**
 * The locale for a status whose number the registry has given another meaning: what it says of that
 * number is only what is true of its class.
 */
export function withClassTexts(locale: Locale, status: number): Locale {
  return { ...locale, statuses: { ...locale.statuses, [status]: findClassTexts(locale, status) } };
}
