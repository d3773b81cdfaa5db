/** What adapters to a framework on node:http are made of, and the rest: the entry `@faultless/node/adapter`. */

export { type Responder, readProperty } from '@faultless/core/adapter';
export { answerError } from './answering/answer-error.js';
export { createNodeResponder } from './answering/create-node-responder.js';
export type { FailedRequest } from './answering/failed-request.js';
export {
  announceText,
  findAnnounced,
  type LateText,
  type WaitingAnswer,
} from './answering/late-text.js';
export { NODE_HTTP } from './answering/node-http.js';
export { answerPing, isPing } from './answering/ping.js';
export {
  type Connection,
  type GuardedServer,
  type GuardOptions,
  guardServer,
  type HtmlPageOptions,
  handle,
  htmlPage,
  type Listener,
  type View,
  type Viewed,
  type ViewsOptions,
  views,
} from './index.js';
