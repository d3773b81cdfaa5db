import type { Locale } from '@faultless/core';
import {
  checkOptions,
  type OptionRule,
  RESERVED_MEMBERS,
  wrongValue,
} from '@faultless/core/adapter';
import { checkMembers, isRecord } from './check-members.js';
import { findMembersSchema } from './members-schema.js';
import type { ProblemDescription, ProblemExample } from './problem-description.js';
import type { ProblemEntry } from './problem-entry.js';
import type { ProblemsOptions } from './problems-options.js';
import type { StandardSchema } from './standard-schema.js';

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

const OPTIONS: Readonly<Record<keyof ProblemsOptions, OptionRule>> = {
  base: {
    allowed: 'an absolute http or https URL that ends in /, as new URL() writes it',
    accepts: isBase,
  },
  problems: { allowed: 'an object of descriptions by name', accepts: isRecord },
  locales: {
    allowed: 'a list of one or more locales',
    accepts: (value) => Array.isArray(value) && value.length > 0 && value.every(isLocale),
  },
  others: {
    allowed: 'a list of { name, status, code, texts }, as builtInProblems() gives it',
    accepts: (value) => Array.isArray(value) && value.every(isSent),
  },
};

const DESCRIPTION: Readonly<Record<keyof ProblemDescription, OptionRule>> = {
  status: { allowed: 'an integer from 400 to 599', accepts: Number.isInteger },
  texts: { allowed: 'texts by language tag', accepts: isRecord },
  code: { allowed: 'a string that is not empty', accepts: isText },
  members: {
    allowed: 'a Standard Schema, such as of zod, valibot or arktype, or members<{ … }>()',
    accepts: isSchema,
  },
  examples: {
    allowed: 'a list of { detail, members }',
    accepts: (value) => Array.isArray(value) && value.every(isRecord),
  },
  slug: {
    allowed: 'letters, digits, - and _, and neither index nor llms, which are pages of their own',
    accepts: (value) => SLUG.test(String(value)) && value !== 'index' && value !== 'llms',
  },
};

const SLUG = /^[A-Za-z\d][\w-]*$/;

/** A name of a class, and of a component in OpenAPI. */
const NAME = /^[A-Z][A-Za-z\d]*$/;

/** Refuses options of which nothing can be made; plain JavaScript may pass anything. */
export function checkProblemsOptions(options: object): void {
  checkOptions('defineProblems', options, OPTIONS);
  checkThere('defineProblems', options, { base: OPTIONS.base, problems: OPTIONS.problems });
}

/** Refuses options that lack one of these. */
function checkThere(
  owner: string,
  options: object,
  needed: Readonly<Record<string, OptionRule>>,
): void {
  for (const [name, { allowed }] of Object.entries(needed)) {
    const value = (options as Readonly<Record<string, unknown>>)[name];
    if (value === undefined) throw wrongValue(`${owner}: option ${name}`, allowed, value);
  }
}

/** One that `new URL()` writes otherwise would never equal what a client reads. */
function isBase(value: unknown): boolean {
  if (typeof value !== 'string' || !/^https?:.*\/$/.test(value) || !URL.canParse(value)) {
    return false;
  }
  const { href, search, hash } = new URL(value);
  return href === value && search === '' && hash === '';
}

function isLocale(value: unknown): boolean {
  return isRecord(value) && typeof value.tag === 'string';
}

function isSent(value: unknown): boolean {
  if (!isRecord(value) || !isRecord(value.texts)) return false;
  return isText(value.name) && Number.isInteger(value.status) && isRecord(value.texts.en);
}

function isSchema(value: unknown): boolean {
  const standard = (value as Partial<StandardSchema> | null)?.['~standard'];
  return typeof standard?.validate === 'function';
}

/** Refuses a description that would lead to a wrong answer or page. */
export function checkDescription(
  name: string,
  description: ProblemDescription,
  locales: readonly Locale[],
): void {
  if (!NAME.test(name) || name === 'ProblemDetails') {
    const allowed = 'a class name of letters and digits, and not what all problems are called';
    throw wrongValue('defineProblems: a name', allowed, name);
  }
  const owner = `defineProblems: ${name}`;
  checkOptions(owner, description, DESCRIPTION);
  checkThere(owner, description, { status: DESCRIPTION.status, texts: DESCRIPTION.texts });
  checkTexts(owner, description.texts, locales);
  const { members: schema, examples = [] } = description;
  checkReserved(owner, findMembersSchema(schema, 'draft-2020-12')?.properties);
  for (const example of examples) checkExample(owner, schema, example);
}

/** What a text is for that no locale has, nobody would ever read. */
function checkTexts(
  owner: string,
  texts: ProblemDescription['texts'],
  locales: readonly Locale[],
): void {
  if (!Object.hasOwn(texts, 'en')) {
    throw wrongValue(`${owner}: option texts`, 'texts by language tag, en among them', texts);
  }
  const tags = ['en', ...locales.map(({ tag }) => tag)];
  for (const [tag, told] of Object.entries(texts)) {
    if (!tags.includes(tag)) {
      const allowed = `a tag of the locales: ${[...new Set(tags)].join(', ')}`;
      throw wrongValue(`${owner}: a language of texts`, allowed, tag);
    }
    const explanation: unknown = isRecord(told) ? told.explanation : undefined;
    if (explanation !== undefined && typeof explanation !== 'string') {
      throw wrongValue(`${owner}: texts.${tag}.explanation`, 'a string', explanation);
    }
  }
}

function checkReserved(owner: string, members: unknown): void {
  const name = RESERVED_MEMBERS.find((one) => isRecord(members) && Object.hasOwn(members, one));
  if (name === undefined) return;
  throw new TypeError(
    `${owner}: members can't have ${name}, which every problem has; reserved: ${RESERVED_MEMBERS.join(', ')}`,
  );
}

function checkExample(
  owner: string,
  schema: StandardSchema | undefined,
  { members, detail }: ProblemExample,
): void {
  if (detail !== undefined && typeof detail !== 'string') {
    throw wrongValue(`${owner}: the detail of an example`, 'a string', detail);
  }
  if (schema === undefined) {
    if (members === undefined) return;
    throw new TypeError(`${owner}: an example has members, and the problem has none`);
  }
  const { faults } = checkMembers(schema, members ?? {});
  if (faults.length > 0) {
    throw new TypeError(`${owner}: the schema refuses an example: ${faults.join('; ')}`);
  }
}

/** Refuses two problems with one URI, with one address of their pages, or with one name. */
export function checkUnique(entries: readonly ProblemEntry[]): void {
  const known = new Map<string, string>();
  const names = new Set<string>();
  for (const { name, slug } of entries) {
    const other = known.get(slug);
    if (other !== undefined) {
      throw new TypeError(
        `defineProblems: ${other} and ${name} have one URI, which ends in ${slug}; give one another slug`,
      );
    }
    if (names.has(name)) throw new TypeError(`defineProblems: two problems have the name ${name}`);
    known.set(slug, name);
    names.add(name);
  }
}
