import { isErrorStatus } from '../statuses/registered.js';
import { listOf, readProperty } from '../values/read-property.js';

/** Properties that count as present though a class defines them by a getter or hides them. */
const ALWAYS_READ = ['status', 'statusCode', 'response', 'request'] as const;

/** Arrays and records of any size can be thrown; what an error is shows in its first properties. */
const MAX_PROPERTIES = 64;

/** What tells errors apart, read once and without trust. */
export interface Traits {
  /** What these are the traits of: something that was thrown, or that a wrapper held. */
  readonly thrown: object;
  readonly name: string | undefined;
  /** What its class is called, where its name says no more than `Error`. */
  readonly className: string | undefined;
  readonly code: string | number | undefined;
  /** http-errors' relatives say there what failed: `entity.too.large`. */
  readonly type: string | undefined;
  /** Names of enumerable properties, inherited ones too; empty for a list. */
  readonly properties: readonly string[];
  /** Whether it is an array: some libraries throw the list of what they found. */
  readonly list: boolean;
}

/** Reads the traits of a value; undefined for one that can't have any. Never throws. */
export function readTraits(thrown: unknown): Traits | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  const name = readProperty(thrown, 'name');
  const code = readProperty(thrown, 'code');
  const type = readProperty(thrown, 'type');
  const list = listOf(thrown) !== undefined;
  return {
    thrown,
    name: typeof name === 'string' ? name : undefined,
    className: name === 'Error' || name === undefined ? readClassName(thrown) : undefined,
    code: typeof code === 'string' || typeof code === 'number' ? code : undefined,
    type: typeof type === 'string' ? type : undefined,
    properties: list ? [] : listProperties(thrown),
    list,
  };
}

function readClassName(thrown: object): string | undefined {
  const name = readProperty(readProperty(thrown, 'constructor'), 'name');
  return typeof name === 'string' && !PLAIN.has(name) ? name : undefined;
}

const PLAIN: ReadonlySet<string> = new Set(['Error', 'Object', 'Array']);

function listProperties(value: object): readonly string[] {
  const names: string[] = [];
  for (const name of ALWAYS_READ) if (readProperty(value, name) !== undefined) names.push(name);
  try {
    for (const name in value) if (names.push(name) >= MAX_PROPERTIES) break;
  } catch {
    // A proxy that does not tell its properties has the ones read so far.
  }
  return names;
}

/**
 * The status that an error states: the integer in 400–599 of `status` and `statusCode`. Whatever else
 * stands in one of them (`fail`, `UNAUTHORIZED`, 50) contradicts nothing; undefined if there is none,
 * or two that differ.
 */
export function readStatus(thrown: object): number | undefined {
  const status = readProperty(thrown, 'status');
  const statusCode = readProperty(thrown, 'statusCode');
  if (!isErrorStatus(status)) return isErrorStatus(statusCode) ? statusCode : undefined;
  return isErrorStatus(statusCode) && statusCode !== status ? undefined : status;
}

/** Whether an error says by http-errors' contract what it is to be answered with. */
export function keepsContract(thrown: object): boolean {
  return typeof readProperty(thrown, 'expose') === 'boolean' && readStatus(thrown) !== undefined;
}
