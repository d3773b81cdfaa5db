import { type RequestFacts, TCHAR } from '@faultless/core/adapter';
import type { Evidence } from './client-error-codes.js';

/** What Node's parser says about a request that it could not read. */
export interface ParserError extends Error {
  readonly code?: string;
  /** What the parser itself calls the fault. */
  readonly reason?: string;
  /** How many bytes of `rawPacket` were read before the fault. */
  readonly bytesParsed?: number;
  /** What arrived last; earlier packets are gone. */
  readonly rawPacket?: Buffer;
}

/** More of a broken request is not looked at, in bytes; Node reads no more at once. */
const MAX_LENGTH = 65_536;

const REQUEST_LINE = new RegExp(`^(${TCHAR}+) [^\\r]* HTTP/\\d\\.\\d\\r?$`);
const REQUEST_START = new RegExp(`^${TCHAR}+ \\S`);
const FIELD_NAME = new RegExp(`^(${TCHAR}{1,64}):`);

/**
 * Reads what a broken request still shows of what its client wants: the method and the fields that
 * negotiation needs. Nothing else of it is believed.
 */
export function readRawRequest({ rawPacket, bytesParsed = 0 }: ParserError): RequestFacts {
  const headers: Record<string, string> = {};
  let method: string | undefined;
  let start = 0;
  for (const line of rawPacket?.toString('latin1', 0, MAX_LENGTH).split('\n') ?? []) {
    if (/^\r?$/.test(line) && start > bytesParsed) break;
    const begun = start <= bytesParsed ? REQUEST_LINE.exec(line)?.[1] : undefined;
    if (begun !== undefined) {
      // Requests that came before in the same packet are not this one.
      method = begun;
      delete headers.accept;
      delete headers['accept-language'];
    }
    const [name, value] = splitField(line);
    if (NEGOTIATED.has(name)) headers[name] ??= value;
    start += line.length + 1;
  }
  return { method, headers, httpVersionMajor: 1 };
}

const NEGOTIATED: ReadonlySet<string> = new Set(['accept', 'accept-language']);

function splitField(line: string): [name: string, value: string] {
  const colon = line.slice(0, 64).indexOf(':');
  return [line.slice(0, Math.max(0, colon)).toLowerCase(), line.slice(colon + 1).trim()];
}

/** Tells what the parser's words and the bytes around the fault show beside the code of the error. */
export function findEvidence({
  rawPacket,
  bytesParsed = 0,
  reason = '',
}: ParserError): Set<Evidence> {
  const found = new Set<Evidence>();
  if (/chunk/i.test(reason)) found.add('in-chunk');
  if (/after version/i.test(reason)) found.add('after-version');
  if (/can't be present with/i.test(reason)) found.add('two-lengths');
  if (rawPacket === undefined) return found;
  if (rawPacket[0] === TLS_HANDSHAKE && rawPacket[1] === TLS_MAJOR) found.add('tls');
  if (PROXY_HEADER.test(rawPacket.toString('latin1', 0, 16))) found.add('proxy-protocol');
  const line = lineAt(rawPacket, bytesParsed);
  if (REQUEST_START.test(line)) found.add('unknown-method');
  if (/ HTTP\/(?!1\.[01])\d\.\d\r?$/.test(line)) found.add('other-version');
  // Only the first line of a request has its first space before any colon.
  if (/^[A-Z]+ \S/.test(line)) found.add('long-request-line');
  return found;
}

/** RFC 8446 §5.1: ContentType handshake(22), legacy_record_version 0x0301. */
const TLS_HANDSHAKE = 0x16;
const TLS_MAJOR = 0x03;

/** The PROXY protocol §2.1 and §2.2, as HAProxy defines it. */
const PROXY_HEADER = /^(?:PROXY (?:TCP[46]|UNKNOWN)|\r\n\r\n\0\r\nQUIT\n)/;

/** The line in which the parser stopped, as far as it has arrived. */
function lineAt(packet: Buffer, offset: number): string {
  const start = packet.lastIndexOf(0x0a, Math.max(0, Math.min(offset, packet.length) - 1)) + 1;
  const end = packet.indexOf(0x0a, Math.max(start, offset));
  const limit = Math.min(end < 0 ? packet.length : end, start + MAX_LENGTH);
  return packet.toString('latin1', start, limit);
}

/** The field whose line alone takes up most of what overflowed (RFC 6585 §5). */
export function findLargestField({ rawPacket, bytesParsed = 0 }: ParserError): string | undefined {
  if (rawPacket === undefined) return undefined;
  const line = lineAt(rawPacket, bytesParsed);
  const [, name] = FIELD_NAME.exec(line) ?? [];
  return line.length > rawPacket.length / 2 ? name : undefined;
}
