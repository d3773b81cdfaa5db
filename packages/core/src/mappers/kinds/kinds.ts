import { readProperty } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { messageKey } from '../mapper-index.js';
import { readStatus } from '../read-traits.js';
import { KIND_ANSWERS, type KindAnswer } from './kind-answers.js';
import { findByName, findByWords } from './kind-words.js';

/** By which libraries say themselves that another try may succeed. */
const RETRYABLE = ['retriable', 'retryable'] as const;

/** The language's own errors are mistakes in the program, whatever they say. */
const FAULTS = /^(?:Eval|Range|Reference|Syntax|Type|URI)Error$/;

/**
 * What stores, brokers, pools, locks and circuit breakers have in common, whatever the library: a code, a
 * name or a class that says what happened to what (`CONNECTION_CLOSED`, `ClosedConnectionError`,
 * `QueueFullError`), or a whole message that does (`The producer is disconnected`). Whoever states a
 * status means that.
 */
export const kinds = defineMapper({
  name: 'kinds',
  libraries:
    'Redis clients, kafkajs, nats, amqplib, mqtt, cassandra-driver, opossum, cockatiel, bottleneck, async-mutex, async-lock, redlock, generic-pool, piscina, ClickHouse, Qdrant, Chroma, RethinkDB, ldapjs, ldapts, ssh2, TLS connections and others that name their errors by what happened',
  note: 'Asked last, when neither the error nor what it wraps is known. It goes by the words of a code, a class or a whole message.',
  last: true,
  match: {
    code: [{ test: (code) => findByName(code) !== undefined }],
    name: [{ test: (name) => findByName(name) !== undefined }],
    message: [{ test: (message) => findByWords(message) !== undefined }],
    type: [{ test: (type) => findByType(type) !== undefined }],
    has: RETRYABLE,
  },
  answers: KIND_ANSWERS,
  map({ thrown, name = '', className = name, code, type = '' }, { answer }) {
    if (FAULTS.test(name) || readStatus(thrown) !== undefined) return undefined;
    if (typeof readProperty(thrown, 'expose') === 'boolean') return undefined;
    const found =
      findByName(className) ??
      (typeof code === 'string' ? findByName(code) : undefined) ??
      findByType(type) ??
      findByWords(messageKey(thrown) ?? '');
    if (found !== undefined) return answer(found);
    const mayPass = RETRYABLE.some((mark) => readProperty(thrown, mark) === true);
    return mayPass ? answer('dependency_unavailable') : undefined;
  },
});

/** A constant tells; whatever else is called a type is of anything. */
function findByType(type: string): KindAnswer | undefined {
  return /^[A-Z]+(?:_[A-Z]+)+$/.test(type) ? findByName(type) : undefined;
}
