// Frames of HTTP/2 as bytes (RFC 9113 §4.1, §6), so that a client can send what no library would.

export const PREFACE = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'latin1');

export const TYPES = {
  DATA: 0,
  HEADERS: 1,
  PRIORITY: 2,
  RST_STREAM: 3,
  SETTINGS: 4,
  PUSH_PROMISE: 5,
  PING: 6,
  GOAWAY: 7,
  WINDOW_UPDATE: 8,
  CONTINUATION: 9,
};
export const END_STREAM = 1;
export const ACK = 1;
export const END_HEADERS = 4;

export function frame(type, flags, stream, payload = Buffer.alloc(0)) {
  const head = Buffer.alloc(9);
  head.writeUIntBE(payload.length, 0, 3);
  head[3] = type;
  head[4] = flags;
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, payload]);
}

/** RFC 7541 §6.2.2: literal fields that touch no table, so that each can be whatever it likes. */
export function fields(list) {
  return Buffer.concat(
    list.flatMap(([name, value]) => [Buffer.from([0]), text(name), text(value)]),
  );
}

/** RFC 7541 §5.1, §5.2 */
function text(string) {
  const octets = Buffer.from(string, 'latin1');
  const length = [];
  if (octets.length < 127) length.push(octets.length);
  else {
    length.push(127);
    let rest = octets.length - 127;
    for (; rest >= 128; rest >>= 7) length.push((rest & 127) | 128);
    length.push(rest);
  }
  return Buffer.concat([Buffer.from(length), octets]);
}

/** A header in as many frames as it takes. */
export function headers(stream, list, { end = true } = {}) {
  const block = fields(list);
  const pieces = [];
  for (let at = 0; at === 0 || at < block.length; at += 16_384) {
    pieces.push(block.subarray(at, at + 16_384));
  }
  return Buffer.concat(
    pieces.map((piece, index) =>
      frame(
        index === 0 ? TYPES.HEADERS : TYPES.CONTINUATION,
        (index === pieces.length - 1 ? END_HEADERS : 0) | (index === 0 && end ? END_STREAM : 0),
        stream,
        piece,
      ),
    ),
  );
}

/** The four pseudo header fields of a request, then others. */
export function request(stream, path, { method = 'GET', more = [], end = true } = {}) {
  const pseudo = [
    [':method', method],
    [':scheme', 'http'],
    [':authority', 'fuzz.example'],
    [':path', path],
  ];
  return headers(stream, [...pseudo, ...more], { end });
}

export function data(stream, content, { end = true } = {}) {
  return frame(TYPES.DATA, end ? END_STREAM : 0, stream, Buffer.from(content, 'latin1'));
}

/** A number of 32 bits as the payload of a frame. */
export function number(value) {
  const payload = Buffer.alloc(4);
  payload.writeUInt32BE(value >>> 0);
  return payload;
}

export function setting(id, value) {
  const payload = Buffer.alloc(6);
  payload.writeUInt16BE(id);
  payload.writeUInt32BE(value, 2);
  return payload;
}

/** The frames that came, and what is left of the last. */
export function readFrames(bytes) {
  const frames = [];
  let at = 0;
  while (bytes.length - at >= 9) {
    const length = bytes.readUIntBE(at, 3);
    if (bytes.length - at < 9 + length) break;
    frames.push({
      type: bytes[at + 3],
      flags: bytes[at + 4],
      stream: bytes.readUInt32BE(at + 5) & 0x7fffffff,
      payload: bytes.subarray(at + 9, at + 9 + length),
    });
    at += 9 + length;
  }
  return { frames, rest: bytes.subarray(at) };
}
