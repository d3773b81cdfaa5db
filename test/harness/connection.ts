import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { takeResponse } from './parse-response.js';
import { type RequestParts, writeRequest } from './raw-request.js';
import { dress, type RawResponse } from './raw-response.js';
import { within } from './within.js';

/** A connection for several requests, one after the other or at once. */
export class Connection {
  readonly socket: Socket;
  readonly #closed: Promise<void>;
  #received: Buffer = Buffer.alloc(0);
  #read = 0;
  #open = true;
  #wake = (): void => undefined;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      this.#wake();
    });
    // A connection that is reset closes too.
    socket.on('error', () => undefined);
    this.#closed = new Promise((resolve) => {
      socket.on('close', () => {
        this.#open = false;
        this.#wake();
        resolve();
      });
    });
  }

  static async open(port: number): Promise<Connection> {
    const socket = connect({ port, host: '127.0.0.1' });
    await within(once(socket, 'connect'), () => 'a connection');
    return new Connection(socket);
  }

  /** Resolves when the connection has ended, in order or not. */
  get closed(): Promise<void> {
    return within(this.#closed, () => `the end of the connection, after ${this.#show()}`);
  }

  /** Everything that came. */
  get received(): Buffer {
    return this.#received;
  }

  /** The bytes that came and belong to no response read so far. */
  get unread(): Buffer {
    return this.#received.subarray(this.#read);
  }

  /** Whether both sides keep the connection. */
  get isOpen(): boolean {
    return this.#open;
  }

  send(request: RequestParts = {}): void {
    this.socket.write(writeRequest(request));
  }

  /** Reads the next response, cut off or not; undefined when the connection ends before it. */
  async next(method = 'GET'): Promise<RawResponse | undefined> {
    for (;;) {
      if (!this.#open && this.unread.length === 0) return undefined;
      const taken = takeResponse(this.unread, { method, ended: !this.#open });
      if (taken !== undefined) {
        this.#read = this.#received.length - taken.rest.length;
        return dress(taken.response);
      }
      await this.moreBytes();
    }
  }

  /** Reads the next response; one that is cut off, or does not come, is an error. */
  async read(method = 'GET'): Promise<RawResponse> {
    const response = await this.next(method);
    if (response?.complete !== true) throw new Error('the response was cut off');
    return response;
  }

  /** Resolves with the next bytes, or when the connection ends. */
  moreBytes(): Promise<void> {
    const more = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    return within(more, () => `more bytes, after ${this.#show()}`);
  }

  /** Resolves when what is unread ends with a text, or when the connection ends. */
  async unreadEndsWith(text: string): Promise<void> {
    while (this.#open && !this.unread.toString('latin1').endsWith(text)) await this.moreBytes();
  }

  async request(parts: RequestParts = {}): Promise<RawResponse> {
    this.send(parts);
    return await this.read(parts.method);
  }

  close(): void {
    this.socket.destroy();
  }

  #show(): string {
    return JSON.stringify(this.unread.toString('latin1', 0, 1000));
  }
}
