import {
  defineProblem,
  type ErrorArguments,
  type ExtensionMembers,
  type Extensions,
  type HttpErrorOptions,
  type OccurrenceOptions,
  type ProblemClass,
  type ProblemOccurrence,
  type ProblemType,
} from '@faultless/core';
import { checkMembers } from './check-members.js';
import { isProduction } from './is-production.js';
import type { ProblemDescription } from './problem-description.js';
import type { SchemaInput, SchemaOutput, StandardSchema } from './standard-schema.js';

/** What an occurrence may say beside its members. */
export type Particulars = OccurrenceOptions & Pick<HttpErrorOptions, 'detail'>;

type OccurrenceArguments<Input> = keyof Input extends never
  ? ErrorArguments<Particulars>
  : Partial<Input> extends Input
    ? [members?: Input, ...particulars: ErrorArguments<Particulars>]
    : [members: Input, ...particulars: ErrorArguments<Particulars>];

/** The class of a described problem: it takes the members first, and then what every error takes. */
export interface DescribedClass<Input extends object, Output extends object>
  extends ProblemType<Output> {
  new (...args: OccurrenceArguments<Input>): ProblemOccurrence<Output>;
}

/** The class that a description comes to. */
export type ClassOf<Description extends ProblemDescription> = Description extends {
  readonly members: infer Schema extends StandardSchema<ExtensionMembers>;
}
  ? DescribedClass<SchemaInput<Schema> & object, SchemaOutput<Schema> & object>
  : DescribedClass<object, object>;

/**
 * Makes the class of a problem. Members that the schema refuses are a mistake of the program's: a
 * TypeError where it is developed, and elsewhere an answer without them, of which the report tells.
 *
 * @throws {TypeError} when the description can't make an error
 */
export function createProblemClass(
  name: string,
  type: string,
  { status, texts, code, members: schema }: ProblemDescription,
): DescribedClass<object, object> {
  // What it says is for clients, so it leaves with a 5xx too.
  const definition = { name, type, status, code, texts, title: texts.en.title, expose: true };
  const Base: ProblemClass<Extensions> = defineProblem(definition);
  class Problem extends Base {
    static override name = name;

    constructor(...args: readonly unknown[]) {
      const [first, second] = schema === undefined ? args : args.slice(1);
      const { detail, ...options } = readParticulars(name, first, second);
      if (schema === undefined) {
        super(detail, undefined, options);
        return;
      }
      const { members, faults } = checkMembers(schema, args[0] ?? {});
      if (faults.length > 0 && !isProduction()) {
        throw new TypeError(`${name}: its schema refuses the members: ${faults.join('; ')}`);
      }
      super(detail, members, options);
      if (faults.length === 0) return;
      this.notices = faults.map((fault) => ({
        message: `${name} left without a member: ${fault}`,
      }));
    }
  }
  return Problem;
}

function readParticulars(name: string, first: unknown, second: unknown): Particulars {
  const hasDetail = typeof first !== 'object' || first === null;
  const options: unknown = hasDetail ? (second ?? {}) : first;
  if (typeof options !== 'object' || options instanceof Error) {
    throw new TypeError(`${name} takes a detail and options; another error is a { cause }`);
  }
  // Core refuses what is neither.
  return hasDetail ? { ...options, detail: first as string } : (options as Particulars);
}
