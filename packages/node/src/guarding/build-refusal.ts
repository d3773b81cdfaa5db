import {
  HttpError,
  type HttpErrorOptions,
  HttpVersionNotSupported,
  RequestHeaderFieldsTooLarge,
} from '@faultless/core/adapter';
import { CLIENT_ERRORS, MALFORMED, REFINEMENTS, type Refusal } from './client-error-codes.js';
import { findEvidence, findLargestField, type ParserError } from './read-raw-request.js';

const REFUSED = new WeakSet();

/** True for an error that says what a guard refused, and not what failed. */
export function isRefusal(error: unknown): boolean {
  return error instanceof HttpError && REFUSED.has(error);
}

/** Makes the error that a refusal is answered with. */
export function buildRefusal(refusal: Refusal, options: HttpErrorOptions = {}): HttpError {
  const error = buildError(refusal, options);
  REFUSED.add(error);
  return error;
}

function buildError({ status, code }: Refusal, options: HttpErrorOptions): HttpError {
  const all = { detail: { key: code }, code, expose: true, ...options };
  // RFC 9110 §15.6.6: which versions there are.
  if (status === 505) return new HttpVersionNotSupported({ ...all, supported: ['HTTP/1.1'] });
  return new HttpError(status, all);
}

/** Makes the error that a fault of Node's parser, or its timeout, is answered with. */
export function buildClientError(error: ParserError): HttpError {
  const refusal = findRefusal(error);
  const field = refusal.status === 431 ? findLargestField(error) : undefined;
  if (field === undefined) return buildRefusal(refusal, { cause: error });
  const { code } = refusal;
  return new RequestHeaderFieldsTooLarge({ detail: { key: code }, code, field, cause: error });
}

function findRefusal(error: ParserError): Refusal {
  const { code = '' } = error;
  const evidence = findEvidence(error);
  const refined = REFINEMENTS.find(([name, shown]) => name === code && evidence.has(shown));
  if (refined !== undefined) return refined[2];
  return Object.hasOwn(CLIENT_ERRORS, code)
    ? CLIENT_ERRORS[code as keyof typeof CLIENT_ERRORS]
    : MALFORMED;
}
