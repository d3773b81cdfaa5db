import { HttpError, type ProblemDocument, stringifyProblem } from '@faultless/core';
import { checkMembers } from './check-members.js';
import { VENDOR } from './members.js';
import { findMembersSchema } from './members-schema.js';
import { findMaking } from './owed.js';
import type { DescribedClass } from './problem-class.js';
import type { ProblemDescription, ProblemExample } from './problem-description.js';
import type { ProblemEntry, SentProblem } from './problem-entry.js';
import { slugOf } from './slug.js';

/** Puts together what is known of a problem of the application's. */
export function describeEntry(
  Problem: DescribedClass<object, object>,
  named: { readonly name: string; readonly slug: string; readonly description: ProblemDescription },
): ProblemEntry {
  const { name, slug, description } = named;
  const { status, code, texts, members: schema } = description;
  const examples = description.examples ?? findPlainExample(description);
  return {
    name,
    slug,
    type: Problem.type,
    status,
    code,
    texts,
    examples: examples.map((example) => writeExample(Problem, description, example)),
    membersSchema: (target) => findMembersSchema(schema, target),
  };
}

/** One without members, where nothing is known to ask for some: a type alone may, and nobody hears of it. */
function findPlainExample({ members: schema }: ProblemDescription): readonly ProblemExample[] {
  if (schema === undefined) return [{}];
  const isType = schema['~standard'].vendor === VENDOR;
  return isType || checkMembers(schema, {}).faults.length > 0 ? [] : [{}];
}

function writeExample(
  Problem: DescribedClass<object, object>,
  description: ProblemDescription,
  { members, detail }: ProblemExample,
): ProblemDocument {
  const particulars = { detail, ...findMaking(description).sample };
  const args = description.members === undefined ? [particulars] : [members, particulars];
  return copyJson((Reflect.construct(Problem, args) as HttpError).toJSON());
}

/** Puts together what is known of a problem of others, which has no type of its own. */
export function describeOther({ name, status, code, texts }: SentProblem): ProblemEntry {
  const example = new HttpError(status, { code, title: texts.en.title, expose: true });
  return {
    name,
    slug: code ?? slugOf(name),
    type: 'about:blank',
    status,
    code,
    texts,
    examples: [copyJson(example.toJSON())],
    membersSchema: () => undefined,
  };
}

/** As a client reads it. */
function copyJson(document: ProblemDocument): ProblemDocument {
  return JSON.parse(stringifyProblem(document)) as ProblemDocument;
}
