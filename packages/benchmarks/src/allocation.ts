import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { createNodeResponder } from '@faultless/node/adapter';
import { faultlessErrors } from './contenders/faultless-errors.js';
import { SCENARIOS } from './scenarios.js';

// Bytes that the pipeline allocates for one answer, error and all, without a server around it. Run with
// a young generation that holds all of it, so that nothing is collected meanwhile.
const ANSWERS = 20_000;

const responder = createNodeResponder<IncomingMessage>({
  report: () => undefined,
  stackTraces: 'server',
});

function bytesOf(make: () => unknown): number {
  for (let count = 0; count < ANSWERS; count += 1) make();
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  for (let count = 0; count < ANSWERS; count += 1) make();
  return (process.memoryUsage().heapUsed - before) / ANSWERS;
}

for (const { name, method, path, headers, status } of SCENARIOS) {
  if (status < 400) continue;
  const request = Object.assign(new IncomingMessage(new Socket()), {
    method,
    headers,
    url: path,
    httpVersionMajor: 1,
  });
  const response = new ServerResponse(request);
  const exchange = { request, response, state: 'open', context: request } as const;
  const bytes = bytesOf(() => responder.respond(faultlessErrors[path]?.(), exchange));
  console.log(`${name.padEnd(24)}${bytes.toFixed(0).padStart(8)} bytes`);
}
