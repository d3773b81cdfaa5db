import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { guardServer } from '@faultless/node';
import {
  CLIENT_ERRORS,
  IGNORED,
  REFINEMENTS,
} from '../../packages/node/src/guarding/client-error-codes.js';
import { type Facts, listFacts } from './facts.js';

const MALFORMED = '400 malformed_request, permanent';
const BAD_HEADER = '400 invalid_header, permanent';
const BAD_VERSION = '400 invalid_version, permanent';
const OTHER_VERSION = '505 unsupported_version, permanent';
const BAD_CHUNK = '400 invalid_chunk, permanent';
const TWO_LENGTHS = '400 ambiguous_length, permanent';

let server: Server;

beforeAll(async () => {
  server = guardServer(createServer(), { report: () => undefined });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(() => server.close());

/** What comes over a connection on which Node's parser fails like this; nothing if the guard says none. */
async function answerTo(error: object): Promise<string> {
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const [socket] = (await once(server, 'connection')) as [Socket];
  server.emit('clientError', Object.assign(new Error('Parse Error'), error), socket);
  const came = await text(client);
  if (came === '') return 'closed';
  const [head = '', body = '{}'] = came.split('\r\n\r\n');
  const { code, temporary } = JSON.parse(body) as Record<string, unknown>;
  const length = temporary === undefined ? '' : temporary === true ? ', temporary' : ', permanent';
  return `${head.slice('HTTP/1.1 '.length, 'HTTP/1.1 400'.length)} ${String(code)}${length}`;
}

/** The errors of llhttp (include/llhttp.h), and Node's own; each is a fault of the RFC that is named. */
const PARSER: Facts = {
  '400 invalid_method, permanent': ['HPE_INVALID_METHOD RFC 9112 §3.1'],
  '400 invalid_target, permanent': [
    'HPE_INVALID_URL RFC 9112 §3.2',
    'HPE_UNEXPECTED_SPACE RFC 9112 §3',
  ],
  [BAD_VERSION]: ['HPE_INVALID_VERSION RFC 9112 §2.3', 'HPE_INVALID_CONSTANT RFC 9112 §2.3'],
  // The preface of HTTP/2 on a server of HTTP/1.
  [OTHER_VERSION]: ['HPE_PAUSED_H2_UPGRADE RFC 9110 §15.6.6'],
  [BAD_HEADER]: [
    'HPE_INVALID_HEADER_TOKEN RFC 9112 §5',
    'HPE_CR_EXPECTED RFC 9112 §2.2',
    'HPE_LF_EXPECTED RFC 9112 §2.2',
    'HPE_STRICT RFC 9112 §2.2',
  ],
  '431 header_too_large, permanent': ['HPE_HEADER_OVERFLOW RFC 6585 §5'],
  '400 invalid_content_length, permanent': ['HPE_INVALID_CONTENT_LENGTH RFC 9112 §6.3'],
  [TWO_LENGTHS]: ['HPE_UNEXPECTED_CONTENT_LENGTH RFC 9112 §6.1'],
  '400 invalid_transfer_encoding, permanent': ['HPE_INVALID_TRANSFER_ENCODING RFC 9112 §6.3'],
  [BAD_CHUNK]: ['HPE_INVALID_CHUNK_SIZE RFC 9112 §7.1'],
  '413 chunk_extensions_too_large': ['HPE_CHUNK_EXTENSIONS_OVERFLOW RFC 9112 §7.1.1'],
  '400 incomplete_request, permanent': ['HPE_INVALID_EOF_STATE RFC 9112 §8'],
  '408 request_timeout, temporary': ['ERR_HTTP_REQUEST_TIMEOUT RFC 9110 §15.5.9'],
  [MALFORMED]: [
    'HPE_INTERNAL nothing better is known',
    'HPE_INVALID_STATUS of a response',
    'HPE_USER a callback of Node’s',
    'HPE_CB_HEADERS_COMPLETE a callback of Node’s',
    'HPE_OF_A_LATER_NODE RFC 9110 §15.5.1',
  ],
  closed: [
    // RFC 9112 §9.6: whatever comes after the last request is not answered.
    'HPE_CLOSED_CONNECTION RFC 9112 §9.6',
    // The connection's own errors, to which there is nobody to answer.
    'ECONNRESET of the connection',
    'EPIPE of the connection',
    'ERR_SSL_WRONG_VERSION_NUMBER of the connection',
  ],
};

it.each(listFacts(PARSER))('%s, %s', async (code, _section, answer) => {
  expect(await answerTo({ code })).toBe(answer);
});

/** Codes that stand for several faults, of which the bytes or the parser's words show one. */
const SHOWN: readonly (readonly [
  what: string,
  code: string,
  shown: { packet?: string; reason?: string },
  answer: string,
])[] = [
  [
    'TLS on a plain port',
    'HPE_INVALID_METHOD',
    { packet: '\x16\x03\x01' },
    '400 tls_on_plain_port, permanent',
  ],
  [
    'the PROXY protocol, version 1',
    'HPE_INVALID_METHOD',
    { packet: 'PROXY TCP4 192.0.2.1 192.0.2.9 5000 80\r\n' },
    '400 proxy_protocol, permanent',
  ],
  [
    'the PROXY protocol, version 2',
    'HPE_INVALID_METHOD',
    { packet: '\r\n\r\n\0\r\nQUIT\n\x21' },
    '400 proxy_protocol, permanent',
  ],
  [
    'a method that Node does not know (RFC 9110 §9.1)',
    'HPE_INVALID_METHOD',
    { packet: 'BREW /pot HTTP/1.1\r\n' },
    '501 unknown_method, permanent',
  ],
  [
    'a version that is another (RFC 9110 §15.6.6)',
    'HPE_INVALID_VERSION',
    { packet: 'GET / HTTP/3.0\r\n' },
    OTHER_VERSION,
  ],
  [
    'a version that is another, to an older parser',
    'HPE_INVALID_CONSTANT',
    { packet: 'GET / HTTP/3.0\r\n' },
    OTHER_VERSION,
  ],
  [
    'a length beside a coding (RFC 9112 §6.1)',
    'HPE_INVALID_CONTENT_LENGTH',
    { reason: "Content-Length can't be present with Transfer-Encoding" },
    TWO_LENGTHS,
  ],
  [
    'a coding beside a length (RFC 9112 §6.1)',
    'HPE_INVALID_TRANSFER_ENCODING',
    { reason: "Transfer-Encoding can't be present with Content-Length" },
    TWO_LENGTHS,
  ],
  ['a chunk', 'HPE_STRICT', { reason: 'Expected LF after chunk data' }, BAD_CHUNK],
  ['a version', 'HPE_STRICT', { reason: 'Expected CRLF after version' }, BAD_VERSION],
  ['a chunk', 'HPE_CR_EXPECTED', { reason: 'Missing CR after chunk data' }, BAD_CHUNK],
  ['a chunk', 'HPE_LF_EXPECTED', { reason: 'Missing LF after chunk data' }, BAD_CHUNK],
  [
    'a request line that is too long (RFC 9110 §15.5.15)',
    'HPE_HEADER_OVERFLOW',
    { packet: 'GET /aaaaaaaaaaaaaaaa' },
    '414 uri_too_long, permanent',
  ],
];

it.each(SHOWN)('%s, by %s', async (_what, code, { packet, reason }, answer) => {
  const rawPacket = packet === undefined ? undefined : Buffer.from(packet, 'latin1');
  expect(await answerTo({ code, reason, rawPacket, bytesParsed: 0 })).toBe(answer);
});

it('leaves no row without a fact', () => {
  const told = new Set(listFacts(PARSER).map(([code]) => code));
  const rows = [...Object.keys(CLIENT_ERRORS), ...IGNORED];
  expect(rows.filter((code) => !told.has(code))).toEqual([]);
  const refined = REFINEMENTS.map(([error, , { status, code }]) => `${error} ${status} ${code}`);
  const shown = SHOWN.map(([, error, , answer]) => `${error} ${answer.replace(/,.*/, '')}`);
  expect([...new Set(refined)].sort()).toEqual([...new Set(shown)].sort());
});
