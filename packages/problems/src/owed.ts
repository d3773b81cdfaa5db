import {
  type Challenges,
  HttpError,
  type HttpErrorOptions,
  MethodNotAllowed,
  RangeNotSatisfiable,
  Unauthorized,
  UpgradeRequired,
} from '@faultless/core';
import type { ProblemDescription } from './problem-description.js';

/** Where a described problem says what its status owes: in the description, or in each occurrence. */
interface Owed {
  readonly option: 'challenges' | 'allow' | 'size' | 'protocols';
  /** Takes it first, and then what every error takes. */
  readonly Base: OwingClass;
  /** What the examples of one have that leaves it to its occurrences. */
  readonly sample?: unknown;
}

type OwingClass = new (owed: never, options: HttpErrorOptions) => HttpError;

const OWED: Readonly<Record<number, Owed>> = {
  401: { option: 'challenges', Base: Unauthorized },
  405: { option: 'allow', Base: MethodNotAllowed, sample: [] },
  416: { option: 'size', Base: RangeNotSatisfiable, sample: 0 },
  426: { option: 'protocols', Base: UpgradeRequired },
};

/** What an occurrence says of what its status owes. */
export interface OwedParticulars {
  readonly challenges?: Challenges;
  readonly allow?: readonly string[];
  readonly size?: number;
  readonly protocols?: string | readonly string[];
}

/** How the errors of a described problem are made of what it owes, and of what every error takes. */
export interface Making {
  readonly Base: new (first: unknown, options: HttpErrorOptions) => HttpError;
  /** What the base takes first. */
  readonly firstOf: (particulars: OwedParticulars) => unknown;
  /** The option that is for that, and for nothing else. */
  readonly option: Owed['option'] | undefined;
  readonly sample: OwedParticulars;
}

/**
 * Finds how the errors of a description are made.
 *
 * @throws {TypeError} where it owes what it does not say, or says what it does not owe
 */
export function findMaking(description: ProblemDescription): Making {
  const { status } = description;
  if ((status as number) === 407) {
    throw new TypeError(
      'a 407 is for who is a proxy to its client, which looks for its challenge nowhere else: ask by 401, or throw ProxyAuthenticationRequired',
    );
  }
  const said = description as OwedParticulars;
  const owed = OWED[status];
  for (const [other, { option }] of Object.entries(OWED)) {
    if (said[option] !== undefined && option !== owed?.option) {
      throw new TypeError(`${option} is what a ${other} owes, not a ${status}`);
    }
  }
  if (owed === undefined) {
    return {
      Base: HttpError as Making['Base'],
      firstOf: () => status,
      option: undefined,
      sample: {},
    };
  }
  const { option, Base, sample } = owed;
  return {
    Base: Base as Making['Base'],
    firstOf: (particulars) => particulars[option] ?? said[option],
    option,
    sample: { [option]: said[option] ?? sample },
  };
}
