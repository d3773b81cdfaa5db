import { VendorError } from '@faultless/node';
import type { Handler } from '../../harness/servers.js';

/** Throws by path: `/iis:403.14`; anything else is answered. */
export const throwByPath: Handler = (request, response) => {
  const code = (request.url ?? '').slice(1);
  if (code.includes(':')) throw new VendorError(code as 'iis:440');
  // Koa begins with 404.
  response.statusCode = 200;
  response.end('served');
};
