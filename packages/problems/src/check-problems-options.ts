import { checkOptions, type OptionRule } from '@faultless/core/adapter';
import { checkThere } from './check-descriptions.js';
import { isRecord } from './check-members.js';
import type { ProblemsOptions } from './problems-options.js';

const OPTIONS: Readonly<Record<keyof ProblemsOptions, OptionRule>> = {
  base: {
    allowed: 'an absolute http or https URL that ends in /, as new URL() writes it',
    accepts: isBase,
  },
  problems: { allowed: 'an object of descriptions by name', accepts: isRecord },
  locales: {
    allowed: 'a list of one or more locales, each with a language tag and a direction',
    accepts: (value) => Array.isArray(value) && value.length > 0 && value.every(isLocale),
  },
  others: {
    allowed: 'a list of { name, status, code, texts }, as builtInProblems() gives it',
    accepts: (value) => Array.isArray(value) && value.every(isRecord),
  },
};

/** Refuses options of which nothing can be made; plain JavaScript may pass anything. */
export function checkProblemsOptions(options: object): void {
  checkOptions('defineProblems', options, OPTIONS);
  checkThere('defineProblems', options, { base: OPTIONS.base, problems: OPTIONS.problems });
}

/** One that `new URL()` writes otherwise would never equal what a client reads. */
function isBase(value: unknown): boolean {
  if (typeof value !== 'string' || !/^https?:.*\/$/.test(value) || !URL.canParse(value)) {
    return false;
  }
  const { href, search, hash, username, password } = new URL(value);
  // Whom it names, every client would read.
  return href === value && [search, hash, username, password].every((part) => part === '');
}

function isLocale(value: unknown): boolean {
  if (!isRecord(value) || (value.direction !== 'ltr' && value.direction !== 'rtl')) return false;
  return typeof value.tag === 'string' && isTag(value.tag);
}

/** A tag is part of the names of files, and every runtime knows a language by it (RFC 5646 §2.1). */
function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
