import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { type Listening, listen } from '../harness/listen.js';

/**
 * Refuses what is inserted, with the code that it holds.
 *
 * @see https://docs.postgrest.org/en/stable/references/errors.html
 */
export function startPostgrest(): Promise<Listening> {
  return listen(
    createServer((request, response) => {
      void json(request).then((row) => {
        const { code } = row as { code: string };
        response.writeHead(code === 'PGRST116' ? 406 : 409, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify({ code, details: 'kanari', hint: null, message: 'kanari' }));
      });
    }),
  );
}
