import type { FieldList, RequestFacts, ResponseFacts, SentReply } from '../exchange.js';
import { CONNECTION_FIELDS, isLeftover } from '../headers/leftovers.js';
import { type Header, repairAppFields } from '../headers/repair-app-fields.js';

const BODY = '{"type":"about:blank","title":"Internal Server Error","status":500}';

const FIELDS: FieldList = [
  ['Content-Type', 'application/problem+json'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Cache-Control', 'no-store'],
  ['Content-Length', String(BODY.length)],
];

/** A failed exchange, as far as anything is asked of it. */
interface Failed {
  readonly request: RequestFacts;
  readonly response: ResponseFacts;
}

/** The last resort, made of constants: what is sent when nothing else could be made. */
export function minimalReply(failed: Failed): SentReply {
  const { fields, removed } = findHeader(failed);
  return {
    action: 'send',
    status: 500,
    reason: 'Internal Server Error',
    headers: fields,
    removed,
    body: failed.request.method === 'HEAD' ? '' : BODY,
    ascii: true,
  };
}

/** What no body survives, for a response that does not tell its fields. */
const WORST = ['cache-control', 'content-encoding', 'content-length', 'etag', 'transfer-encoding'];

/** A response that was tampered with may not even tell what it holds. */
function findHeader(failed: Failed): Header {
  try {
    const names = failed.response.getHeaderNames();
    const removed = names.filter((name) => isLeftover(name) || CONNECTION_FIELDS.has(name));
    return repairAppFields({ fields: FIELDS, removed }, { ...failed, names }, () => undefined);
  } catch {
    return { fields: FIELDS, removed: WORST };
  }
}
