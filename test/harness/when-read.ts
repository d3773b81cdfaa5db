import type { Server, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** The server's ends of the connections of servers in this process, by the client's port. */
const CONNECTIONS = new Map<number, Socket>();

/** Has the connections of a server known to {@link whenRead}. */
export function watchConnections(server: Server): void {
  server.on('connection', (socket: Socket) => {
    const { remotePort = 0 } = socket;
    CONNECTIONS.set(remotePort, socket);
    socket.once('close', () => {
      if (CONNECTIONS.get(remotePort) === socket) CONNECTIONS.delete(remotePort);
    });
  });
}

/** How often a server that does not read is looked at before it is left alone. */
const PATIENCE = 200;

/** Waits until the server has read so many bytes of a client's, and has done what it does at once. */
export async function whenRead(client: Socket, bytes: number): Promise<void> {
  let idle = 0;
  for (let before = -1; idle < PATIENCE && !client.destroyed; ) {
    const socket = CONNECTIONS.get(client.localPort ?? 0);
    if (socket !== undefined && (socket.bytesRead >= bytes || socket.destroyed)) break;
    const now = socket?.bytesRead ?? -1;
    idle = now === before && now >= 0 ? idle + 1 : 0;
    before = now;
    await wait(1);
  }
  for (let turn = 0; turn < 3; turn += 1) await new Promise(setImmediate);
}
