import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

const DECODERS = {
  gzip: gunzipSync,
  br: brotliDecompressSync,
  deflate: inflateSync,
  identity: (bytes) => bytes,
};

/** Reads what came over a connection as responses, to requests of these methods. */
export function readAnswers(bytes, methods) {
  const answers = [];
  let rest = bytes;
  while (rest.length > 0) {
    const end = rest.indexOf('\r\n\r\n');
    if (end < 0) throw new Error('half a head');
    const [line, ...fields] = rest.toString('latin1', 0, end).split('\r\n');
    const status = Number(/^HTTP\/1\.1 ([1-5]\d\d) /.exec(line)?.[1]);
    if (Number.isNaN(status)) throw new Error(`status line ${JSON.stringify(line.slice(0, 60))}`);
    rest = rest.subarray(end + 4);
    if (status < 200) continue;
    const headers = readFields(fields);
    const empty = methods[answers.length] === 'HEAD' || status === 204 || status === 304;
    const taken = empty ? { body: Buffer.alloc(0), complete: true, rest } : takeBody(headers, rest);
    answers.push({ status, headers, ...taken });
    rest = taken.rest;
  }
  return answers;
}

function readFields(lines) {
  const headers = {};
  for (const line of lines) {
    const colon = line.indexOf(': ');
    const name = line.slice(0, colon).toLowerCase();
    if (colon < 0) throw new Error(`field ${JSON.stringify(line.slice(0, 60))}`);
    const twice = Object.hasOwn(headers, name) && name !== 'set-cookie';
    if (twice) throw new Error(`${name} came twice`);
    headers[name] = line.slice(colon + 2);
  }
  return headers;
}

function takeBody(headers, bytes) {
  const { 'transfer-encoding': coding, 'content-length': length } = headers;
  if (coding !== undefined && length !== undefined) throw new Error('framed twice');
  if (coding === 'chunked') return takeChunks(bytes);
  if (length === undefined) throw new Error('framed by nothing');
  const wanted = Number(length);
  const body = bytes.subarray(0, wanted);
  return { body, complete: body.length === wanted, rest: bytes.subarray(wanted) };
}

function takeChunks(bytes) {
  const pieces = [];
  let rest = bytes;
  for (;;) {
    const end = rest.indexOf('\r\n');
    const size = end < 0 ? Number.NaN : Number.parseInt(rest.toString('latin1', 0, end), 16);
    const whole = end >= 0 && rest.length >= end + 2 + size + 2;
    if (!whole) return { body: Buffer.concat(pieces), complete: false, rest: Buffer.alloc(0) };
    pieces.push(rest.subarray(end + 2, end + 2 + size));
    rest = rest.subarray(end + 2 + size + 2);
    if (size === 0) return { body: Buffer.concat(pieces), complete: true, rest };
  }
}

/** The content of a whole answer, as its client reads it. */
export function readContent({ headers, body }) {
  const decode = DECODERS[headers['content-encoding'] ?? 'identity'];
  return decode(body).toString();
}
