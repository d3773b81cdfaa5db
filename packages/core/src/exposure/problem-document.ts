/**
 * A problem document as it leaves, in any format.
 *
 * @see RFC 9457 §3
 */
export interface ProblemDocument {
  /** The problem type, a URI reference. */
  readonly type: string;
  /** The problem type's summary; varies only by language. */
  readonly title: string;
  /** The status of the response, 400–599. */
  readonly status: number;
  /** What went wrong this time, and how to mend it. */
  readonly detail?: string;
  /** Identifies this occurrence; the report to the operator carries the same. */
  readonly instance?: string;
  /** A stable name for programs to switch on. */
  readonly code?: string;
  /** Whether the same request may succeed later; absent where nobody knows. */
  readonly temporary?: boolean;
  /** A vendor's substatus, such as `403.14`, where the handler's options show it. */
  readonly substatus?: string;
  /** Extension members. */
  readonly [member: string]: unknown;
}
