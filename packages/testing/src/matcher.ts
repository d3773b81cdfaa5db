import type { FetchResponse } from './answer.js';
import type { ErrorClass, Problem } from './wanted-problem.js';

/** What jest and vitest give a matcher, of which is used here what both have. */
export interface MatcherContext {
  readonly equals: (received: unknown, expected: unknown) => boolean;
  readonly utils: {
    readonly printExpected: (value: unknown) => string;
    readonly printReceived: (value: unknown) => string;
    readonly diff: (expected: unknown, received: unknown) => string | null | undefined;
  };
}

/** What a matcher finds. */
export interface Verdict {
  readonly pass: boolean;
  readonly message: () => string;
}

/** The members that are expected of a problem's document, by name: values, or such as `expect.any(Number)`. */
type ExpectedMembers<Expected extends Problem> = Expected extends ErrorClass
  ? AnyMembers & MembersOf<InstanceType<Expected>['extensions']>
  : AnyMembers;

interface AnyMembers {
  readonly [name: string]: unknown;
}

type MembersOf<Extensions> = {
  readonly [Name in keyof Extensions as Extensions[Name] extends undefined ? never : Name]?:
    | Extensions[Name]
    | { asymmetricMatch(received: unknown): boolean };
};

/** A body that only a promise can give makes the matcher one. */
type Outcome<Result, Received> =
  Result extends Promise<unknown>
    ? Result
    : 0 extends 1 & Received
      ? Result
      : Extract<Received, FetchResponse> extends never
        ? Result
        : Promise<void>;

/** What `expect` gets, of jest and of vitest. */
export interface ProblemMatchers<Result, Received> {
  /**
   * The response is that problem: by its class, or by its status alone. The members that are named are as
   * named, such as `balance`, `detail` or `code`; others may be there. For a fetch `Response` it is a
   * promise: `await` it.
   *
   *     expect(response).toBeProblem(OutOfCredit, { balance: 30 });
   *
   * @see RFC 9457 §3
   */
  toBeProblem<Expected extends Problem>(
    problem: Expected,
    members?: ExpectedMembers<Expected>,
  ): Outcome<Result, Received>;

  /**
   * The response is an error that no client can tell from another: status, fields and their order, and body
   * are the same, but for the `instance` and for what differs from one response to the next by nature, such
   * as Date. For a fetch `Response` it is a promise: `await` it.
   *
   *     expect(secret).toBeConcealedLike(missing);
   */
  toBeConcealedLike<Other>(other: Other): Outcome<Result, Received | Other>;
}
