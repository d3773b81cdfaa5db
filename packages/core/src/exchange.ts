/** What is read of a request. node:http's IncomingMessage is one as it stands. */
export interface RequestFacts {
  readonly method?: string | undefined;
  /** The request target: evidence of whose fault an error is; never sent. */
  readonly url?: string | undefined;
  /** Header fields by lower-case name. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** 1 or 2; the fields that HTTP/2 forbids are left out there. */
  readonly httpVersionMajor?: number | undefined;
}

/** What is read of the response so far. node:http's ServerResponse is one as it stands. */
export interface ResponseFacts {
  getHeader(name: string): unknown;
  getHeaderNames(): readonly string[];
}

/**
 * How far the response has come: nothing has left (`open`); its head has left (`started`), and said
 * how long the content is, or that it is encoded, so that no text can be added (`sealed`); all of it has
 * left (`finished`); the application has destroyed it (`failed`); or the client is no longer there (`gone`).
 */
export type ResponseState = 'open' | 'started' | 'sealed' | 'finished' | 'failed' | 'gone';

/** One failed request, as an adapter hands it to the pipeline. */
export interface Exchange<Context> {
  readonly request: RequestFacts;
  readonly response: ResponseFacts;
  readonly state: ResponseState;
  /** What the framework calls the request: Express's `req`, Koa's `ctx`, the IncomingMessage. */
  readonly context: Context;
  /**
   * Reads the status that the handler had set on the response before it failed, where the framework leaves
   * it there. A 4xx or 5xx is believed of an error that nothing else is known of; of others it is not read.
   */
  readonly statedStatus?: (() => unknown) | undefined;
  /** The pattern of the route that failed, such as `/orders/:id`. */
  readonly route?: string | undefined;
  /**
   * Reads the request's content as the app has parsed it: a token may be in it (RFC 6750 §2.2). Called
   * only where that decides on a challenge.
   */
  readonly content?: (() => unknown) | undefined;
  /** How many bytes of the response the connection has taken. */
  readonly bytesSent?: number | undefined;
}

/** Header fields in the order in which they leave; an array is one line for each value. */
export type FieldList = readonly (readonly [name: string, value: string | readonly string[]])[];

/** A response to send. */
export interface SentReply {
  readonly action: 'send';
  readonly status: number;
  /** The reason phrase (RFC 9110 §15); HTTP/2 has none. */
  readonly reason: string;
  readonly headers: FieldList;
  /** Fields that the failed handler left and that must not go out with this body, in lower case. */
  readonly removed: readonly string[];
  /** Empty for HEAD, whose headers still describe the body of a GET. */
  readonly body: string;
  /** Whether the body is ASCII, and so the same in every encoding. */
  readonly ascii: boolean;
  /** Whether the connection ends with it. */
  readonly closes?: true | undefined;
}

/** What an adapter does: send a response, break the connection off, or nothing. */
export type Reply = SentReply | BreakOff | { readonly action: 'none' };

/** Ends a response that has begun, or a connection that gets none. */
export interface BreakOff {
  readonly action: 'destroy';
  /** What to write before that. */
  readonly last?: string | undefined;
}
