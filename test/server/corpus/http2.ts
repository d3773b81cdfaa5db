import {
  data,
  END_HEADERS,
  END_STREAM,
  fields,
  frame,
  headers,
  number,
  request,
  setting,
  TYPES,
} from '../load/http2-frames.mjs';

/** What becomes of a stream: the status of a problem, how it was reset, or that all went on. */
type Fate =
  | { readonly status: number }
  | { readonly reset: number }
  /** The session ends: a fault of the framing or of the compression. */
  | { readonly goaway: number }
  | 'served';

/** Frames that no client should send; stream 1 is the one in question. */
export interface BrokenStream {
  readonly name: string;
  readonly frames: readonly Buffer[];
  readonly fate: Fate;
}

/** What Node makes of some frames depends on its version. */
const NODE_MAJOR = Number.parseInt(process.versions.node, 10);

/** RFC 9113 §7 */
const PROTOCOL_ERROR = 1;
const INTERNAL_ERROR = 2;
const FLOW_CONTROL_ERROR = 3;
const STREAM_CLOSED = 5;
const FRAME_SIZE_ERROR = 6;
const COMPRESSION_ERROR = 9;

const GET = [
  [':method', 'GET'],
  [':scheme', 'http'],
  [':authority', 'a'],
  [':path', '/'],
] as const;
const without = (name: string): (readonly [string, string])[] =>
  GET.filter(([one]) => one !== name);

const malformed = (
  name: string,
  list: readonly (readonly [string, string])[],
  fate: Fate = { reset: PROTOCOL_ERROR },
): BrokenStream => ({ name, frames: [headers(1, list)], fate });

const post = (
  name: string,
  more: readonly (readonly [string, string])[],
  content: readonly Buffer[],
  fate: Fate = { reset: PROTOCOL_ERROR },
): BrokenStream => ({
  name,
  frames: [request(1, '/echo', { method: 'POST', more, end: false }), ...content],
  fate,
});

const faulty = (name: string, one: Buffer, goaway = PROTOCOL_ERROR): BrokenStream => ({
  name,
  frames: [one],
  fate: { goaway },
});

/** Node 20 ends a session for these with a code of its own; since 22 it is the one that fits. */
const byNode = (code: number): number => (NODE_MAJOR < 22 ? INTERNAL_ERROR : code);

const refused = (name: string, one: Buffer, code = PROTOCOL_ERROR): BrokenStream =>
  faulty(name, one, byNode(code));

/** nghttp2 leaves such a field out, and goes on. */
const dropped = (name: string, field: readonly [string, string]): BrokenStream =>
  malformed(name, [...GET, field], 'served');

/** RFC 9113 §8.2, §8.3 */
const MALFORMED: readonly BrokenStream[] = [
  malformed('no method', without(':method')),
  malformed('no scheme', without(':scheme')),
  malformed('no path', without(':path')),
  malformed('an empty path', [...without(':path'), [':path', '']]),
  malformed('a path without a slash', [...without(':path'), [':path', 'nowhere']]),
  malformed('two methods', [...GET, [':method', 'POST']]),
  malformed('two paths', [...GET, [':path', '/b']]),
  malformed('an unknown pseudo field', [...GET, [':unknown', 'x']]),
  malformed('the pseudo field of a response', [...GET, [':status', '200']]),
  malformed('a pseudo field behind others', [['accept', '*/*'], ...GET]),
  malformed('a protocol without CONNECT', [...GET, [':protocol', 'websocket']]),
  malformed('Connection', [...GET, ['connection', 'close']]),
  malformed('Keep-Alive', [...GET, ['keep-alive', 'timeout=5']]),
  malformed('Proxy-Connection', [...GET, ['proxy-connection', 'keep-alive']]),
  malformed('Transfer-Encoding', [...GET, ['transfer-encoding', 'chunked']]),
  malformed('Upgrade', [...GET, ['upgrade', 'h2c']]),
  malformed('TE other than trailers', [...GET, ['te', 'gzip']]),
  malformed('a name in upper case', [...GET, ['Accept', '*/*']]),
  dropped('a space in a name', ['a b', 'x']),
  dropped('a colon in a name', ['a:b', 'x']),
  malformed('a length that is none', [...GET, ['content-length', 'five']]),
  malformed('a negative length', [...GET, ['content-length', '-1']]),
  malformed('two lengths', [...GET, ['content-length', '0'], ['content-length', '1']]),
  malformed('a method with a space', [...without(':method'), [':method', 'G T']]),
  malformed('CONNECT with a path', [
    [':method', 'CONNECT'],
    [':authority', 'a:1'],
    [':path', '/'],
  ]),
  malformed(
    'CONNECT',
    [
      [':method', 'CONNECT'],
      [':authority', 'a:1'],
    ],
    { status: 501 },
  ),
  malformed('an expectation', [...GET, ['expect', 'tea']], { status: 417 }),
  dropped('CR and LF in a value', ['x', 'a\r\nb']),
  dropped('NUL in a value', ['x', 'a\0b']),
];

