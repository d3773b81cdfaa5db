import { isErrorStatus } from '../statuses/registered.js';
import { CONNECTION_CODES } from './services/system-error-codes.js';

/**
 * How clients say with which status they were answered, hand-made ones too: `Request failed with status
 * code 404`, `HTTP error! status: 404`, `[HTTP 404] …`, `GraphQL Error (Code: 404)`, `Response code 404`.
 */
const STATUS_WORDS = [
  /\b(?:request|response|api|fetch|http)\b.{0,40}?\bstatus(?: code)?:? (\d{3})\b/i,
  /\b(?:error|http|response|status) code:? (\d{3})\b/i,
  /\bhttp(?: error| status)?:? (\d{3})\b/i,
  /\b(?:error|response) \((?:code|status):? (\d{3})\)/i,
] as const;

/** What may hold such words: all of a message, or what of it comes before its first `: `. */
export const STATUS_SIGN =
  /\b(?:code|http|status)\b|^request failed |^network response was not ok/i;

/** What clients are taught to throw, by those who leave the status out of it. */
const NOT_OK = /^network response was not ok\b/i;

/** A connection that failed, in the system's words: `connect ECONNREFUSED 10.0.0.7:443`. */
const SYSTEM_WORDS = /^(?:[a-z]+ )?(E[A-Z_]+)\b/;

/** An answer as its server wrote it: `{"error":{"code":404,…}}`, or a page. */
const CONTENT =
  /^(?:\s*\{\s*"(?:code|detail|errors?|message|status(?:Code)?|title|type)"\s*:|\s*<(?:!doctype|html|\?xml)\b)/i;

/**
 * Whether a message is what another server has answered, or tells of an answer with the status, in the
 * words of clients. Only the app's own sentences are told to clients, and they say none of it.
 */
export function tellsExchange(message: string, status: number): boolean {
  return (
    CONTENT.test(message) ||
    listTold(message).includes(status) ||
    CONNECTION_CODES.has(SYSTEM_WORDS.exec(message)?.[1] ?? '')
  );
}

/** The status that a message says a request was answered with; 502 if it only says that it was not well. */
export function findToldStatus(message: string): number | undefined {
  return listTold(message).find(isErrorStatus) ?? (NOT_OK.test(message) ? 502 : undefined);
}

function listTold(message: string): readonly number[] {
  return STATUS_WORDS.map((words) => Number(words.exec(message)?.[1]));
}
