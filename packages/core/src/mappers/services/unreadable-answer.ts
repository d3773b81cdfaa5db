import type { RequestFacts } from '../../exchange.js';
import { readText } from '../../values/read-property.js';
import type { Traits } from '../read-traits.js';

/** What parses nothing but responses: the body of undici's `request()`, and ky. */
const OF_RESPONSE =
  /\n +at JSON\.parse \(<anonymous>\)\n +at (?:consumeEnd \(.*\bundici\b|.*[\\/]ky[\\/](?:distribution|source)[\\/])/;

/** What a Response is parsed by in Node, and a Request too. */
const OF_EITHER = /\n +at JSON\.parse \(<anonymous>\)\n +at parseJSONFromBytes \(.*\bundici\b/;

/** These frames are the first ones, behind a message that quotes a few characters. */
const MAX_STACK = 512;

/**
 * Whether an error is about the JSON of another server's answer. Nothing but its stack tells, and that not
 * whether it was a Response or a Request, which some make of what the client has sent: only where
 * the client has sent nothing it is known.
 */
export function isUnreadableAnswer(
  { thrown, name, properties }: Traits,
  request: RequestFacts | undefined,
): boolean {
  if (name !== 'SyntaxError' || properties.length > 0) return false;
  const stack = readText(thrown, 'stack').slice(0, MAX_STACK);
  return OF_RESPONSE.test(stack) || (OF_EITHER.test(stack) && isWithoutContent(request));
}

/** A request has content only if it says so in HTTP/1 (RFC 9112 §6.3); in HTTP/2 it need not. */
function isWithoutContent(request: RequestFacts | undefined): boolean {
  if (request === undefined) return false;
  const { headers, httpVersionMajor, method = '' } = request;
  if (headers['transfer-encoding'] !== undefined) return false;
  if (Number(headers['content-length'] ?? 0) !== 0) return false;
  return httpVersionMajor === 1 || /^(?:GET|HEAD)$/.test(method);
}
