import type { Message } from '../errors/error-options.js';
import type { HttpError } from '../errors/http-error.js';
import { buildProblem, type ProblemDocument } from '../errors/problem.js';
import { findProblemTexts, type ProblemTexts } from '../errors/problem-texts.js';
import type { RequestFacts } from '../exchange.js';
import {
  findClassTexts,
  findStatusTexts,
  formatMessage,
  type Locale,
  type MessagesByTag,
} from '../locales/locale.js';
import type { Appearance } from '../policy/decide.js';
import type { Notice } from '../reporting/report.js';
import { findRegisteredError } from '../statuses/registered.js';
import type { ExtendProblem } from './extend-problem.js';
import { newInstance } from './new-instance.js';

/** What the problem document of one answer depends on beside the error. */
interface Circumstances {
  readonly instance: string;
  readonly locale: Locale;
  readonly appearance: Appearance;
  readonly request: RequestFacts;
  /** What the framework calls the request. */
  readonly context: unknown;
  readonly notice: Notice;
}

/** Writes the problem document of an error in the client's language. */
export type WriteProblem = (shown: HttpError, circumstances: Circumstances) => ProblemDocument;

/** What the error calls this occurrence, or else a new name for it. */
export function instanceOf({ instance }: HttpError): string {
  return instance ?? newInstance();
}

/** What the type of a problem says in a language: that of the locale, of the one behind it, or English. */
export function textsOf(
  { expose, texts }: HttpError,
  { tag, base }: Locale,
): ProblemTexts | undefined {
  return expose && texts !== undefined ? findProblemTexts(texts, [tag, base]) : undefined;
}

const NONE = {};

/** Keys that come from input may be any number; so many are told of. */
const MAX_TOLD = 1000;

/**
 * Makes the writer of problem documents, which finds messages in a locale, or by its tag. A text that a locale lacks is that of the default locale,
 * or at last the status's own; the operator is told once for each text and locale.
 */
export function createProblemWriter(
  defaultLocale: Locale,
  messages: MessagesByTag = {},
  extend?: ExtendProblem,
): WriteProblem {
  const told = new Set<string>();

  function find({ messages: own, tag }: Locale, message: Message): string | undefined {
    return (
      formatMessage(own, message) ??
      (Object.hasOwn(messages, tag) ? formatMessage(messages[tag], message) : undefined)
    );
  }

  function tellOnce(message: string, notice: Notice): void {
    if (told.has(message) || told.size >= MAX_TOLD) return;
    told.add(message);
    notice(message);
  }

  function format(message: Message, { locale, notice }: Circumstances): string | undefined {
    const text = find(locale, message);
    if (text !== undefined) return text;
    const key = JSON.stringify(message.key);
    tellOnce(`the locale ${locale.tag} has no message ${key}`, notice);
    return find(defaultLocale, message);
  }

  return (shown, circumstances) => {
    const { instance, locale, appearance, request, context, notice } = circumstances;
    const { status, titles, substatus } = appearance;
    if (
      locale.borrowed?.has(String(status)) ||
      (!Object.hasOwn(locale.statuses, status) && findRegisteredError(status))
    ) {
      tellOnce(`the locale ${locale.tag} has no texts for ${status}`, notice);
    }
    const texts =
      titles === undefined ? findStatusTexts(locale, status) : findClassTexts(locale, status);
    const own = textsOf(shown, locale);
    if (own !== undefined && !Object.hasOwn(shown.texts ?? NONE, locale.tag)) {
      tellOnce(`the locale ${locale.tag} has no texts for ${String(shown.type)}`, notice);
    }
    const problem = buildProblem(shown, {
      status,
      title: titles?.[locale.tag] ?? texts.title,
      detail: texts.detail,
      texts: own,
      instance,
      substatus,
      format: (message) => format(message, circumstances),
    });
    const { headers } = request;
    return (
      extend?.(problem, { error: shown, request: context, locale, headers, notice }) ?? problem
    );
  };
}