/** RFC 9113 §8.1.1 */
const CONTENT: readonly BrokenStream[] = [
  // Since 22, Node ends the session, with the streams that have done nothing; no guard comes before that.
  post(
    'more content than it says',
    [['content-length', '2']],
    [data(1, 'abc')],
    NODE_MAJOR < 22 ? { reset: PROTOCOL_ERROR } : { goaway: INTERNAL_ERROR },
  ),
  post('less content than it says', [['content-length', '4']], [data(1, 'abc')]),
  post('none of the content', [['content-length', '4']], [data(1, '')]),
  post(
    'a pseudo field in trailers',
    [],
    [data(1, 'abc', { end: false }), headers(1, [[':path', '/']])],
  ),
  post(
    'trailers that do not end the stream',
    [],
    [data(1, 'abc', { end: false }), headers(1, [['a', 'b']], { end: false })],
  ),
  post('a reset in the middle', [], [frame(TYPES.RST_STREAM, 0, 1, number(8))], 'served'),
  post('a window that overflows', [], [frame(TYPES.WINDOW_UPDATE, 0, 1, number(0x7fffffff))], {
    goaway: byNode(FLOW_CONTROL_ERROR),
  }),
  post('a window of nothing', [], [frame(TYPES.WINDOW_UPDATE, 0, 1, number(0))], {
    goaway: byNode(PROTOCOL_ERROR),
  }),
];

/** RFC 9113 §4, §5, §6 */
const FRAMING: readonly BrokenStream[] = [
  faulty('DATA on stream 0', frame(TYPES.DATA, 0, 0, Buffer.from('x'))),
  faulty('DATA on a stream that never was', data(5, 'x')),
  refused('HEADERS on stream 0', headers(0, GET)),
  refused('HEADERS on a stream of even number', headers(2, GET)),
  faulty('CONTINUATION of nothing', frame(TYPES.CONTINUATION, END_HEADERS, 1, fields(GET))),
  faulty('padding longer than the frame', frame(TYPES.DATA, 8, 0, Buffer.from([9]))),
  refused('a push by a client', frame(TYPES.PUSH_PROMISE, END_HEADERS, 1, number(2))),
  refused('a reset of stream 0', frame(TYPES.RST_STREAM, 0, 0, number(0))),
  refused('a reset of a stream that never was', frame(TYPES.RST_STREAM, 0, 9, number(0))),
  faulty(
    'a reset of three bytes',
    frame(TYPES.RST_STREAM, 0, 1, Buffer.alloc(3)),
    FRAME_SIZE_ERROR,
  ),
  faulty('a PING of seven bytes', frame(TYPES.PING, 0, 0, Buffer.alloc(7)), FRAME_SIZE_ERROR),
  faulty('SETTINGS of five bytes', frame(TYPES.SETTINGS, 0, 0, Buffer.alloc(5)), FRAME_SIZE_ERROR),
  refused('SETTINGS of a stream', frame(TYPES.SETTINGS, 0, 1, setting(1, 0))),
  refused(
    'a window beyond 2^31',
    frame(TYPES.SETTINGS, 0, 0, setting(4, 0x80000000)),
    FLOW_CONTROL_ERROR,
  ),
  refused('a frame size below the least', frame(TYPES.SETTINGS, 0, 0, setting(5, 1))),
  faulty(
    'a frame larger than allowed',
    frame(TYPES.DATA, 0, 1, Buffer.alloc(20_000)),
    FRAME_SIZE_ERROR,
  ),
  faulty(
    'a header that no table holds',
    frame(TYPES.HEADERS, END_HEADERS | END_STREAM, 1, Buffer.from([0xff, 0xff, 0xff, 0x0f])),
    COMPRESSION_ERROR,
  ),
  {
    name: 'DATA behind the end of a stream',
    frames: [request(1, '/'), data(1, 'x')],
    fate: { goaway: STREAM_CLOSED },
  },
  {
    name: 'a header that another frame interrupts',
    frames: [
      frame(TYPES.HEADERS, END_STREAM, 1, fields(GET)),
      frame(TYPES.PING, 0, 0, Buffer.alloc(8)),
    ],
    fate: { goaway: PROTOCOL_ERROR },
  },
  {
    name: 'a frame of unknown type',
    frames: [frame(0xfe, 0xff, 1, Buffer.from('x')), request(1, '/')],
    fate: 'served',
  },
];

export const BROKEN_STREAMS = [...MALFORMED, ...CONTENT, ...FRAMING];
