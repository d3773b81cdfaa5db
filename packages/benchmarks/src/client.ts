/** What came of some seconds of load. */
export interface Load {
  readonly requests: number;
  /** Requests a second. */
  readonly rate: number;
}

/** What asks one server for one scenario, over connections that stay open. */
export interface Client {
  /** Asks for so many seconds, and waits for the last answers. */
  load(seconds: number): Promise<Load>;
  close(): void;
}
