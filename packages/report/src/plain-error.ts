import { REDACTED, tryRead, UNREADABLE } from '@faultless/core/adapter';
import { nameOf } from './name-of.js';
import {
  type Budget,
  type Copying,
  copyMembers,
  copyText,
  createBudget,
  describe,
  isErrorLike,
  type PlainValue,
} from './plain-value.js';
import type { Redactor } from './redactor.js';

/** An error as plain data, its secrets replaced. */
export type PlainError = {
  /** Its name, or its class's. */
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly code?: string | number;
  /** Its own fields, as far as they are data; instances of classes are only named. */
  readonly fields?: { readonly [name: string]: PlainValue };
  readonly cause?: PlainError;
  /** Those that an AggregateError has: eight of them at most, and how many more there are. */
  readonly errors?: readonly PlainError[];
};

const MAX_MESSAGE = 4096;
const MAX_STACK = 16_384;
const MAX_NAME = 128;
const MAX_CAUSES = 8;
const MAX_ERRORS = 8;
const MAX_DEPTH = 5;

/** What has its own place. */
const TOLD: ReadonlySet<string> = new Set(['name', 'message', 'stack', 'cause', 'code']);

/** Copies whatever was thrown as plain data, within a budget, with secrets replaced. Never throws. */
export function copyError(
  thrown: unknown,
  redactor: Redactor,
  path: string,
  budget: Budget = createBudget(),
): PlainError {
  return copy(thrown, path, { redactor, budget, above: [], copyError: copy });
}

function copy(thrown: unknown, path: string, copying: Copying): PlainError {
  const { redactor, above, budget } = copying;
  const type = redactor.textAt(`${path}.type`, nameOf(thrown), MAX_NAME);
  budget.left -= type.length;
  const told = (value: string): string =>
    copyText(copying, `${path}.message`, [value, MAX_MESSAGE]);
  if (typeof thrown !== 'object' || thrown === null)
    return { type, message: told(describe(thrown)) };
  if (above.includes(thrown)) return { type, message: '[circular]' };
  const inside = { ...copying, above: [...above, thrown] };
  const raw = textOf(tryRead(thrown, 'message'));
  const message = told(raw);
  const stack = tryRead(thrown, 'stack');
  const code = tryRead(thrown, 'code');
  const cause = tryRead(thrown, 'cause');
  return {
    type,
    message,
    ...(typeof stack === 'string' &&
      budget.left > 0 && { stack: copyStack(copying, `${path}.stack`, { stack, raw, message }) }),
    ...copyCode(code, `${path}.code`, copying),
    ...copyFields(thrown, `${path}.fields`, inside),
    ...(cause !== undefined && {
      cause:
        above.length < MAX_CAUSES && budget.left > 0
          ? copy(cause, `${path}.cause`, inside)
          : { type: 'unknown', message: '[left out]' },
    }),
    ...copyErrors(thrown, path, inside),
  };
}

function copyCode(code: unknown, path: string, copying: Copying): Pick<PlainError, 'code'> {
  if (typeof code === 'string') return { code: copyText(copying, path, [code, MAX_NAME]) };
  return typeof code === 'number' ? { code } : {};
}

/** An error's fields leave half of what there is room for to its causes. */
function copyFields(thrown: object, path: string, copying: Copying): Pick<PlainError, 'fields'> {
  const { budget } = copying;
  const kept = Math.max(0, Math.floor(budget.left / 2));
  budget.left -= kept;
  const fields = readFields(thrown, path, copying);
  budget.left += kept;
  return Object.keys(fields).length > 0 ? { fields } : {};
}

function readFields(
  thrown: object,
  path: string,
  copying: Copying,
): NonNullable<PlainError['fields']> {
  try {
    return copyMembers(thrown, path, { copying, told: isErrorLike(thrown) ? TOLD : NONE });
  } catch {
    return { '…': UNREADABLE };
  }
}

const NONE: ReadonlySet<string> = new Set();

/** An AggregateError has them where no list of its fields shows them. */
function copyErrors(thrown: object, path: string, copying: Copying): Pick<PlainError, 'errors'> {
  const given = tryRead(thrown, 'errors');
  if (!isList(given) || Object.prototype.propertyIsEnumerable.call(thrown, 'errors')) return {};
  const most = copying.above.length > MAX_DEPTH ? 0 : Math.min(given.length, MAX_ERRORS);
  const errors: PlainError[] = [];
  while (errors.length < most && copying.budget.left > 0) {
    const at = String(errors.length);
    errors.push(copy(tryRead(given, at), `${path}.errors.${at}`, copying));
  }
  const left = given.length - errors.length;
  return {
    errors: left > 0 ? [...errors, { type: 'unknown', message: `… ${left} more` }] : errors,
  };
}

/** A stack begins with the message, which is redacted the same in both; else none of it is looked at in parts. */
function copyStack(
  copying: Copying,
  path: string,
  {
    stack,
    raw,
    message,
  }: { readonly stack: string; readonly raw: string; readonly message: string },
): string {
  if (raw !== '' && message === REDACTED) {
    return copyText(copying, path, [stack.replaceAll(raw, REDACTED), MAX_STACK]);
  }
  const end = stack.indexOf(`: ${raw}\n`) + 2 + raw.length;
  const head = stack.slice(0, Math.max(0, end - raw.length));
  if (raw === '' || end < 2 + raw.length || head.length > MAX_NAME) {
    return copyText(copying, path, [stack, MAX_STACK]);
  }
  copying.budget.left -= head.length + message.length;
  const frames = copyText(copying, path, [stack.slice(end), MAX_STACK]);
  return `${copying.redactor.text(head, MAX_NAME)}${message}${frames}`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** No revoked proxy, which `Array.isArray` throws for. */
function isList(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}
