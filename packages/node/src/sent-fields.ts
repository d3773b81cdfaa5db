import type { ServerResponse } from 'node:http';
import type { ResponseFacts } from '@faultless/core';

/**
 * The fields of a response that has begun. Those given to `writeHead` are nowhere but in the text
 * that Node has sent.
 */
export function sentFields(response: ServerResponse): ResponseFacts {
  return {
    getHeader: (name) => response.getHeader(name) ?? findField(sentText(response), name),
    getHeaderNames: () => response.getHeaderNames(),
  };
}

function sentText(response: ServerResponse): string {
  const { _header: text } = response as ServerResponse & { readonly _header?: unknown };
  return typeof text === 'string' ? text : '';
}

function findField(head: string, name: string): string | undefined {
  const start = `${name.toLowerCase()}:`;
  const line = head.split('\r\n').find((one) => one.toLowerCase().startsWith(start));
  return line?.slice(start.length).trim();
}
