import { RESERVED_MEMBERS } from '@faultless/core/adapter';
import type { SchemaIssue, SchemaResult, StandardSchema } from './standard-schema.js';

/** The members that may leave, and what was wrong with the others. */
export interface CheckedMembers {
  readonly members: Readonly<Record<string, unknown>>;
  readonly faults: readonly string[];
}

export const ASYNCHRONOUS = 'the schema is asynchronous, and an error is made at once';

/** Whether a schema answers later, as far as nothing at all shows it. */
export function isAsynchronous(schema: StandardSchema): boolean {
  try {
    return isLater(schema['~standard'].validate({}));
  } catch {
    return false;
  }
}

/** What comes of it is of no more use, nor is that it fails. */
function isLater<Output>(
  result: SchemaResult<Output> | Promise<SchemaResult<Output>>,
): result is Promise<SchemaResult<Output>> {
  if (!('then' in result)) return false;
  Promise.resolve(result).catch(() => undefined);
  return true;
}

/**
 * Asks the schema, and lets nothing leave but what it makes. Where it refuses a member, the rest is asked for
 * again without it; if that is refused too, as without a member that is required, none leaves.
 */
export function checkMembers(schema: StandardSchema, given: unknown): CheckedMembers {
  if (!isRecord(given)) return nothing(`members must be an object, not ${describeKind(given)}`);
  try {
    const result = schema['~standard'].validate(given);
    if (isLater(result)) return nothing(ASYNCHRONOUS);
    return result.issues === undefined
      ? withoutReserved(result.value)
      : withoutRefused(schema, given, result.issues);
  } catch (failure) {
    return nothing(
      `the schema failed: ${failure instanceof Error ? failure.message : 'no result'}`,
    );
  }
}

function nothing(fault: string): CheckedMembers {
  return { members: {}, faults: [fault] };
}

function withoutRefused(
  schema: StandardSchema,
  given: Readonly<Record<string, unknown>>,
  issues: readonly SchemaIssue[],
): CheckedMembers {
  const places = issues.map(findMember);
  const faults = issues.map(({ message }, index) => `${places[index] ?? 'members'}: ${message}`);
  if (places.includes(undefined)) return { members: {}, faults };
  const rest = Object.entries(given).filter(([name]) => !places.includes(name));
  const again = schema['~standard'].validate(Object.fromEntries(rest));
  if (isLater(again) || again.issues !== undefined) return { members: {}, faults };
  return { members: withoutReserved(again.value).members, faults };
}

function withoutReserved(value: unknown): CheckedMembers {
  if (!isRecord(value)) return nothing(`the schema made ${describeKind(value)} of the members`);
  const reserved = RESERVED_MEMBERS.filter((name) => Object.hasOwn(value, name));
  if (reserved.length === 0) return { members: value, faults: [] };
  const members = Object.fromEntries(
    Object.entries(value).filter(([name]) => !reserved.some((one) => one === name)),
  );
  return { members, faults: reserved.map((name) => `${name}: every problem has it already`) };
}

/** The member that an issue is about; undefined where it is about all of them. */
function findMember({ path }: SchemaIssue): string | undefined {
  const first = path?.[0];
  const key = typeof first === 'object' ? first.key : first;
  return key === undefined ? undefined : String(key);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describeKind(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value;
}
