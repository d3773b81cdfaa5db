import type { IncomingMessage } from 'node:http';
import { REFUSALS, type Refusal } from './client-error-codes.js';

/** What {@link checkRequest} asks for. */
export interface RequestRules {
  /** Whether a request of HTTP/1.1 must have a Host field; Node's `requireHostHeader`. */
  readonly requireHost: boolean;
}

/**
 * Finds what an HTTP/1 request does that Node's parser lets through although the RFCs tell a server
 * to refuse it; undefined if it does nothing of the kind.
 */
export function checkRequest(request: IncomingMessage, rules: RequestRules): Refusal | undefined {
  if (request.httpVersionMajor !== 1) return REFUSALS.unsupportedVersion;
  if (hasInvalidHost(request, rules)) return REFUSALS.invalidHost;
  const coding = request.headers['transfer-encoding'];
  if (coding === undefined) return undefined;
  if (request.httpVersionMinor === 0) return REFUSALS.transferEncodingIn10;
  if (!/(?:^|[\s,])chunked\s*$/i.test(coding)) return REFUSALS.endlessCoding;
  return /^chunked$/i.test(coding) ? undefined : REFUSALS.unsupportedCoding;
}

/**
 *     Host = uri-host [ ":" port ]
 *
 * @see RFC 9112 §3.2, RFC 9110 §7.2, RFC 3986 §3.2.2
 */
function hasInvalidHost(request: IncomingMessage, { requireHost }: RequestRules): boolean {
  const { host } = request.headers;
  if (host === undefined) return requireHost && request.httpVersionMinor > 0;
  return !HOST.test(host) || countHosts(request.rawHeaders) > 1;
}

const HOST = /^(?:\[[\dA-Fa-fvV:.]+\]|(?:[\w\-.~!$&'()*+,;=]|%[\dA-Fa-f]{2})*)(?::\d*)?$/;

/** Node keeps the first of several only. */
function countHosts(rawHeaders: readonly string[]): number {
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === 4 && name.toLowerCase() === 'host') count += 1;
  }
  return count;
}
