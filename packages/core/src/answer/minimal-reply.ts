import type { RequestFacts, ResponseFacts, SentReply } from '../exchange.js';
import { CONNECTION_FIELDS, isLeftover } from '../headers/leftovers.js';

const BODY = '{"type":"about:blank","title":"Internal Server Error","status":500}';

/** The last resort, made of constants: what is sent when nothing else could be made. */
export function minimalReply({
  request,
  response,
}: {
  request: RequestFacts;
  response: ResponseFacts;
}): SentReply {
  return {
    action: 'send',
    status: 500,
    reason: 'Internal Server Error',
    headers: [
      ['Content-Type', 'application/problem+json'],
      ['X-Content-Type-Options', 'nosniff'],
      ['Cache-Control', 'no-store'],
      ['Content-Length', String(BODY.length)],
    ],
    removed: findLeftovers(response),
    body: request.method === 'HEAD' ? '' : BODY,
    ascii: true,
  };
}

/** What no body survives, for a response that does not tell its fields. */
const WORST = ['cache-control', 'content-encoding', 'content-length', 'etag', 'transfer-encoding'];

/** A response that was tampered with may not even tell what it holds. */
function findLeftovers(response: ResponseFacts): readonly string[] {
  try {
    return response
      .getHeaderNames()
      .filter((name) => isLeftover(name) || CONNECTION_FIELDS.has(name));
  } catch {
    return WORST;
  }
}
