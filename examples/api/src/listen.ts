import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
// Both adapters have it; it is about the server, not the framework.
import { type GuardOptions, guardServer } from '@faultless/express';

/** What answers requests: an Express app, or the callback of a Koa app. */
export type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Starts a server, on which malformed requests get the same body too. @throws {Error} that says what is wrong with the port */
export async function listen(
  name: string,
  listener: Listener,
  options: GuardOptions & { readonly port: number },
): Promise<Server> {
  const { port, ...guarding } = options;
  const server = createServer((request, response) => void listener(request, response));
  guardServer(server, guarding).listen(port);
  try {
    await once(server, 'listening');
  } catch (cause) {
    const reason = describeCause(cause as NodeJS.ErrnoException, port);
    throw new Error(`${name} can't listen: ${reason}`, { cause });
  }
  return server;
}

function describeCause({ code, message }: NodeJS.ErrnoException, port: number): string {
  if (code === 'EADDRINUSE') return `port ${port} is taken. Choose another with PORT.`;
  if (code === 'EACCES') return `port ${port} needs more rights. Choose another with PORT.`;
  return message;
}
