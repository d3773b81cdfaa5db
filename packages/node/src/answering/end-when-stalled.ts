import type { Socket } from 'node:net';

/** The shortest time between two looks, in seconds: even a fast client takes nothing for some milliseconds. */
const SHORTEST = 1;

/**
 * Destroys a connection that is to be closed when its client has taken nothing of what waits to be
 * written for a time, in seconds. Node's timeouts have passed it already, and would not end it again.
 * An application that is still at work costs the client nothing, as nothing waits then.
 */
export function endWhenStalled(socket: Socket, seconds: number): void {
  let waited = 0;
  const timer = setInterval(() => {
    const waiting = countWaiting(socket);
    if (waiting > 0 && waiting === waited) socket.destroy();
    waited = waiting;
  }, Math.max(seconds, SHORTEST) * 1000).unref();
  socket.once('close', () => {
    clearInterval(timer);
  });
}

/** A single large write shows its progress in the handle alone, where Node's own timeout looks too. */
function countWaiting(socket: Socket): number {
  const { _handle } = socket as Socket & { readonly _handle?: { writeQueueSize?: number } | null };
  return _handle?.writeQueueSize ?? 0;
}
