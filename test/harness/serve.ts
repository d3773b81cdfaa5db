import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Listening, listen } from './listen.js';

const RUNNING: Listening[] = [];

/** Serves with an app of the test's own; `closeAll` ends it. */
export async function serve(
  listener: (request: IncomingMessage, response: ServerResponse) => unknown,
): Promise<Listening> {
  const server = createServer((request, response) => {
    void listener(request, response);
  });
  const listening = await listen(server);
  RUNNING.push(listening);
  return listening;
}

/** For `afterEach` or `afterAll`: ends all that `serve` started. */
export async function closeAll(): Promise<void> {
  await Promise.all(RUNNING.splice(0).map((listening) => listening.close()));
}
