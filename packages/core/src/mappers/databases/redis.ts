import { readText } from '../../values/read-property.js';
import { byCode } from '../by-code.js';
import { defineMapper } from '../define-mapper.js';
import { DATABASE_ANSWERS, type DatabaseAnswer } from './answers.js';

/**
 * What a reply that is an error begins with, and has a meaning of its own; all others are our fault.
 *
 * @see https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors
 */
const REPLIES = byCode<DatabaseAnswer>({
  database_unavailable:
    'BUSY CLUSTERDOWN FAILOVER LOADING MASTERDOWN MISCONF NOGOODSLAVE NOMASTERLINK NOREPLICAS READONLY UNBLOCKED',
  transaction_conflict: 'TRYAGAIN',
  database_full: 'OOM',
});

const FULL = /^ERR max (?:number of clients|(?:daily )?requests? limit)\b/;

/** Errors that a Redis server replies with: a word in capitals, and a sentence. */
export const redis = defineMapper({
  name: 'redis',
  libraries: 'ioredis, redis (node-redis), iovalkey, @upstash/redis; BullMQ and Keyv on them',
  match: {
    name: ['ReplyError', 'SimpleError', 'BlobError', 'ErrorReply', 'UpstashError', 'WatchError'],
  },
  answers: DATABASE_ANSWERS,
  map({ thrown, name, className }, { answer }) {
    const message = readText(thrown, 'message');
    if (className === 'WatchError') {
      return message.includes('watched keys') ? answer('transaction_conflict') : undefined;
    }
    const word = /^[A-Z]{2,}\b/.exec(message)?.[0];
    if (word === undefined) return name === 'ReplyError' ? answer('database_failed') : undefined;
    if (FULL.test(message)) return answer('database_unavailable');
    return answer(REPLIES.get(word) ?? 'database_failed');
  },
});
