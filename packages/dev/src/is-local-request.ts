import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

const LOOPBACK = listLoopback();

function listLoopback(): BlockList {
  const list = new BlockList();
  list.addSubnet('127.0.0.0', 8);
  list.addAddress('::1', 'ipv6');
  return list;
}

/** True for an address of the loopback interface, an IPv4-mapped one too (RFC 1122 §3.2.1.3, RFC 4291 §2.5.3). */
function isLoopback(address: unknown): boolean {
  if (typeof address !== 'string') return false;
  const family = isIP(address);
  if (family === 0 || address.includes('%')) return false;
  return LOOPBACK.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

const AUTHORITY = /^(?:\[(?<v6>[^\]]+)\]|(?<name>[^:[\]]+))(?::\d{1,5})?$/;

/** RFC 6761 §6.3 */
const LOCALHOST = /^(?:[a-z\d-]+\.)*localhost\.?$/i;

/** True for a host, with or without a port, that no DNS server can make another one. */
function isLoopbackHost(host: unknown): boolean {
  const { v6, name } = AUTHORITY.exec(String(host))?.groups ?? {};
  return v6 === undefined ? LOCALHOST.test(String(name)) || isLoopback(name) : isLoopback(v6);
}

/** Fields of those who pass requests on: then the client is somebody else. */
const OF_PROXIES =
  /^(?:forwarded|via|cdn-loop|x-(?:forwarded|original|real-ip|envoy|amzn|arr|proxy|varnish|request-start).*|.*(?:client|connecting|user)-ip)$/;

/** Whether a page of another origin has asked, whose script might read the answer. */
function isOfOtherPage({ headers }: IncomingMessage): boolean {
  const { origin } = headers;
  if (origin !== undefined) {
    return !URL.canParse(origin) || !isLoopbackHost(new URL(origin).host);
  }
  return headers['sec-fetch-site'] === 'cross-site' && headers['sec-fetch-mode'] !== 'navigate';
}

/**
 * True for a request that a developer made on this machine: its peer is a loopback address, it asks for a
 * loopback host, so that no other name leads here (DNS rebinding), and nothing shows a proxy between. nginx
 * shows itself by HTTP/1.0 at least, unless it is told otherwise.
 */
export function isLocalRequest(request: IncomingMessage): boolean {
  const { socket, headers, httpVersionMajor, httpVersionMinor } = request;
  const hosts = [headers.host, headers[':authority']].filter((host) => host !== undefined);
  return (
    isLoopback(socket.remoteAddress) &&
    hosts.length > 0 &&
    hosts.every(isLoopbackHost) &&
    httpVersionMajor * 10 + httpVersionMinor > 10 &&
    !Object.keys(headers).some((name) => OF_PROXIES.test(name)) &&
    !isOfOtherPage(request)
  );
}
