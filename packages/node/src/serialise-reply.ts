import type { SentReply } from '@faultless/core';
import { closeAfter } from './close-after.js';

/**
 * Writes a reply as the bytes of an HTTP/1.1 message, for a connection that has no ServerResponse.
 * It is the last message there, and says so. HTTP/1.0 clients get the same (RFC 9112 §2.3).
 *
 * @see RFC 9112 §4, §9.6; RFC 9110 §6.6.1 (Date)
 */
export function serialiseReply(reply: SentReply): Buffer {
  const { status, reason, headers, body } = closeAfter(reply);
  let head = `HTTP/1.1 ${status} ${reason}\r\nDate: ${new Date().toUTCString()}\r\n`;
  for (const [name, value] of headers) {
    for (const one of [value].flat()) head += `${name}: ${one}\r\n`;
  }
  return Buffer.concat([Buffer.from(`${head}\r\n`, 'latin1'), Buffer.from(body)]);
}
