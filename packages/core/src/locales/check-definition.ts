import { describeValue } from '../values/describe-value.js';
import type { LocaleDefinition } from './define-locale.js';
import type { Locale } from './locale.js';

const MEMBERS: readonly string[] = [
  'tag',
  'direction',
  'aliases',
  'statuses',
  'messages',
  'labels',
];

/** Refuses a definition that names what no locale has; plain JavaScript may pass anything. */
export function checkDefinition(definition: LocaleDefinition | null, base: Locale): void {
  if (typeof definition !== 'object' || definition === null) {
    throw new TypeError(
      `defineLocale: the definition must be an object, not ${describeValue(definition)}`,
    );
  }
  for (const name of Object.keys(definition)) {
    if (!MEMBERS.includes(name)) refuse(`there is no ${describeValue(name)}`);
  }
  const { tag, direction, statuses = {}, messages = {}, labels = {} } = definition;
  if (direction !== 'ltr' && direction !== 'rtl' && (tag ?? direction) !== undefined) {
    refuse(`direction must be 'ltr' or 'rtl', not ${describeValue(direction)}`);
  }
  checkTexts(labels, base.labels, 'label');
  checkMessages(messages);
  for (const [status, texts] of Object.entries(statuses)) {
    if (!Object.hasOwn(base.statuses, status)) {
      refuse(`there is no status ${describeValue(status)}`);
    }
    checkTexts(texts, base.statuses[404], 'text', ` of ${status}`);
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
