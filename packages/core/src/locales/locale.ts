import type { Message } from '../errors/error-options.js';
import type { ProblemTexts } from '../errors/problem-texts.js';
import { findRegisteredError, type RegisteredErrorCode } from '../statuses/registered.js';

/** The texts of one status in one language. */
export interface StatusTexts {
  /** The title, RFC 9110's phrase in English. */
  readonly title: string;
  /** What happened, for a client that gets no detail of its own: one sentence. */
  readonly detail: string;
  /**
   * What to do next, for the person who sees the page: one or two sentences.
   * @default ours, in this language or the one that it builds on
   */
  readonly advice?: string;
}

/**
 * What to do next, for every status and class. It comes with the formats that say it, not with a locale:
 * a function that only sends JSON does without.
 */
export type Advice = Readonly<Record<RegisteredErrorCode | 'clientError' | 'serverError', string>>;

/** All texts of one language. */
export interface Locale {
  /** BCP 47 language tag, sent as Content-Language. */
  readonly tag: string;
  /** Further tags that this locale answers: `zh` has `zh-TW` and `zh-Hans` find `zh-CN`. */
  readonly aliases?: readonly string[];
  readonly direction: 'ltr' | 'rtl';
  /**
   * The registered statuses, and the two classes. A status that is not there, such as one that the
   * registry gets after the locale was written, has its phrase as the title, and else its class's texts.
   */
  readonly statuses: Readonly<
    Partial<Record<RegisteredErrorCode, StatusTexts>> &
      Record<'clientError' | 'serverError', StatusTexts>
  >;
  /** Texts that errors name by key (`detail: { key, params }`), with `{placeholders}`. */
  readonly messages?: Messages;
  /** The tag of the locale that this one builds on, if that is of another language. */
  readonly base?: string;
  /** The statuses whose texts are, in part at least, those of another language. */
  readonly borrowed?: ReadonlySet<string>;
  /** Labels of the page and of the plain text. */
  readonly labels: {
    /** Introduces the instance, that a user can quote to support. */
    readonly reference: string;
    /** Heads the extension members. */
    readonly more: string;
    /** Says that trying again later may help. */
    readonly temporary: string;
    /** Asks to wait; `{time}` is how long, such as `2 minutes`. @default the status's advice */
    readonly wait?: string;
    /** Links of a page. @default ours */
    readonly signIn?: string;
    readonly tryAgain?: string;
    readonly home?: string;
    readonly support?: string;
    /** Heads the list of errors. @default `more` */
    readonly errors?: string;
    /** One of them: `{name}` is the field's own, `{detail}` what is wrong. @default '{name}: {detail}' */
    readonly field?: string;
    /** Likewise of a parameter of the query, or of the path, a header field and a cookie. @default `field` */
    readonly query?: string;
    readonly path?: string;
    readonly header?: string;
    readonly cookie?: string;
  };
}

/** The languages that come with the adapters: for one more, the compiler asks for all its texts. */
export type BuiltInTag = 'en' | 'zh-CN';

/** A locale of ours: none of its texts is missing. */
export interface CompleteLocale extends Locale {
  readonly statuses: Readonly<
    Record<RegisteredErrorCode | 'clientError' | 'serverError', StatusTexts>
  >;
}

/** Texts by key, with `{placeholders}`. */
type Messages = Readonly<Record<string, string>>;

/** Texts for the locales of each tag, where they have none of their own. */
export type MessagesByTag = Readonly<Record<string, Messages>>;

/**
 * The texts of any error status. RFC 9110 §15 has clients treat a code they do not know as the x00
 * of its class, so an unregistered one gets the texts of its class.
 */
export function findStatusTexts(locale: Locale, status: number): StatusTexts {
  const statuses: Readonly<Record<string, StatusTexts | undefined>> = locale.statuses;
  const texts = statuses[status];
  if (texts !== undefined) return texts;
  const row = findRegisteredError(status);
  const { detail, advice, title } = findClassTexts(locale, status);
  return { title: row?.phrase ?? title, detail, ...(advice !== undefined && { advice }) };
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

/**
 * The locale for a page of a problem type that has texts of its own: they stand in the place of its
 * status's. The same one each time, so that what was prepared for it serves again.
 */
export function withProblemTexts(locale: Locale, status: number, texts: ProblemTexts): Locale {
  const known = WITH_TEXTS.get(texts) ?? new Map<Locale, Locale>();
  let page = known.get(locale);
  if (page === undefined) {
    const { title, detail, advice = findStatusTexts(locale, status).advice } = texts;
    const told = { title, detail, ...(advice !== undefined && { advice }) };
    page = { ...locale, statuses: { ...locale.statuses, [status]: told } };
    WITH_TEXTS.set(texts, known.set(locale, page));
  }
  return page;
}

const WITH_TEXTS = new WeakMap<ProblemTexts, Map<Locale, Locale>>();

/**
 * Writes a message in a language: `{name}` becomes the parameter of that name. Undefined when the
 * key is not there.
 */
export function formatMessage(
  messages: Messages | undefined,
  { key, params }: Message,
): string | undefined {
  const template =
    messages !== undefined && Object.hasOwn(messages, key) ? messages[key] : undefined;
  return template?.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    params !== undefined && Object.hasOwn(params, name) ? String(params[name]) : placeholder,
  );
}
