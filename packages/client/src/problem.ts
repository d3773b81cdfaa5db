/**
 * A problem as the server has told it. `status` is that of the response; members of a wrong type are left
 * out (RFC 9457 §3.1).
 *
 * @see RFC 9457 §3
 */
export interface Problem {
  /**
   * The problem type: a URI as it came, or what a relative reference comes to (RFC 9457 §3.1.1);
   * `about:blank` where the server names none.
   */
  readonly type: string;
  /** The status of the response, whatever the document says (RFC 9457 §3.1.2). */
  readonly status: number;
  readonly title?: string;
  readonly detail?: string;
  /** Identifies this occurrence, to be quoted to whoever runs the server. */
  readonly instance?: string;
  /** A stable name for programs to switch on. */
  readonly code?: string;
  /** Whether the same request may succeed later. */
  readonly temporary?: boolean;
  /** Extension members: nothing is known of them but that they are data. */
  readonly [member: string]: unknown;
}

/** A problem type whose extension members the compiler knows: see {@link problemType}. */
export interface TypedProblem<Members extends object> {
  readonly type: string;
  /** For the compiler only. */
  readonly members?: Members;
}

/** The class that a server throws; its type is enough (`import type`). */
type ProblemClass<Members extends object> = (abstract new (
  ...args: never[]
) => unknown) &
  Pick<TypedProblem<Members>, 'members'>;

type MembersOf<Source> =
  Source extends ProblemClass<infer Members> ? Members : Source extends object ? Source : object;

/**
 * Names a problem type, with its members, or the server's class that has them.
 *
 *     const OutOfCredit = problemType<{ balance: number }>('https://example.com/problems/out-of-credit');
 *     if (isProblem(error, OutOfCredit)) console.log(error.problem.balance);
 *
 * The server is believed: what a member really is, nobody has checked.
 */
export function problemType<Source extends object = object>(
  type: string,
): TypedProblem<MembersOf<Source>> {
  return { type };
}

/** Of another type they are none (RFC 9457 §3.1). */
const TYPES = new Map([
  ['title', 'string'],
  ['detail', 'string'],
  ['instance', 'string'],
  ['code', 'string'],
  ['temporary', 'boolean'],
]);

/** Deeper than this, or with more members, it is no problem document but an attack. */
export const MAX_DEPTH = 32;
const MAX_MEMBERS = 10_000;

/** Makes a problem of what a document says; of anything but an object, one that says nothing. */
export function toProblem(
  document: unknown,
  { status, url }: { status: number; url: string },
): Problem {
  const problem = isRecord(document) && isBounded(document) ? copy(document) : {};
  const type = typeof problem.type === 'string' && problem.type.trim();
  return { ...problem, type: type ? resolveType(type, url) : 'about:blank', status };
}

function copy(document: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(document).filter(
      ([name, value]) => typeof value === (TYPES.get(name) ?? typeof value),
    ),
  );
}

/** Reads JSON without members that an assignment would take for a prototype; of what is not bounded nothing. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text, (name, member: unknown) =>
      name === '__proto__' ? undefined : member,
    );
    return isBounded(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isBounded(value: unknown): boolean {
  let level = [value];
  let members = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    members += level.length;
    if (depth > MAX_DEPTH || members > MAX_MEMBERS) return false;
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? (Object.values(value) as unknown[]) : [],
    );
  }
  return true;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const SCHEME = /^[a-z][a-z\d+.-]*:/i;

/** A URI stays as it is, to be compared as a text; what is relative is so to the response (RFC 9457 §3.1.1). */
export function resolveType(type: string, base: string): string {
  return SCHEME.test(type) || !URL.canParse(type, base) ? type : new URL(type, base).href;
}
