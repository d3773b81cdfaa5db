import { createServer } from 'node:http';
import { handle } from '@faultless/node';
import { type Listening, listen } from '../harness/listen.js';

let server: Listening;
let thrown: unknown;

/**
 * Starts a server for all rows of a test file. What a handler throws is answered on the wire, whatever
 * table decides it and wherever that lies.
 */
export function serveRows(): void {
  beforeAll(async () => {
    const fail = (): never => {
      throw thrown;
    };
    server = await listen(createServer(handle(fail, { report: () => undefined })));
  });
  afterAll(() => server.close());
}

/**
 * What a client gets for an error, in one line: status and `code`, whether it is said to be temporary
 * or permanent, and Retry-After: `503 database_unavailable, temporary, after 5 s`. A bare `500` tells
 * nothing.
 *
 * @param headers of the request, where they are evidence of whose fault it is
 */
export async function askAnswer(
  error: unknown,
  headers?: Readonly<Record<string, string>>,
): Promise<string> {
  thrown = error;
  const response = await server.request(headers && { headers });
  const { code, temporary } = response.json();
  const after = response.value('Retry-After');
  return [
    typeof code === 'string' ? `${response.status} ${code}` : String(response.status),
    ...(temporary === undefined ? [] : [temporary === true ? 'temporary' : 'permanent']),
    ...(after === undefined ? [] : [`after ${after} s`]),
  ].join(', ');
}
