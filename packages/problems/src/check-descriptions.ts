import type { Locale } from '@faultless/core';
import {
  checkOptions,
  type OptionRule,
  RESERVED_MEMBERS,
  wrongValue,
} from '@faultless/core/adapter';
import { ASYNCHRONOUS, checkMembers, isAsynchronous, isRecord } from './check-members.js';
import { findReserved } from './json-schema/find-reserved.js';
import { findMembersSchema } from './members-schema.js';
import type { ProblemDescription, ProblemExample } from './problem-description.js';
import { isSlug, SLUG_ALLOWED } from './slug.js';
import type { JsonSchema, StandardSchema } from './standard-schema.js';

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

const isThere = (value: unknown): boolean => value !== null;

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
  slug: { allowed: SLUG_ALLOWED, accepts: isSlug },
  // Their classes in core look at what they are.
  challenges: { allowed: 'a realm, a challenge, or a list of them', accepts: isThere },
  allow: { allowed: 'a list of methods', accepts: isThere },
  protocols: { allowed: 'a protocol, or a list of them', accepts: isThere },
};

/** A name of a class, and of a component in OpenAPI. */
const NAME = /^[A-Z][A-Za-z\d]*$/;

/** Refuses options that lack one of these. */
export function checkThere(
  owner: string,
  options: object,
  needed: Readonly<Record<string, OptionRule>>,
): void {
  for (const [name, { allowed }] of Object.entries(needed)) {
    const value = (options as Readonly<Record<string, unknown>>)[name];
    if (value === undefined) throw wrongValue(`${owner}: option ${name}`, allowed, value);
  }
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
  checkMembersSchema(owner, schema);
  if (schema !== undefined && isAsynchronous(schema)) {
    throw new TypeError(
      `${owner}: ${ASYNCHRONOUS}; its members need a schema that answers at once`,
    );
  }
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

function checkMembersSchema(owner: string, schema: StandardSchema | undefined): void {
  const written = findMembersSchema(schema, 'draft-2020-12');
  const name = written && readReserved(owner, written);
  if (name === undefined) return;
  throw new TypeError(
    `${owner}: members can't have ${name}, which every problem has; reserved: ${RESERVED_MEMBERS.join(', ')}`,
  );
}

function readReserved(owner: string, schema: JsonSchema): string | undefined {
  try {
    return findReserved(schema);
  } catch (cause) {
    throw new TypeError(`${owner}: ${(cause as Error).message}`, { cause });
  }
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
