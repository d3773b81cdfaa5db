import type { Challenge } from '../challenges/challenge.js';
import type { HttpErrorOptions } from '../errors/error-options.js';
import type { HttpError } from '../errors/http-error.js';
import type { RequestFacts } from '../exchange.js';
import type { Notice } from '../reporting/report.js';
import type { RegisteredErrorCode } from '../statuses/registered.js';
import type { OptionRule } from '../values/check-options.js';
import type { Traits } from './read-traits.js';

/** One documented answer; its key in the table is the `code`, and the key of its message. */
export interface AnswerRow {
  readonly status: RegisteredErrorCode;
  /** When it is given: an English phrase for the documentation, which the build leaves out. */
  readonly when: string;
  /** Seconds until it is worth another try; makes the answer temporary. */
  readonly retryAfter?: number;
  /** @default what the status says */
  readonly temporary?: boolean;
  /** Whether the client may read code and message. @default true, but for 500 */
  readonly expose?: boolean;
}

export type Answers = Readonly<Record<string, AnswerRow>>;

/** Messages that no code is named like: variants, and what is said of single values. */
export type ExtraMessageKey =
  | 'body_too_large_limit'
  | 'member_missing'
  | 'member_unknown'
  | 'text_too_long'
  | 'text_too_short'
  | 'value_invalid'
  | 'value_kind_wrong'
  | 'value_not_listed'
  | 'value_too_large'
  | 'value_too_small';

/** What an answer has beside its row. */
export interface AnswerExtras {
  /** What the placeholders of the message stand for. Never anything of the original's text. */
  readonly params?: Readonly<Record<string, string | number>> | undefined;
  /** Another message than the one named like the code. */
  readonly message?: ExtraMessageKey | undefined;
  /** A status that an option puts in the place of the row's. */
  readonly status?: number | undefined;
  readonly headers?: HttpErrorOptions['headers'];
  readonly extensions?: HttpErrorOptions['extensions'];
  /** Overrides the row's. */
  readonly retryAfter?: number | Date | undefined;
  /** For 400, 401 and 403. @default for 401, the handler's own challenge */
  readonly challenges?: readonly [Challenge, ...Challenge[]] | undefined;
}

/** What built-in mappers go by. */
export interface MappingSettings {
  readonly validationStatus: 400 | 422;
  readonly maxValidationErrors: number;
  readonly passOnProblems: boolean;
}

/** What a built-in mapper is given beside the traits. */
export interface MappingContext<Code extends string> {
  /** Makes one of the mapper's own answers, with what was thrown as its cause. */
  readonly answer: (code: Code, extras?: AnswerExtras) => HttpError;
  readonly settings: MappingSettings;
  /** What is made of whatever the error wraps, if somebody knows it. Asked once, it is not looked at again. */
  readonly inside: () => HttpError | undefined;
  /** What was thrown; not what a wrapper of it holds. */
  readonly outermost: unknown;
  readonly notice: Notice;
  /** The request that failed, as evidence of whose fault it is. */
  readonly request: RequestFacts | undefined;
}

/** What a text is tried by: a regular expression, or a function of its own under the same name. */
export type Pattern = Pick<RegExp, 'test'>;

/**
 * What makes a mapper worth asking: any one of these. Strings and numbers are looked up, patterns
 * are tried once for each text and remembered. The mapper itself then looks closer.
 */
export interface Match {
  readonly code?: readonly (string | number | Pattern)[];
  /** What the error calls itself, or its class where it only says `Error`. */
  readonly name?: readonly (string | Pattern)[];
  readonly type?: readonly (string | Pattern)[];
  /**
   * Messages of libraries that tell by nothing else: all of the message, or what comes before its
   * first `: ` with that. Looked at only when no mapper took it for anything else.
   */
  readonly message?: readonly (string | Pattern)[];
  /** Enumerable properties, inherited ones too, that the error must have one of. */
  readonly has?: readonly string[];
  /** Whether arrays are its business. */
  readonly list?: true;
}

/** Knows the errors of one library, or of several that agree. */
export interface BuiltInMapper<Name extends string = string, Code extends string = string> {
  readonly name: Name;
  /** Whose errors these are, for the documentation; the build leaves it out. */
  readonly libraries: string;
  /** What the table can't say, for the documentation; the build leaves it out. */
  readonly note?: string;
  readonly match: Match;
  /** Goes by what is common to many: asked when neither the error nor what it wraps is known else. */
  readonly last?: true;
  readonly answers: Readonly<Record<Code, AnswerRow>>;
  map(traits: Traits, context: MappingContext<Code>): HttpError | undefined;
  /** Makes the error of one of the answers: its own words only, the original as the cause. */
  answer(code: Code, extras: AnswerExtras & { readonly cause: unknown }): HttpError;
  /** Says for a developer what it went by. @default which part of `match` fits */
  explain?(traits: Traits): string | undefined;
}

/** Finds the mappers worth asking. */
export interface MapperIndex {
  /** Those that may know an error of these traits, in their order; not those that go by the message. */
  find(traits: Traits): readonly BuiltInMapper[];
  /** Those that may know an error by its message, for when nobody else does. */
  findByMessage(traits: Traits): readonly BuiltInMapper[];
}

/** Mappers in the order in which they are asked, and what makes an index of some of them. */
export interface BuiltInMappers {
  readonly list: readonly BuiltInMapper[];
  readonly index: (mappers: readonly BuiltInMapper[]) => MapperIndex;
  /** What their options may be. */
  readonly rules: (mappers: readonly BuiltInMapper[]) => Readonly<Record<string, OptionRule>>;
}
