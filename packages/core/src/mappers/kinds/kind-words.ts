import { byCode } from '../by-code.js';
import { CONNECTION_CODES, TIMEOUT_CODES } from '../services/system-error-codes.js';
import type { KindAnswer } from './kind-answers.js';

/** What a store or a broker is reached by, in words that hardly a business has for its own things. */
const THING =
  '(?:back_?end|broker|cluster|connection|database|data_?source|db|network|node|pool|producer|consumer|redis|server|service|socket|target|transport)s?';

/** Such a thing when it can't be worked with. */
const STATE =
  '(?:unavailable|unreachable|not_(?:available|connected|established|open|ready|writable)|broken|offline|down|busy|clos(?:ed?|ing)|destroyed|disconnect(?:ed|ing|s)?|drain(?:ed|ing)|ended|lost|refused|reset|shut_?(?:down|ting_down)|stopped|terminat(?:ed|ing))';

const END = '(?:_(?:err|error|exception))?_$';

type Kind = readonly [answer: KindAnswer, words: RegExp];

/**
 * What the words of a code or of a class say, in the order in which they are tried: `CONNECTION_CLOSED`,
 * `ClosedConnectionError`, `UniqueConstraintViolationException`.
 */
const NAMED: readonly Kind[] = [
  [
    'already_exists',
    /_unique_(?:integrity_)?(?:key_)?(?:constraint_)?violat|_duplicate_(?:key|entry|record|row)_|_unique_error_$/,
  ],
  ['still_referenced', /_foreign_key_(?:\w+_)?violat/],
  ['value_not_accepted', /_(?:not_null|check)_(?:\w+_)?violat/],
  ['changed_meanwhile', /_(?:optimistic_lock|stale_object|concurrent_(?:modification|update))/],
  [
    'transaction_conflict',
    /_deadlock|_lock_wait_|_serialization_fail|_(?:write|transaction)_conflict_|_(?:resource|mutex|semaphore)_(?:already_)?locked_|_lost_lock_|_lock_(?:timeout|not_(?:acquired|available))_|^_(?:e_?|already_)locked_$/,
  ],
  [
    'server_exhausted',
    /_(?:buffer|bulkhead|pool|queue|semaphore)_(?:\w+_)?(?:full|overflow|exceeded|exhausted|rejected|limit)_|_back_?pressure_|_load_shed|_overload(?:ed)?_|_too_many_(?:connections|clients|simultaneous_queries)_|_(?:out_of_memory|memory_limit|resource_exhausted)_|_server_is_busy_|^_esemlocked_$/,
  ],
  [
    'dependency_unavailable',
    /_(?:circuit|breaker)_(?:is_)?open_|_(?:open|broken|isolated)_(?:circuit|breaker)_|^_eopenbreaker_$/,
  ],
  ['work_aborted', /_abort(?:ed)?_(?:err|error|exception)_$/],
  // A session that has timed out is somebody's own.
  [
    'dependency_timeout',
    new RegExp(
      `(?<!_(?:login|session))_(?:e?time(?:d_?|_)?out|timeout_exceeded)${END}|^_(?:time_limit|deadline)_exceeded${END}`,
    ),
  ],
  [
    'dependency_unavailable',
    new RegExp(
      [
        `(?<!_foreign)_(?:broker|connection|network|socket)_(?:err|error|exception)_$`,
        `^_(?:err_)?(?:busy|unavailable|not_connected|e(?:no)?conn[a-z]*|esocket|edns)${END}`,
        `_${THING}(?:_(?:is|was))?_${STATE}(?:_(?:abruptly|unexpectedly))?${END}`,
        `_(?:${STATE}|no)_(?:client|hosts?|responders?|${THING})(?:_available)?${END}`,
        `_client_(?:closed|offline)${END}`,
        // TLS, where no HTTP client has signed it
        `^_(?:err_(?:ssl|tls_cert)|cert_(?:has_expired|not_yet)|depth_zero_self_signed|self_signed_cert|unable_to_(?:get_issuer|verify_leaf))_`,
      ].join('|'),
    ),
  ],
];

/** Names and codes of which the words tell nothing. */
const KNOWN = byCode<KindAnswer>({
  dependency_unavailable: [
    // What was not found may be anybody's, where nothing of the system stands beside it.
    ...[...CONNECTION_CODES].filter((code) => code !== 'ENOTFOUND'),
    // ioredis
    'MaxRetriesPerRequestError ClusterAllFailedError',
    // kafkajs, amqplib
    'KafkaJSNumberOfRetriesExceeded KafkaJSBrokerNotFound IllegalOperationError',
  ].join(' '),
  // cockatiel
  dependency_timeout: [...TIMEOUT_CODES, 'TaskCancelledError'].join(' '),
  // redlock
  transaction_conflict: 'ExecutionError LockError',
  // workerpool
  work_aborted: 'CancellationError',
});

