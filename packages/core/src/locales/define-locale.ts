import { findRegisteredError } from '../statuses/registered.js';
import { describeValue } from '../values/describe-value.js';
import { wrongValue } from '../values/wrong-value.js';
import { findStatusTexts, type Locale, type StatusTexts } from './locale.js';

/** A status of a locale: a registered code, or the class of those that are not. */
type StatusKey = keyof Locale['statuses'];

/** The texts that a locale has, or changes; all others are those of the locale that it builds on. */
export interface LocaleTexts {
  /** Further tags that this locale answers. */
  readonly aliases?: readonly string[];
  readonly statuses?: { readonly [Status in StatusKey]?: Partial<StatusTexts> };
  /** Texts that errors name by key (`detail: { key, params }`), with `{placeholders}`. */
  readonly messages?: Readonly<Record<string, string>>;
  readonly labels?: Partial<Locale['labels']>;
}

/** Another language, which has to say which way it is written; or the same with other texts. */
export type LocaleDefinition =
  | (LocaleTexts & { readonly tag: string; readonly direction: Locale['direction'] })
  | (LocaleTexts & { readonly tag?: undefined; readonly direction?: undefined });

/**
 * Makes a locale out of another one: a language of your own, as far as you have translated it, or a
 * locale of ours with some texts changed.
 *
 *     const fr = defineLocale({ tag: 'fr', direction: 'ltr', statuses: { 404: { … } } }, en);
 *     const shopEn = defineLocale({ messages: { sold_out: '{item} is sold out.' } }, en);
 *
 * Where a language borrows the texts of a status, the report says so, once for each status.
 *
 * @throws {TypeError} when the definition names something that no locale has
 */
export function defineLocale(definition: LocaleDefinition, base: Locale): Locale {
  checkDefinition(definition);
  const { tag, direction = base.direction, statuses = {}, labels, messages } = definition;
  const aliases = definition.aliases ?? (tag === undefined ? base.aliases : undefined);
  const builtOn = base.base ?? (tag === undefined ? undefined : base.tag);
  const borrowed = tag === undefined ? base.borrowed : findBorrowed(statuses, base);
  return {
    tag: tag === undefined ? base.tag : canonicalise(tag),
    direction,
    ...(aliases && { aliases }),
    statuses: mergeStatuses(base, statuses),
    messages: tag === undefined ? { ...base.messages, ...messages } : { ...messages },
    labels: { ...base.labels, ...labels },
    ...(builtOn !== undefined && { base: builtOn }),
    ...(borrowed && { borrowed }),
  };
}

function mergeStatuses(
  base: Locale,
  own: NonNullable<LocaleTexts['statuses']>,
): Locale['statuses'] {
  const merged: Record<string, StatusTexts> = { ...base.statuses };
  for (const [status, texts] of Object.entries(own)) {
    merged[status] = { ...textsOf(base, status), ...texts };
  }
  return merged as Locale['statuses'];
}

function textsOf(base: Locale, status: string): StatusTexts {
  return isClass(status) ? base.statuses[status] : findStatusTexts(base, Number(status));
}

function isClass(status: string): status is 'clientError' | 'serverError' {
  return status === 'clientError' || status === 'serverError';
}

/** The statuses that the client gets in the language of the base, wholly or in part. */
function findBorrowed(
  own: Readonly<Record<string, Partial<StatusTexts> | undefined>>,
  base: Locale,
): ReadonlySet<string> {
  const lacking = Object.keys(base.statuses).filter((status) =>
    Object.keys(TEXTS).some((part) => own[status]?.[part as keyof StatusTexts] === undefined),
  );
  return new Set(lacking);
}

function canonicalise(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] as string;
  } catch {
    throw wrongValue('defineLocale: tag', 'a language tag', tag);
  }
}

const MEMBERS: readonly string[] = [
  'tag',
  'direction',
  'aliases',
  'statuses',
  'messages',
  'labels',
];

const LABELS: Readonly<Record<keyof Locale['labels'], true>> = {
  reference: true,
  more: true,
  temporary: true,
  wait: true,
  signIn: true,
  tryAgain: true,
  home: true,
  support: true,
  errors: true,
  field: true,
  query: true,
  path: true,
  header: true,
  cookie: true,
};

const TEXTS: Readonly<Record<keyof StatusTexts, true>> = {
  title: true,
  detail: true,
  advice: true,
};

/** Refuses a definition that names what no locale has; plain JavaScript may pass anything. */
function checkDefinition(definition: LocaleDefinition | null): void {
  if (typeof definition !== 'object' || definition === null) {
    throw wrongValue('defineLocale: the definition', 'an object', definition);
  }
  for (const name of Object.keys(definition)) {
    if (!MEMBERS.includes(name)) refuse(`there is no ${describeValue(name)}`);
  }
  const { tag, direction, statuses = {}, messages = {}, labels = {} } = definition;
  if (direction !== 'ltr' && direction !== 'rtl' && (tag ?? direction) !== undefined) {
    refuse(`direction must be 'ltr' or 'rtl', not ${describeValue(direction)}`);
  }
  checkTexts(labels, LABELS, 'label');
  checkMessages(messages);
  for (const [status, texts] of Object.entries(statuses)) {
    if (!isClass(status) && findRegisteredError(Number(status)) === undefined) {
      refuse(`there is no status ${describeValue(status)}`);
    }
    checkTexts(texts, TEXTS, 'text', ` of ${status}`);
  }
}

function checkTexts(texts: object, known: object, what: string, whose = ''): void {
  for (const [name, text] of Object.entries(texts)) {
    if (!Object.hasOwn(known, name)) refuse(`there is no ${what} ${describeValue(name)}`);
    if (typeof text !== 'string') {
      refuse(`${name}${whose} must be a string, not ${describeValue(text)}`);
    }
  }
}

function checkMessages(messages: Readonly<Record<string, unknown>>): void {
  for (const [key, text] of Object.entries(messages)) {
    if (typeof text === 'string') continue;
    refuse(`message ${describeValue(key)} must be a string, not ${describeValue(text)}`);
  }
}

function refuse(what: string): never {
  throw new TypeError(`defineLocale: ${what}`);
}
