import type { KindAnswer } from './kind-answers.js';

/** Names that tell nothing of the kind, and what else the libraries that have them say. */
export const KNOWN_NAMES: Readonly<Record<string, KindAnswer>> = {
  // ioredis
  MaxRetriesPerRequestError: 'dependency_unavailable',
  ClusterAllFailedError: 'dependency_unavailable',
  // kafkajs
  KafkaJSNumberOfRetriesExceeded: 'dependency_unavailable',
  KafkaJSBrokerNotFound: 'dependency_unavailable',
  // amqplib
  IllegalOperationError: 'dependency_unavailable',
  // redlock
  ExecutionError: 'transaction_conflict',
  LockError: 'transaction_conflict',
  // cockatiel
  TaskCancelledError: 'dependency_timeout',
  // workerpool
  CancellationError: 'work_aborted',
};

/** What libraries say whose errors have nothing but a message: all of it, or up to the first `: `. */
export const KNOWN_MESSAGES: Readonly<Record<string, KindAnswer>> = {
  // ioredis, redis
  "Stream isn't writeable and enableOfflineQueue options is false": 'dependency_unavailable',
  'None of startup nodes is available': 'dependency_unavailable',
  'All sentinels are unreachable and retry is disabled. Last error: ': 'dependency_unavailable',
  'The client is closed': 'dependency_unavailable',
  'The client is offline': 'dependency_unavailable',
  'Disconnects client': 'dependency_unavailable',
  // amqplib, amqp-connection-manager, mqtt, nats
  'Channel closed': 'dependency_unavailable',
  'Channel ended, no reply will be forthcoming': 'dependency_unavailable',
  'client disconnecting': 'dependency_unavailable',
  'connection draining': 'dependency_unavailable',
  '503': 'dependency_unavailable',
  // bottleneck, rate-limiter-flexible, generic-pool, piscina
  'This job has been dropped by Bottleneck': 'server_exhausted',
  'This limiter has been stopped.': 'work_aborted',
  'This limiter has been stopped and cannot accept new jobs.': 'work_aborted',
  'pool is draining and cannot accept work': 'dependency_unavailable',
  'Terminating worker thread': 'work_aborted',
  // async-mutex
  'timeout while waiting for mutex to become available': 'transaction_conflict',
  'mutex already locked': 'transaction_conflict',
  'request for lock canceled': 'work_aborted',
};
