import { type Agent, request as send } from 'node:http';

/** A response as a client of node:http reads it. */
export interface Asked {
  readonly status: number;
  /** By the name in lower case; several lines joined. */
  readonly fields: Readonly<Record<string, string>>;
  readonly text: string;
  /** False if the connection ended before the content. */
  readonly complete: boolean;
}

interface Question {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | undefined;
  /** @default a connection of its own */
  readonly agent?: Agent;
}

/** Asks one thing; rejects if no response has begun. */
export async function ask(
  port: number,
  { method = 'GET', path, headers = {}, body, agent }: Question,
): Promise<Asked> {
  return await new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, method, path, agent: agent ?? false };
    const request = send({ ...options, headers: { Host: 'test.example', ...headers } });
    // Once a response has begun, it says itself how it ends.
    request.on('error', reject);
    request.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => (text += piece));
      response.on('error', () => undefined);
      response.on('close', () => {
        const fields = Object.entries(response.headersDistinct).map(
          ([name, values = []]) => [name, values.join(', ')] as const,
        );
        const { statusCode: status = 0, complete } = response;
        resolve({ status, fields: Object.fromEntries(fields), text, complete });
      });
    });
    request.end(body);
  });
}
