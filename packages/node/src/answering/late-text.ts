import { Buffer } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Reply, Report, RequestFacts, SentReply } from '@faultless/core/adapter';

/** An answer that waits for its text, as it would leave without. */
export interface WaitingAnswer {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** What the framework calls the request. */
  readonly context: unknown;
  readonly reply: SentReply;
  readonly report: Report;
}

/** A text that takes the place of the one that a format has written at once. */
export interface LateText {
  /** What it is called in notices. */
  readonly name: string;
  /** How long it may take. */
  readonly seconds: number;
  /** What leaves if it fails. */
  readonly instead: string;
  /** Gives the text; undefined for the one that is there. Fields that it sets on the response leave with it. */
  readonly render: (answer: WaitingAnswer) => string | undefined | PromiseLike<string | undefined>;
}

/** Another copy of this module may read it. */
const LATE_TEXT = Symbol.for('faultless.late-text');

type Asked = RequestFacts & { [LATE_TEXT]?: LateText };

/** Announces a text for the request that a format is rendering for; the latest holds. */
export function announceText(request: RequestFacts, text: LateText): void {
  (request as Asked)[LATE_TEXT] = text;
}

/** The text that a format has announced for a request, so far. */
export function findAnnounced(request: RequestFacts): LateText | undefined {
  return (request as Asked)[LATE_TEXT];
}

/** The text that a reply waits for; that of a format whose answer then could not be made is not its. */
export function findLateText(request: RequestFacts, reply: Reply): LateText | undefined {
  const { [LATE_TEXT]: late } = request as Asked;
  if (late === undefined || reply.action !== 'send') return undefined;
  const [, length] = reply.headers.find(([name]) => name === 'Content-Length') ?? [];
  return Number(length) === Buffer.byteLength(late.instead) ? late : undefined;
}
