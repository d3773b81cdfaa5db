import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { FieldList } from '@faultless/core/adapter';

const SENT = Symbol('faultless.sent');

type Answered = ServerResponse & { [SENT]: FieldList };

/**
 * Lets a logger read the fields that were sent. Node forgets what `writeHead` was given where no field
 * had been set before; setting each one beforehand would double what a head costs.
 */
export function keepSentHeaders(response: ServerResponse, headers: FieldList): void {
  if (response.getHeaderNames().length > 0) return;
  Object.assign(response, READERS, { [SENT]: headers });
}

const READERS = {
  getHeader(this: Answered, name: string) {
    const wanted = name.toLowerCase();
    return this[SENT].find(([sent]) => sent.toLowerCase() === wanted)?.[1];
  },
  getHeaderNames(this: Answered) {
    return this[SENT].map(([name]) => name.toLowerCase());
  },
  getHeaders(this: Answered) {
    const headers = Object.create(null) as OutgoingHttpHeaders;
    for (const [name, value] of this[SENT]) headers[name.toLowerCase()] = value as string;
    return headers;
  },
  hasHeader(this: Answered, name: string) {
    return this.getHeader(name) !== undefined;
  },
};
