// Requests, and what chance makes of them.

const HOST = 'Host: fuzz.example\r\n';
const SEEDS = [
  `GET / HTTP/1.1\r\n${HOST}Accept: text/html, */*;q=0.1\r\n\r\n`,
  `GET /denied HTTP/1.1\r\n${HOST}Accept-Language: zh, en;q=0.5\r\nConnection: keep-alive\r\n\r\n`,
  `GET /nowhere?a=b HTTP/1.1\r\n${HOST}Cookie: a=b; c=d\r\nConnection: close\r\n\r\n`,
  `GET /half HTTP/1.1\r\n${HOST}\r\n`,
  `GET /broken HTTP/1.0\r\nUser-Agent: fuzz\r\n\r\n`,
  `POST /echo HTTP/1.1\r\n${HOST}Content-Length: 11\r\nContent-Type: text/plain\r\n\r\nhello world`,
  `POST /echo HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6;x=y\r\n world\r\n0\r\nT: v\r\n\r\n`,
  `POST /early HTTP/1.1\r\n${HOST}Content-Length: 64\r\nExpect: 100-continue\r\n\r\n${'x'.repeat(64)}`,
  `PUT /limited HTTP/1.1\r\n${HOST}Expect: 100-continue\r\nContent-Length: 3\r\n\r\nabc`,
  `GET / HTTP/1.1\r\n${HOST}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: eA==\r\n\r\n`,
  `CONNECT fuzz.example:443 HTTP/1.1\r\n${HOST}\r\n`,
  `OPTIONS * HTTP/1.1\r\n${HOST}\r\nGET / HTTP/1.1\r\n${HOST}\r\nGET /denied HTTP/1.1\r\n${HOST}\r\n`,
  `DELETE http://fuzz.example/odd HTTP/1.1\r\n${HOST}Range: bytes=0-\r\nIf-Match: "a"\r\n\r\n`,
].map((text) => Buffer.from(text, 'latin1'));

const TOKENS = [
  '\r\n',
  '\n',
  '\r',
  '\0',
  ' ',
  '\t',
  ':',
  ';',
  ',',
  '"',
  '\x7f',
  '\xff',
  '%',
  '/',
  '[',
  '0\r\n\r\n',
  'HTTP/2.0',
  'HTTP/1.0',
  'HTTP/0.9',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'BREW ',
  'connect ',
  'Content-Length: 5\r\n',
  'Content-Length: -1\r\n',
  'Content-Length: 99999999999999999999\r\n',
  'Transfer-Encoding: chunked\r\n',
  'Transfer-Encoding: gzip, chunked\r\n',
  'Transfer-Encoding:\r\n',
  'Host: b\r\n',
  'Host: a b\r\n',
  'Expect: tea\r\n',
  'Expect: 100-continue\r\n',
  'Upgrade: h2c\r\n',
  'Connection: close\r\n',
  'Connection: upgrade\r\n',
  ' folded: line\r\n',
  'ffffffff\r\n',
  '-1\r\n',
  '\x16\x03\x01\x02\x00\x01\x00',
  'Accept: ,;q=9,*/*;q=\r\n',
  'GET / HTTP/1.1\r\nHost: a\r\n\r\n',
  `X: ${'a'.repeat(20_000)}\r\n`,
  'a'.repeat(300),
].map((text) => Buffer.from(text, 'latin1'));

/** A generator of numbers below a limit, the same for the same seed (mulberry32). */
export function createRandom(seed) {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

const MUTATIONS = [
  (bytes, random) => {
    const changed = Buffer.from(bytes);
    if (changed.length > 0) changed[random(changed.length)] = random(256);
    return changed;
  },
  (bytes, random) => {
    const changed = Buffer.from(bytes);
    if (changed.length > 0) changed[random(changed.length)] ^= 1 << random(8);
    return changed;
  },
  (bytes, random) => splice(bytes, random(bytes.length + 1), 0, TOKENS[random(TOKENS.length)]),
  (bytes, random) => splice(bytes, random(bytes.length + 1), 0, TOKENS[random(TOKENS.length)]),
  (bytes, random) => splice(bytes, random(bytes.length + 1), 1 + random(8)),
  (bytes, random) => bytes.subarray(0, random(bytes.length + 1)),
  (bytes, random) => {
    const from = random(bytes.length + 1);
    const piece = bytes.subarray(from, from + random(64));
    return splice(bytes, random(bytes.length + 1), 0, piece);
  },
  (bytes, random) => {
    const other = SEEDS[random(SEEDS.length)];
    return Buffer.concat([
      bytes.subarray(0, random(bytes.length + 1)),
      other.subarray(random(other.length)),
    ]);
  },
  (bytes, random) => Buffer.concat([bytes, SEEDS[random(SEEDS.length)]]),
];

function splice(bytes, at, removed, inserted = Buffer.alloc(0)) {
  return Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at + removed)]);
}

/** One mutated request: up to four mutations of one of the seeds. */
export function mutate(random) {
  let bytes = SEEDS[random(SEEDS.length)];
  for (let times = 1 + random(4); times > 0; times -= 1) {
    bytes = MUTATIONS[random(MUTATIONS.length)](bytes, random);
  }
  return bytes;
}