const spaced = (words: string): string => words.replaceAll('_', '[ -]');

const NOUN =
  '(?:broker|cluster|connection|database|producer|consumer|redis|server|socket|transport)';

/** What a message says, all of it or up to its first `: `. */
const WORDED: readonly Kind[] = [
  [
    'dependency_timeout',
    /^(?:\w+ ){0,2}?(?:acqui\w+|command|connack|connect|heartbeat|job|keep-?alive|operation|query|read|statement|task|transaction|write)\b.{0,48}\b(?:etimedout|tim(?:ed[ -]?out|eout))\b|^timed out while waiting for handshake$|^maximum occupation time is exceeded in queue\b|\bdue to (?:\w+ )?time-?out\b/i,
  ],
  ['transaction_conflict', /^async-lock timed out\b/],
  [
    'server_exhausted',
    /^too many pending tasks\b|\bqueue\b.{0,24}\b(?:full|at limit|limit reached|size of \d+ reached)\b|^max waiting\w+ count exceeded|^No task queue available/i,
  ],
  ['dependency_unavailable', /^(?:the )?(?:circuit|breaker|circuit breaker) (?:is |was )?open\b/i],
  [
    'dependency_unavailable',
    new RegExp(
      [
        `^(?:\\w+ ){0,3}?${NOUN}s?(?: pool)? (?:(?:is|are|was|were|has|have|been|already|currently) )*${spaced(STATE)}(?: (?:abruptly|already|before|unexpectedly|during)\\b.{0,40})?[.:]? ?$`,
        `^(?:\\w+ )?(?:closed|lost|no|not connected to(?: the| a)?) (?:available )?${NOUN}s?(?: available| to \\w+)?[.:]? ?$`,
        `^(?:driver |(?:the |redis )?client is )?not (?:yet )?connected(?:[.:]? ?$| or )`,
        `^(?:can(?:no|')t|could not|error|failed to|unable to) connect(?:ing)? to (?:\\w+ ){0,2}?(?:${NOUN}|[\\w.:-]*\\d)`,
        `^error happened in your connection\\b`,
      ].join('|'),
      'i',
    ),
  ],
];

/** What libraries say whose errors have nothing but a message: all of it, or up to the first `: `. */
const SAID: ReadonlyMap<string, KindAnswer> = new Map(
  Object.entries({
    // ioredis, redis; amqplib, amqp-connection-manager, mqtt, nats; generic-pool
    dependency_unavailable: [
      "Stream isn't writeable and enableOfflineQueue options is false",
      'None of startup nodes is available',
      'All sentinels are unreachable and retry is disabled. Last error: ',
      'The client is closed',
      'The client is offline',
      'Disconnects client',
      'Channel closed',
      'Channel ended, no reply will be forthcoming',
      'client disconnecting',
      'connection draining',
      '503',
      'pool is draining and cannot accept work',
    ],
    // bottleneck
    server_exhausted: ['This job has been dropped by Bottleneck'],
    // bottleneck, piscina, async-mutex
    work_aborted: [
      'This limiter has been stopped.',
      'This limiter has been stopped and cannot accept new jobs.',
      'Terminating worker thread',
      'request for lock canceled',
    ],
    // async-mutex
    transaction_conflict: [
      'timeout while waiting for mutex to become available',
      'mutex already locked',
    ],
  } satisfies Partial<Record<KindAnswer, readonly string[]>>).flatMap(([answer, words]) =>
    words.map((said): [string, KindAnswer] => [said, answer as KindAnswer]),
  ),
);

/** Longer names are nobody's. */
const LONGEST = 80;

/** What a code, or the name of a class, says of the kind of an error; undefined if nothing. */
export function findByName(text: string): KindAnswer | undefined {
  if (text.length > LONGEST) return undefined;
  const known = KNOWN.get(text);
  if (known !== undefined) return known;
  const words = `_${text.replace(BETWEEN_WORDS, '_').toLowerCase()}_`;
  return NAMED.find(([, kind]) => kind.test(words))?.[0];
}

/** Where one word ends and another begins: `KafkaJS|Connection|Error`, `CONNECTION|CLOSED`. */
const BETWEEN_WORDS = /[\s_.:-]+|(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g;

/** One of these stands in whatever those patterns fit: most messages are done with by one look. */
const SIGN = new RegExp(`tim(?:e-?out|ed)|queue|waiting|breaker|circuit|connect|${NOUN}`, 'i');

/** What a message, or what of it comes before its first `: ` with that, says of the kind. */
export function findByWords(text: string): KindAnswer | undefined {
  const said = SAID.get(text);
  if (said !== undefined || !SIGN.test(text)) return said;
  return WORDED.find(([, kind]) => kind.test(text))?.[0];
}
