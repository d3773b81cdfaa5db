// What one request of the fuzz asks for, and what it must come to.

/** A text that every encoder takes, and that shows where it was cut. */
export const WHOLE = Array.from({ length: 400 }, (_, at) => `line ${at}\n`).join('');
export const HALF = WHOLE.slice(0, 1500);

const KINDS = ['sse', 'json', 'file', 'nothing'];
/** Where a request fails: nowhere, before the header, once it is written, in the content, behind it. */
const POINTS = ['fine', 'before', 'head', 'middle', 'after'];

const METHODS = ['GET', 'GET', 'GET', 'HEAD', 'POST'];
const CODINGS = ['identity', 'gzip', 'br', 'deflate', 'gzip, br'];
const ACCEPTS = ['application/json', 'text/html', '*/*'];
const STATUSES = [401, 404, 409, 429, 500, 503];

const pick = (random, list) => list[random(list.length)];

/** One request, made by chance. */
export function makePlan(random, index) {
  return {
    index,
    kind: pick(random, KINDS),
    point: pick(random, POINTS),
    status: pick(random, STATUSES),
    late: random(2) === 1,
    method: pick(random, METHODS),
    coding: pick(random, CODINGS),
    accept: pick(random, ACCEPTS),
  };
}

/** The request, and one behind it that shows whether the connection is still in order. */
export function writePlan({ index, method, coding, accept }) {
  const content = method === 'POST' ? '{"a":1}' : '';
  const length = method === 'POST' ? 'Content-Type: application/json\r\nContent-Length: 7\r\n' : '';
  return (
    `${method} /plan/${index} HTTP/1.1\r\nHost: a\r\nOrigin: https://app.example\r\n${length}` +
    `Accept: ${accept}\r\nAccept-Encoding: ${coding}\r\n\r\n${content}` +
    `GET /probe/${index} HTTP/1.1\r\nHost: a\r\n\r\n`
  );
}
