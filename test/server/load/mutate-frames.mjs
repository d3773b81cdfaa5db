// Conversations of HTTP/2, and what chance makes of them. Whole frames are added, left out and repeated;
// their bytes are left alone, and no GOAWAY is among them, since some of that ends the process of a
// server of node:http2 without Faultless too (docs/tested-server.md).

import {
  ACK,
  data,
  END_HEADERS,
  END_STREAM,
  fields,
  frame,
  headers,
  number,
  PREFACE,
  request,
  setting,
  TYPES,
} from './http2-frames.mjs';

const POST = (stream, path, more = []) =>
  request(stream, path, { method: 'POST', more, end: false });
const SETTINGS = frame(TYPES.SETTINGS, 0, 0);

/** Lists of frames, so that whole frames can be moved about. */
const SEEDS = [
  [request(1, '/', { more: [['accept', 'text/html, */*;q=0.1']] })],
  [request(1, '/denied'), request(3, '/broken'), request(5, '/nowhere?a=b')],
  [request(1, '/half'), request(3, '/')],
  [
    POST(1, '/echo', [['content-length', '11']]),
    data(1, 'hello ', { end: false }),
    data(1, 'world'),
  ],
  [POST(1, '/early'), data(1, 'x'.repeat(1000), { end: false }), request(3, '/'), data(1, 'y')],
  [POST(1, '/limited', [['expect', '100-continue']]), data(1, 'abc')],
  [request(1, '/', { more: [['expect', 'tea']] }), request(3, '/slow')],
  [
    headers(
      1,
      [
        [':method', 'CONNECT'],
        [':authority', 'fuzz.example:1'],
      ],
      { end: false },
    ),
  ],
  [POST(1, '/late'), frame(TYPES.RST_STREAM, 0, 1, number(8)), request(3, '/odd')],
  [request(1, '/slow'), frame(TYPES.RST_STREAM, 0, 1, number(5)), request(3, '/denied')],
  [frame(TYPES.SETTINGS, 0, 0, setting(4, 0)), request(1, '/denied')],
  [POST(1, '/echo'), data(1, 'abc', { end: false }), headers(1, [['trailer-field', 'x']])],
];

const PSEUDO = [':method', ':path', ':scheme', ':authority', ':status', ':protocol', ':unknown'];
const FIELDS = [
  ['connection', 'keep-alive'],
  ['te', 'gzip'],
  ['te', 'trailers'],
  ['transfer-encoding', 'chunked'],
  ['upgrade', 'h2c'],
  ['Upper-Case', 'x'],
  ['content-length', '5'],
  ['content-length', '-1'],
  ['host', 'a b'],
  ['expect', 'tea'],
  ['accept', ',;q=9,*/*;q='],
  ['x', 'a\r\nb'],
  ['x', 'a\0b'],
  ['x', 'a'.repeat(10_000)],
];

const FRAMES = [
  frame(TYPES.SETTINGS, ACK, 0),
  frame(TYPES.SETTINGS, 0, 0, setting(4, 0x7fffffff)),
  frame(TYPES.SETTINGS, 0, 0, setting(5, 1)),
  frame(TYPES.SETTINGS, 0, 1, setting(1, 0)),
  frame(TYPES.PING, 0, 0, Buffer.alloc(8)),
  frame(TYPES.PING, 0, 0, Buffer.alloc(7)),
  frame(TYPES.RST_STREAM, 0, 1, number(2)),
  frame(TYPES.RST_STREAM, 0, 0, number(2)),
  frame(TYPES.WINDOW_UPDATE, 0, 0, number(0)),
  frame(TYPES.WINDOW_UPDATE, 0, 1, number(0x7fffffff)),
  frame(TYPES.WINDOW_UPDATE, 0, 9, number(1)),
  frame(TYPES.CONTINUATION, END_HEADERS, 1, fields([['x', 'y']])),
  frame(TYPES.PUSH_PROMISE, END_HEADERS, 1, Buffer.concat([number(2), fields([['x', 'y']])])),
  frame(TYPES.PRIORITY, 0, 1, Buffer.alloc(5)),
  frame(TYPES.DATA, END_STREAM, 1),
  frame(TYPES.DATA, 8, 1, Buffer.from([200, 1])),
  frame(0xff, 0xff, 1, Buffer.from('unknown')),
  ...FIELDS.map((field) => request(7, '/', { more: [field] })),
  ...PSEUDO.map((name) =>
    headers(9, [
      [name, 'x'],
      [':method', 'GET'],
      [':path', '/'],
    ]),
  ),
];

const MUTATIONS = [
  (frames, random) => frames.toSpliced(random(frames.length + 1), 0, pick(FRAMES, random)),
  (frames, random) => frames.toSpliced(random(frames.length + 1), 0, pick(FRAMES, random)),
  (frames, random) => [...frames, ...pick(SEEDS, random)],
  (frames, random) => frames.toSpliced(random(frames.length), 1),
  (frames, random) => frames.toSpliced(random(frames.length + 1), 0, frames[random(frames.length)]),
];

function pick(list, random) {
  return list[random(list.length)];
}

/** One mutated conversation: a client's preface, then up to four mutations of one of the seeds. */
export function mutateFrames(random) {
  let frames = pick(SEEDS, random);
  for (let times = 1 + random(4); times > 0; times -= 1) {
    const changed = pick(MUTATIONS, random)(frames, random).filter((one) => one !== undefined);
    frames = changed.length > 0 ? changed : frames;
  }
  return Buffer.concat([PREFACE, SETTINGS, ...frames]);
}
