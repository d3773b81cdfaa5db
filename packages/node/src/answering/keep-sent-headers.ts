import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { FieldList } from '@faultless/core/adapter';

const SENT = Symbol('faultless.sent');

type Answered = ServerResponse & { [SENT]: FieldList };

/**
 * Lets a logger read the fields that were sent. Node forgets what `writeHead` was given where no field
 * had been set before, as here; setting each one beforehand would double what a head costs.
 */
export function keepSentHeaders(response: ServerResponse, headers: FieldList): void {
  const answered = response as Answered;
  answered[SENT] = headers;
  // One by one, Node's shape of a response changes in the same steps each time, which V8 has learned.
  answered.getHeader = getHeader;
  answered.getHeaderNames = getHeaderNames;
  answered.getHeaders = getHeaders;
  answered.hasHeader = hasHeader;
}

function getHeader(this: Answered, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return this[SENT].find(([sent]) => sent.toLowerCase() === wanted)?.[1] as string | undefined;
}

function getHeaderNames(this: Answered): string[] {
  return this[SENT].map(([name]) => name.toLowerCase());
}

function getHeaders(this: Answered): OutgoingHttpHeaders {
  const headers = Object.create(null) as OutgoingHttpHeaders;
  for (const [name, value] of this[SENT]) headers[name.toLowerCase()] = value as string;
  return headers;
}

function hasHeader(this: Answered, name: string): boolean {
  return this.getHeader(name) !== undefined;
}
