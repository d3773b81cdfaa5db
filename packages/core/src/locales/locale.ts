import type { RegisteredErrorCode } from '../statuses/registered.js';

/** The texts of one status in one language. */
export interface StatusTexts {
  /** The title, RFC 9110's phrase in English. */
  readonly title: string;
  /** What happened, for a client that gets no detail of its own: one sentence. */
  readonly detail: string;
  /** What to do next, for the person who sees the page: one or two sentences. */
  readonly advice: string;
}

/** All texts of one language. */
export interface Locale {
  /** BCP 47 language tag, sent as Content-Language. */
  readonly tag: string;
  /** Further tags that this locale answers: `zh` has `zh-TW` and `zh-Hans` find `zh-CN`. */
  readonly aliases?: readonly string[];
  readonly direction: 'ltr' | 'rtl';
  /** Every registered status, and the two classes for codes that are not registered. */
  readonly statuses: Readonly<
    Record<RegisteredErrorCode | 'clientError' | 'serverError', StatusTexts>
  >;
  /** Texts that errors name by key (`detail: { key, params }`), with `{placeholders}`. */
  readonly messages?: Readonly<Record<string, string>>;
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
  };
}
