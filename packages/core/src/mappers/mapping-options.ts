import type { OptionRule } from '../values/check-options.js';
import type { MappingSettings } from './built-in-mapper.js';
import type { Mapper } from './mapper.js';
import type { MapperName } from './registry.js';

/** The options that say how foreign errors are understood. */
export interface MappingOptions {
  /** Mappers of your own, in the order in which they are asked, before the built-in ones. */
  readonly mappers?: readonly Mapper[] | undefined;
  /** Built-in mappers to leave out, by name. @default none */
  readonly withoutMappers?: readonly MapperName[] | undefined;
  /**
   * The status of content that a validation library refused.
   * @default 422
   */
  readonly validationStatus?: 400 | 422 | undefined;
  /**
   * How many of the errors that a validation library found are listed; the rest is counted.
   * @default 100
   */
  readonly maxValidationErrors?: number | undefined;
  /**
   * For gateways: an upstream's problem document (RFC 9457) leaves with its status, type, title and
   * detail, without its instance.
   * @default false
   */
  readonly passOnProblems?: boolean | undefined;
}

const isMapper = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Mapper).map === 'function' &&
  typeof (value as Mapper).name === 'string';

/** What the option of an application's own mappers may be. */
export const MAPPERS_RULE: OptionRule = {
  allowed: 'a list of mappers ({ name, map }), as when() makes them',
  accepts: (value) => Array.isArray(value) && value.every(isMapper),
};

/** Works out what built-in mappers go by. */
export function compileMappingSettings(options: MappingOptions): MappingSettings {
  return {
    validationStatus: options.validationStatus ?? 422,
    maxValidationErrors: options.maxValidationErrors ?? 100,
    passOnProblems: options.passOnProblems ?? false,
  };
}
