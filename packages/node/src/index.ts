export * from '@faultless/core';

// A listener of node:http

export { handle, type Listener } from './handle.js';

// What goes wrong beside the application

export type { Connection, GuardOptions } from './guard-options.js';
export { type GuardedServer, guardServer } from './guard-server.js';

// For adapters

export { answerError, type FailedRequest } from './answer-error.js';
export { createResponder } from './create-responder.js';
export { asServedFileError, watchServedFile } from './served-files.js';
