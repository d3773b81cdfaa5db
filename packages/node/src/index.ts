export * from '@faultless/core';

export { answerError, type FailedRequest } from './answer-error.js';
export { handle, type Listener } from './handle.js';
