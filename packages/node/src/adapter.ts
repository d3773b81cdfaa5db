/** What adapters to a framework on node:http are made of, and the rest: the entry `@faultless/node/adapter`. */

export { type Responder, readProperty } from '@faultless/core/adapter';
export { answerError, type FailedRequest } from './answering/answer-error.js';
export { createNodeResponder } from './answering/create-node-responder.js';
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
} from './index.js';
