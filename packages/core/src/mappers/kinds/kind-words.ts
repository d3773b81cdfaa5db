import { CONNECTION_CODES, TIMEOUT_CODES } from '../services/system-error-codes.js';
import type { KindAnswer } from './kind-answers.js';

/** What connections lead to, by words that no business has for its own things. */
const THING =
  '(?:back_?end|broker|cluster|connection|data_?base|data_?source|db|driver|leader|network|node|pool|producer|consumer|redis|server|service|socket|transport)s?';

/** Such a thing that can't be worked with. */
const STATE =
  '(?:un_?available|un_?reachable|not_?(?:available|connected|established|open|ready|writable)|offline|down|busy|clos(?:ed?|ing)|destroyed|disconnect(?:ed|ing|s)?|drain(?:ed|ing)|ended|lost|refused|re_?set|shut_?(?:down|ting_?down)|stopped|terminat(?:ed|ing)|timed_?out)';

const END = '(?:_?(?:err|error|exception))?$';

/**
 * What codes and names of classes say of an error, in the order in which they are tried:
 * `CONNECTION_CLOSED`, `ClosedConnectionError`, `UniqueConstraintViolationException`. Words may be parted
 * by `_`.
 */
export const NAMED_KINDS: readonly (readonly [answer: KindAnswer, name: RegExp])[] = [
  [
    'already_exists',
    /unique_?(?:integrity_?)?(?:key_?)?(?:constraint_?)?violat|duplicate_?(?:key|entry|record|row)/i,
  ],
  ['still_referenced', /foreign_?key_?\w{0,24}violat/i],
  ['value_not_accepted', /(?:not_?null|check)_?\w{0,24}violat/i],
  ['changed_meanwhile', /optimistic_?lock|stale_?object|concurrent_?(?:modification|update)/i],
  [
    'transaction_conflict',
    /dead_?lock|lock_?wait|serialization_?fail|(?:write|transaction)_?conflict|(?:resource|mutex|semaphore)_?(?:already_?)?locked|lost_?lock|lock_?(?:timeout|not_?(?:acquired|available))|^E_?(?:already_?)?LOCKED$/i,
  ],
  [
    'server_exhausted',
    /(?:buffer|bulkhead|pool|queue|semaphore)_?\w{0,12}(?:full|overflow|exceeded|exhausted|limit|rejected)|back_?pressure|load_?shed|over_?load(?:ed)?(?:$|_|e)|too_?many_?(?:connections|clients)|server_?is_?busy|^ESEMLOCKED$/i,
  ],
  [
    'dependency_unavailable',
    /(?:circuit|breaker)_?(?:is_?)?open|(?:open|broken|isolated)_?(?:circuit|breaker)/i,
  ],
  // Whose session that is, is not known.
  [
    'dependency_timeout',
    new RegExp(`(?<!session_?)time(?:d_?)?_?out${END}|^deadline_?exceeded$`, 'i'),
  ],
  [
    'dependency_unavailable',
    new RegExp(
      [
        `(?:broker|connection|network|socket)_?(?:err|error|exception)$`,
        `^(?:un_?available|e(?:no)?conn[a-z]*|esocket|edns)$`,
        `(?:^|_)(?:not|dis)_?connected${END}`,
        `${THING}_?(?:is_?|was_?)?${STATE}(?:_?(?:abruptly|unexpectedly))?${END}`,
        `(?:${STATE}|no)_?(?:client|host|responder|${THING})s?(?:_?available)?(?:_?client)?${END}`,
        `client_?(?:closed|offline)${END}`,
      ].join('|'),
      'i',
    ),
  ],
];

/** Codes of the system below that somebody has put on an error of their own. */
export const SYSTEM_KINDS: ReadonlyMap<unknown, KindAnswer> = new Map<unknown, KindAnswer>([
  ...[...CONNECTION_CODES].map((code) => [code, 'dependency_unavailable'] as const),
  ...[...TIMEOUT_CODES].map((code) => [code, 'dependency_timeout'] as const),
]);

const spaced = (words: string): string => words.replaceAll('_?', '[ -]?');

/** What messages say, all of them or up to their first `: `, where there is no such name. */
export const WORDED_KINDS: readonly (readonly [answer: KindAnswer, message: RegExp])[] = [
  [
    'dependency_timeout',
    /^(?:\w+ ){0,2}?(?:acqui\w+|command|connack|connect|heartbeat|job|keep-?alive|operation|quer(?:y|ies)|read|statement|task|transaction|write)\b.{0,48}\b(?:etimedout|tim(?:ed[ -]?out|eout))\b|\bdue to (?:\w+ )?time-?out\b/i,
  ],
  [
    'server_exhausted',
    /\bqueue\b.{0,24}\b(?:full|at limit|limit reached|size of \d+ reached)\b|^max waiting\w+ count exceeded|^No task queue available/i,
  ],
  ['dependency_unavailable', /^(?:the )?(?:circuit|breaker|circuit breaker) (?:is |was )?open\b/i],
  [
    'dependency_unavailable',
    new RegExp(
      [
        `^(?:\\w+ ){0,3}?(?:${THING} ){0,2}${THING} (?:(?:is|are|was|were|has|have|been|already|currently) )*${spaced(STATE)}\\b.{0,40}$`,
        `^(?:\\w+ )?(?:closed|lost|no|not? connected to(?: the| a)?) (?:available )?${THING}\\b.{0,24}$`,
        `^(?:\\w+ )?not (?:yet )?connected\\b.{0,24}$`,
      ].join('|'),
      'i',
    ),
  ],
];
