import { ask, type BrokenRequest, GOOD } from './broken-request.js';

const POST = 'POST /echo HTTP/1.1';
const SMUGGLED = 'GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n';

/** A request whose framing is refused before the application gets it. */
const framing = (
  name: string,
  fields: readonly string[],
  content: string,
  code?: string,
): BrokenRequest => ({
  name,
  bytes: ask(POST, ['Host: a', ...fields], content),
  answers: [400],
  ...(code !== undefined && { code }),
});

const coding = (
  name: string,
  value: string,
  status = 400,
  code = 'invalid_transfer_encoding',
): BrokenRequest => ({
  name,
  bytes: ask(POST, ['Host: a', `Transfer-Encoding: ${value}`], '0\r\n\r\n'),
  answers: [status],
  code,
});

/** Content in chunks that breaks after the application has the request. */
const chunks = (
  name: string,
  content: string,
  answers = [400],
  code = 'invalid_chunk',
): BrokenRequest => ({
  name,
  bytes: ask(POST, ['Host: a', 'Transfer-Encoding: chunked'], content),
  answers,
  code,
});

const BOTH = ['Content-Length: 4', 'Transfer-Encoding: chunked'];

/** RFC 9112 §6, §7.1, §11.2 */
export const FRAMING: readonly BrokenRequest[] = [
  framing('CL.TE', BOTH, `0\r\n\r\n${SMUGGLED}`, 'ambiguous_length'),
  framing('TE.CL', [...BOTH].reverse(), `5c\r\n${SMUGGLED}\r\n0\r\n\r\n`, 'ambiguous_length'),
  framing('CL.0 by a space', ['Content-Length : 4'], 'abcd', 'invalid_header'),
  framing('TE by a space', ['Transfer-Encoding : chunked'], '0\r\n\r\n', 'invalid_header'),
  framing(
    'TE by a tab',
    ['Transfer-Encoding\t: chunked', 'Content-Length: 5'],
    '0\r\n\r\n',
    'invalid_header',
  ),
  framing(
    'TE by a fold',
    ['Transfer-Encoding:\r\n chunked', 'Content-Length: 5'],
    '0\r\n\r\n',
    'invalid_header',
  ),
  framing(
    'TE by a bare LF',
    ['X: y\nTransfer-Encoding: chunked', 'Content-Length: 5'],
    '0\r\n\r\n',
    'invalid_header',
  ),
  framing('TE by a bare CR', ['X: y\rTransfer-Encoding: chunked'], '0\r\n\r\n', 'invalid_header'),
  framing('TE by NUL', ['Transfer-Encoding: chunked\0'], '0\r\n\r\n', 'invalid_header'),
  framing(
    'TE by a vertical tab',
    ['Transfer-Encoding: \x0bchunked'],
    '0\r\n\r\n',
    'invalid_header',
  ),
  framing('two lengths', ['Content-Length: 3', 'Content-Length: 4'], 'abcd', 'ambiguous_length'),
  framing(
    'two equal lengths',
    ['Content-Length: 4', 'Content-Length: 4'],
    'abcd',
    'ambiguous_length',
  ),
  framing('a list of lengths', ['Content-Length: 4, 4'], 'abcd', 'invalid_content_length'),
  framing('a length with a sign', ['Content-Length: +4'], 'abcd', 'invalid_content_length'),
  framing('a negative length', ['Content-Length: -4'], 'abcd', 'invalid_content_length'),
  framing('a length with a fraction', ['Content-Length: 4.0'], 'abcd', 'invalid_content_length'),
  framing('a length in hex', ['Content-Length: 0x4'], 'abcd', 'invalid_content_length'),
  framing('a length with an exponent', ['Content-Length: 4e0'], 'abcd', 'invalid_content_length'),
  framing(
    'a length with a space inside',
    ['Content-Length: 1 0'],
    'abcd',
    'invalid_content_length',
  ),
  framing('a length in words', ['Content-Length: four'], 'abcd', 'invalid_content_length'),
  framing('a length with an underscore', ['Content-Length: 1_0'], 'abcd', 'invalid_content_length'),
  framing(
    'a length that overflows',
    [`Content-Length: ${'9'.repeat(30)}`],
    'abcd',
    'invalid_content_length',
  ),
  framing(
    'a length beyond 2^64',
    ['Content-Length: 18446744073709551616'],
    'abcd',
    'invalid_content_length',
  ),
  framing('no length but its name', ['Content-Length:'], 'abcd', 'invalid_content_length'),
  coding('chunked twice', 'chunked, chunked'),
  coding('chunked and then another', 'chunked, gzip'),
  coding('identity', 'identity'),
  coding('an unknown coding', 'xchunked'),
  coding('chunked in quotes', '"chunked"'),
  coding('chunked with a parameter', 'chunked;q=1'),
  coding('an empty coding', ''),
  coding('chunked, and no more', 'chunk'),
  coding('chunked with a letter before', 'x chunked', 501, 'unsupported_transfer_coding'),
  coding('gzip and then chunked', 'gzip, chunked', 501, 'unsupported_transfer_coding'),
  coding('deflate and then chunked', 'deflate, chunked', 501, 'unsupported_transfer_coding'),
  coding('an empty member before chunked', ', chunked', 501, 'unsupported_transfer_coding'),
  {
    name: 'codings in two lines',
    bytes: ask(
      POST,
      ['Host: a', 'Transfer-Encoding: gzip', 'Transfer-Encoding: chunked'],
      '0\r\n\r\n',
    ),
    answers: [501],
    code: 'unsupported_transfer_coding',
  },
  {
    name: 'chunked in HTTP/1.0',
    bytes: ask('POST /echo HTTP/1.0', ['Transfer-Encoding: chunked'], '0\r\n\r\n'),
    answers: [400],
    code: 'invalid_transfer_encoding',
  },
  chunks('a size that is no hex', 'xyz\r\nabc\r\n0\r\n\r\n'),
  chunks('an empty size', '\r\nabc\r\n0\r\n\r\n'),
  chunks('a negative size', '-1\r\nabc\r\n0\r\n\r\n'),
  chunks('a size with a sign', '+3\r\nabc\r\n0\r\n\r\n'),
  chunks('a size with 0x', '0x3\r\nabc\r\n0\r\n\r\n'),
  chunks('a size with a space before', ' 3\r\nabc\r\n0\r\n\r\n'),
  chunks('a size with a space after', '3 \r\nabc\r\n0\r\n\r\n'),
  chunks('a size with a tab after', '3\t\r\nabc\r\n0\r\n\r\n'),
  chunks('a size that overflows', 'fffffffffffffffff\r\nabc\r\n0\r\n\r\n'),
  chunks('a size with NUL', '3\0\r\nabc\r\n0\r\n\r\n'),
  chunks('a size with a bare LF', '3\nabc\n0\n\n'),
  chunks('a size with a bare CR', '3\rabc\r\n0\r\n\r\n'),
  chunks('a chunk that is longer than it says', '3\r\nabcd\r\n0\r\n\r\n'),
  chunks('a chunk that is shorter than it says', '5\r\nabc\r\n0\r\n\r\n'),
  chunks('a chunk without CRLF', '3\r\nabc0\r\n\r\n'),
  chunks('a chunk that ends with a bare LF', '3\r\nabc\n0\r\n\r\n'),
  chunks('an extension with a bare LF', '3;a\nabc\r\n0\r\n\r\n'),
  chunks('an extension with a bare CR', '3;a\rb\r\nabc\r\n0\r\n\r\n'),
  chunks('an extension with NUL', '3;a\0b\r\nabc\r\n0\r\n\r\n'),
  chunks('an extension with an open quote', '3;a="b\r\nabc\r\n0\r\n\r\n'),
  chunks(
    'extensions of 20 KB',
    `3;${'a'.repeat(20_000)}\r\nabc\r\n0\r\n\r\n`,
    [413],
    'chunk_extensions_too_large',
  ),
  chunks('a trailer without a colon', '3\r\nabc\r\n0\r\nno colon\r\n\r\n', [400], 'invalid_header'),
  chunks('a trailer with a fold', '3\r\nabc\r\n0\r\nA: b\r\n c\r\n\r\n', [400], 'invalid_header'),
  chunks(
    'a trailer of 80 KB',
    `3\r\nabc\r\n0\r\nA: ${'a'.repeat(80_000)}\r\n\r\n`,
    [431],
    'header_too_large',
  ),
  {
    name: 'a good request before a smuggling pair',
    bytes: `${GOOD}${ask(POST, ['Host: a', ...BOTH], `0\r\n\r\n${SMUGGLED}`)}`,
    answers: [200, 400],
  },
];
