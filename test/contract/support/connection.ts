import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { takeResponse } from '../../harness/parse-response.js';
import {
  dress,
  type RawResponse,
  type RequestParts,
  writeRequest,
} from '../../harness/raw-client.js';

/** A connection for several requests, one after the other or at once. */
export class Connection {
  readonly socket: Socket;
  /** Resolves when the connection has ended, in order or not. */
  readonly closed: Promise<void>;
  #bytes: Buffer = Buffer.alloc(0);
  #open = true;
  #wake = (): void => undefined;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', (chunk: Buffer) => {
      this.#bytes = Buffer.concat([this.#bytes, chunk]);
      this.#wake();
    });
    // A connection that is reset closes too.
    socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => {
      socket.on('close', () => {
        this.#open = false;
        this.#wake();
        resolve();
      });
    });
  }

  static async open(port: number): Promise<Connection> {
    const socket = connect({ port, host: '127.0.0.1' });
    await once(socket, 'connect');
    return new Connection(socket);
  }

  /** The bytes that came and belong to no response read so far. */
  get unread(): Buffer {
    return this.#bytes;
  }

  /** Whether both sides keep the connection. */
  get isOpen(): boolean {
    return this.#open;
  }

  send(request: RequestParts = {}): void {
    this.socket.write(writeRequest(request));
  }

  /** Reads the next response; one that is cut off is an error. */
  async read(method = 'GET'): Promise<RawResponse> {
    for (;;) {
      const taken = takeResponse(this.#bytes, { method, ended: !this.#open });
      if (taken !== undefined) {
        if (!taken.response.complete) throw new Error('the response was cut off');
        this.#bytes = taken.rest;
        return dress(taken.response);
      }
      await this.moreBytes();
    }
  }

  /** Resolves with the next bytes, or when the connection ends. */
  moreBytes(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  async request(parts: RequestParts = {}): Promise<RawResponse> {
    this.send(parts);
    return await this.read(parts.method);
  }

  close(): void {
    this.socket.destroy();
  }
}
