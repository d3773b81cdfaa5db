import type { BrokenRequest } from './broken-request.js';
import { CONNECTIONS } from './connections.js';
import { FRAMING } from './framing.js';
import { HEADERS } from './headers.js';
import { REQUEST_LINES } from './request-lines.js';

/** Every broken request, each with the one answer it gets. */
export const BROKEN_REQUESTS: readonly BrokenRequest[] = [
  ...REQUEST_LINES,
  ...HEADERS,
  ...FRAMING,
  ...CONNECTIONS,
];
