/**
 * A problem as the server has told it. `type` is absolute, `status` that of the response; members of
 * a wrong type are left out (RFC 9457 §3.1).
 *
 * @see RFC 9457 §3
 */
export interface Problem {
  /** The problem type, a URI; `about:blank` where the server names none. */
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
const MAX_DEPTH = 32;
const MAX_MEMBERS = 10_000;

/** Makes a problem of what a document says; of anything but an object, one that says nothing. */
export function toProblem(
  document: unknown,
  { status, url }: { status: number; url: string },
): Problem {
  const problem = isRecord(document) && isBounded(document) ? copy(document) : {};
  return { ...problem, type: resolveType(problem.type, url), status };
}

function copy(document: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(document).filter(
      ([name, value]) => name !== '__proto__' && typeof value === (TYPES.get(name) ?? typeof value),
    ),
  );
}

function isBounded(document: object): boolean {
  let level: readonly unknown[] = [document];
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

/** Relative to the response (RFC 9457 §3.1.1). */
function resolveType(type: unknown, base: string): string {
  if (typeof type !== 'string' || type === '') return 'about:blank';
  return URL.canParse(type, base || undefined) ? new URL(type, base || undefined).href : type;
}
