import { connect } from 'node:net';
import { type ParsedResponse, takeResponse } from './parse-response.js';
import { whenRead } from './when-read.js';
import { PATIENCE } from './within.js';

/** What came over a connection until it ended, or until nothing came any more. */
export interface Conversation {
  readonly responses: readonly ParsedResponse[];
  /** `end`: the server closed it; `reset`: it broke it off; `open`: it did neither in time. */
  readonly ended: 'end' | 'reset' | 'open';
}

export interface ConverseOptions {
  readonly halfClose?: boolean | undefined;
  /** The method of the last response's request. @default 'GET' for all */
  readonly lastMethod?: string;
  /** How many responses are enough: the connection is not followed to its end. */
  readonly enough?: number;
  /** Called when the server has read all. */
  readonly whenSent?: () => void;
  /** How long to wait for the end, in milliseconds. @default 10000 */
  readonly timeout?: number;
}

/**
 * Sends pieces of Latin-1, each when the server has read those before, so that it comes in a packet of
 * its own, and reads whatever comes.
 */
export async function converse(
  port: number,
  pieces: readonly string[],
  {
    halfClose = false,
    lastMethod = 'GET',
    whenSent,
    enough,
    timeout = PATIENCE,
  }: ConverseOptions = {},
): Promise<Conversation> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  const came: Buffer[] = [];
  let ended: Conversation['ended'] = 'open';
  socket.on('data', (piece: Buffer) => {
    came.push(piece);
    if (enough === undefined) return;
    const whole = takeAll(Buffer.concat(came), lastMethod).filter(({ complete }) => complete);
    if (whole.length >= enough) socket.destroy();
  });
  socket.on('end', () => {
    ended = 'end';
    socket.end();
  });
  socket.on('error', () => {
    if (ended === 'open') ended = 'reset';
  });
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  const timer = setTimeout(() => socket.destroy(), timeout);
  let sent = 0;
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) await whenRead(socket, sent);
    if (socket.writable) socket.write(Buffer.from(piece, 'latin1'));
    sent += piece.length;
  }
  if (whenSent !== undefined) {
    await whenRead(socket, sent);
    whenSent();
  }
  if (halfClose) socket.end();
  await closed;
  clearTimeout(timer);
  return { responses: takeAll(Buffer.concat(came), lastMethod), ended };
}

function takeAll(bytes: Buffer, lastMethod: string): ParsedResponse[] {
  const responses: ParsedResponse[] = [];
  let rest = bytes;
  while (rest.length > 0) {
    const taken = takeResponse(rest, { method: lastMethod, ended: true });
    if (taken === undefined) break;
    responses.push(taken.response);
    rest = taken.rest;
  }
  return responses;
}
