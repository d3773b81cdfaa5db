import type {
  ChallengeOptions,
  Challenges,
  ErrorArguments,
  ExtensionMembers,
  HttpErrorOptions,
  OccurrenceOptions,
  ProblemOccurrence,
  ProblemType,
} from '@faultless/core';
import { checkProblemTexts } from '@faultless/core/adapter';
import { checkMembers } from './check-members.js';
import { isProduction } from './is-production.js';
import { findMaking, type OwedParticulars } from './owed.js';
import type { ProblemDescription } from './problem-description.js';
import type { SchemaInput, SchemaOutput, StandardSchema } from './standard-schema.js';

/** What an occurrence may say beside its members. */
export type Particulars = OccurrenceOptions & Pick<HttpErrorOptions, 'detail'>;

/** What an occurrence says, with what its status owes and the description leaves to it. */
export type ParticularsOf<Description> = Description extends { readonly status: 401 }
  ? Particulars &
      Pick<ChallengeOptions, 'triedScheme'> & { readonly challenges?: Challenges | undefined }
  : Description extends { readonly status: 405; readonly allow: readonly string[] }
    ? Particulars
    : Description extends { readonly status: 405 }
      ? Particulars & { readonly allow: readonly string[] }
      : Description extends { readonly status: 416 }
        ? Particulars & { readonly size: number }
        : Particulars;

/** An error in place of options is a mistake: it belongs into `cause`. */
interface NoError {
  readonly message?: never;
}

type ParticularArguments<Said extends Particulars> =
  Partial<Said> extends Said
    ? ErrorArguments<Said>
    : [detail: string | undefined, options: Said & NoError] | [options: Said & NoError];

type OccurrenceArguments<Input, Said extends Particulars> = keyof Input extends never
  ? ParticularArguments<Said>
  : Partial<Input> extends Input
    ? Partial<Said> extends Said
      ? [members?: Input, ...particulars: ParticularArguments<Said>]
      : [members: Input | undefined, ...particulars: ParticularArguments<Said>]
    : [members: Input, ...particulars: ParticularArguments<Said>];

/** The class of a described problem: it takes the members first, and then what every error takes. */
export interface DescribedClass<
  Input extends object,
  Output extends object,
  Said extends Particulars = Particulars,
> extends ProblemType<Output> {
  new (...args: OccurrenceArguments<Input, Said>): ProblemOccurrence<Output>;
}

/** The class that a description comes to. */
export type ClassOf<Description extends ProblemDescription> = Description extends {
  readonly members: infer Schema extends StandardSchema<ExtensionMembers>;
}
  ? DescribedClass<
      SchemaInput<Schema> & object,
      SchemaOutput<Schema> & object,
      ParticularsOf<Description>
    >
  : DescribedClass<object, object, ParticularsOf<Description>>;

/**
 * Makes the class of a problem, which is one of those that owe what its status does. Members that the schema refuses
 * are a mistake of the program's: a TypeError where it is developed, and elsewhere an answer without them, of which
 * the report tells.
 *
 * @throws {TypeError} when the description can't make an error
 */
export function createProblemClass(
  name: string,
  type: string,
  description: ProblemDescription,
): DescribedClass<object, object> {
  const { status, texts, code, members: schema } = description;
  checkProblemTexts(texts);
  const { Base, firstOf, option, sample } = findMaking(description);
  const common = { type, code, title: texts.en.title };
  // It says now what is wrong with what all of them have in common.
  new Base(firstOf(sample), common);
  class Problem extends Base {
    static override name = name;
    static readonly type = type;
    static readonly status = status;

    constructor(...args: readonly unknown[]) {
      const [first, second] = schema === undefined ? args : args.slice(1);
      const said = readParticulars(name, first, second);
      const owed = firstOf(said);
      const options: HttpErrorOptions = {
        ...said,
        ...(option !== undefined && { [option]: undefined }),
        ...common,
        // What it says is for clients, so it leaves with a 5xx too.
        expose: said.expose ?? true,
      };
      if (schema === undefined) {
        super(owed, options);
        return;
      }
      const { members, faults } = checkMembers(schema, args[0] ?? {});
      if (faults.length > 0 && !isProduction()) {
        throw new TypeError(`${name}: its schema refuses the members: ${faults.join('; ')}`);
      }
      super(owed, { ...options, extensions: members });
      if (faults.length === 0) return;
      this.notices = faults.map((fault) => ({
        message: `${name} left without a member: ${fault}`,
      }));
    }
  }
  Object.defineProperty(Problem.prototype, 'texts', { value: texts });
  return Problem as unknown as DescribedClass<object, object>;
}

type Said = Particulars & OwedParticulars;

function readParticulars(name: string, first: unknown, second: unknown): Said {
  const hasDetail = typeof first !== 'object' || first === null;
  const options: unknown = hasDetail ? (second ?? {}) : first;
  if (typeof options !== 'object' || options instanceof Error) {
    throw new TypeError(`${name} takes a detail and options; another error is a { cause }`);
  }
  // Core refuses what is neither.
  const detail = hasDetail ? { detail: first as string } : {};
  return Object.assign(Object.create(null) as Said, options, detail);
}
