import { readProperty } from '../../values/read-property.js';
import { defineMapper } from '../built-in-mapper.js';
import { readStatus, type Traits } from '../read-traits.js';
import { KIND_ANSWERS, type KindAnswer } from './kind-answers.js';
import { NAMED_KINDS, SYSTEM_KINDS, WORDED_KINDS } from './kind-words.js';
import { KNOWN_MESSAGES, KNOWN_NAMES } from './known-words.js';

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
    'Redis clients, kafkajs, nats, amqplib, mqtt, cassandra-driver, opossum, cockatiel, bottleneck, async-mutex, redlock, generic-pool, piscina and others that name their errors by what happened',
  note: 'Asked last, when neither the error nor what it wraps is known. It goes by the words of a code, a class or a whole message.',
  last: true,
  match: {
    code: [...NAMED_KINDS.map(([, name]) => name), ...(SYSTEM_KINDS.keys() as Iterable<string>)],
    name: [...NAMED_KINDS.map(([, name]) => name), ...Object.keys(KNOWN_NAMES)],
    message: [...WORDED_KINDS.map(([, message]) => message), ...Object.keys(KNOWN_MESSAGES)],
    has: RETRYABLE,
  },
  answers: KIND_ANSWERS,
  map(traits, { answer }) {
    const { thrown, name = '' } = traits;
    if (FAULTS.test(name) || readStatus(thrown) !== undefined) return undefined;
    if (typeof readProperty(thrown, 'expose') === 'boolean') return undefined;
    const found =
      findByName(traits) ??
      findByMessage(thrown) ??
      (RETRYABLE.some((mark) => readProperty(thrown, mark) === true)
        ? 'dependency_unavailable'
        : undefined);
    return found && answer(found);
  },
});

function findByName({ name, className, code }: Traits): KindAnswer | undefined {
  const known = SYSTEM_KINDS.get(code);
  if (known !== undefined) return known;
  for (const text of [className ?? name, code]) {
    if (typeof text !== 'string') continue;
    const found = KNOWN_NAMES[text] ?? NAMED_KINDS.find(([, words]) => words.test(text))?.[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

function findByMessage(thrown: object): KindAnswer | undefined {
  const message = String(readProperty(thrown, 'message'));
  const colon = message.indexOf(': ');
  const key = colon < 0 ? message : message.slice(0, colon + 2);
  return KNOWN_MESSAGES[key] ?? WORDED_KINDS.find(([, words]) => words.test(key))?.[0];
}
