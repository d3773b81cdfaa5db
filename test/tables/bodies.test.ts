import { brotliDecompressSync, deflateSync, gunzipSync, gzipSync, inflateSync } from 'node:zlib';
import { errors as formidable } from 'formidable';
import createError from 'http-errors';
import multer from 'multer';
import { bodyParser } from '../../packages/core/src/mappers/bodies/body-parser.js';
import { busboy } from '../../packages/core/src/mappers/bodies/busboy.js';
import { FORMIDABLE_CODES } from '../../packages/core/src/mappers/bodies/formidable.js';
import { multer as multerMapper } from '../../packages/core/src/mappers/bodies/multer.js';
import { thrownBy } from '../mappers/raise.js';
import { askAnswer, serveRows } from './ask-answer.js';
import { type Facts, listFacts, OURS } from './facts.js';

serveRows();

const MALFORMED = '400 form_malformed, permanent';
const LEFT = '400 request_aborted, permanent';
const WRONG_TYPE = '415 media_type_unsupported, permanent';

/** formidable 3.5, src/FormidableError.js; where it says 500 of what a client does, we don't. */
const FORMIDABLE: Facts = {
  [LEFT]: ['1002 aborted'],
  [WRONG_TYPE]: ['1003 noParser', '1011 missingContentType'],
  '413 form_field_too_large': ['1006 maxFieldsSizeExceeded'],
  '413 form_fields_too_many': ['1007 maxFieldsExceeded'],
  '413 files_too_many': ['1015 maxFilesExceeded'],
  '413 file_too_large': ['1009 biggerThanTotalMaxFileSize', '1016 biggerThanMaxFileSize'],
  '400 file_too_small, permanent': ['1008 smallerThanMinFileSize', '1010 noEmptyFiles'],
  [MALFORMED]: [
    '1012 malformedMultipart',
    '1013 missingMultipartBoundary',
    '1014 unknownTransferEncoding',
  ],
  [OURS]: [
    '1000 missingPlugin',
    '1001 pluginFunction',
    '1004 uninitializedParser',
    // Its parsers make nothing but strings of them.
    '1005 filenameNotString',
    '1017 pluginFailed',
    '1018 cannotCreateDir',
    '1019 a number that nobody has defined',
  ],
};

describe('formidable', () => {
  it.each(listFacts(FORMIDABLE))('%s %s', async (number, name, answer) => {
    const known = (formidable as unknown as Record<string, unknown>)[name];
    expect(known ?? 1019).toBe(Number(number));
    expect(await askAnswer(new formidable.default('x', Number(number), 500))).toBe(answer);
  });

  it('leaves none of its numbers, and no row, without a fact', () => {
    const facts = listFacts(FORMIDABLE);
    const names = Object.keys(formidable).filter((name) => name !== 'default');
    const unheard = '1019';
    expect(
      facts
        .filter(([number]) => number !== unheard)
        .map(([, name]) => name)
        .sort(),
    ).toEqual(names.sort());
    const told = facts.filter(([, , answer]) => answer !== OURS).map(([number]) => number);
    expect(Object.keys(FORMIDABLE_CODES)).toEqual(told.sort());
  });
});

/** multer 2.5, lib/multer-error.js. */
const MULTER: Facts = {
  '413 file_too_large': ['LIMIT_FILE_SIZE'],
  '413 files_too_many': ['LIMIT_FILE_COUNT'],
  '413 form_parts_too_many': ['LIMIT_PART_COUNT'],
  '413 form_fields_too_many': ['LIMIT_FIELD_COUNT'],
  '413 form_field_too_large': ['LIMIT_FIELD_VALUE'],
  '400 form_field_name_invalid, permanent': [
    'LIMIT_FIELD_KEY',
    'LIMIT_FIELD_NESTING',
    'LIMIT_FIELD_ARRAY_INDEX',
    'INVALID_FIELD_NAME',
    'MISSING_FIELD_NAME',
  ],
  '400 file_unexpected, permanent': ['LIMIT_UNEXPECTED_FILE'],
  [LEFT]: ['STREAM_DESTROYED'],
  [OURS]: ['LIMIT_NOTHING'],
};

describe('multer', () => {
  it.each(listFacts(MULTER))('%s%s', async (code, _none, answer) => {
    const error = new multer.MulterError(code as multer.ErrorCode);
    if (answer !== OURS) expect(error.message).toMatch(/./);
    expect(await askAnswer(error)).toBe(answer);
  });

  it('leaves no row without a fact', () => {
    const told = listFacts(MULTER).filter(([, , answer]) => answer !== OURS);
    expect([...(multerMapper.match.code ?? [])].sort()).toEqual(told.map(([code]) => code).sort());
  });
});

/** busboy 1.6 (lib/index.js, lib/types), @fastify/busboy 3.2, and what multer 2.5 says of the request beneath it. */
const BUSBOY: readonly (readonly [message: string, answer: string])[] = [
  ['Unexpected end of form', MALFORMED],
  ['Unexpected end of file', MALFORMED],
  ['Unexpected end of multipart data', MALFORMED],
  ['Malformed part header', MALFORMED],
  ['Malformed urlencoded form', MALFORMED],
  ['Malformed content type', MALFORMED],
  ['Multipart: Boundary not found', MALFORMED],
  ['Unsupported content type: text/plain', WRONG_TYPE],
  ['Missing Content-Type', WRONG_TYPE],
  ['Unsupported Content-Type.', WRONG_TYPE],
  ['Request aborted', LEFT],
  ['Request closed', LEFT],
  ['Request error', OURS],
  ['Unknown file strategy: NONE', OURS],
  ['Multipart: something else', OURS],
  ['Unsupported content type', OURS],
];

describe('busboy', () => {
  it.each(BUSBOY)('“%s”', async (message, answer) => {
    expect(await askAnswer(new Error(message))).toBe(answer);
  });

  it('leaves no row without a fact', () => {
    const told = BUSBOY.filter(([, answer]) => answer !== OURS).map(([message]) => message);
    const rows = (busboy.match.message ?? []).filter(
      (row) => !told.some((message) => message.startsWith(row as string)),
    );
    expect(rows).toEqual([]);
    expect(busboy.match.message).toHaveLength(told.length);
  });
});

/** The README of body-parser (2.4), "Errors", and that of raw-body (3.0). */
const BODY_PARSER: Facts = {
  '400 body_malformed, permanent': ['entity.parse.failed 400'],
  '413 body_too_large': ['entity.too.large 413'],
  '413 parameters_too_many': ['parameters.too.many 413'],
  '400 body_nested_too_deep, permanent': ['querystring.parse.rangeError 400'],
  '415 content_encoding_unsupported, permanent': ['encoding.unsupported 415'],
  '415 charset_unsupported, permanent': ['charset.unsupported 415'],
  '400 content_length_mismatch, permanent': ['request.size.invalid 400'],
  '400 request_aborted, permanent': ['request.aborted 400'],
  '403 body_verification_failed': ['entity.verify.failed 403'],
  [OURS]: ['stream.encoding.set 500', 'stream.not.readable 500'],
};

describe('body-parser', () => {
  it.each(listFacts(BODY_PARSER))('type %s, %s', async (type, status, answer) => {
    expect(await askAnswer(createError(Number(status), 'x', { type }))).toBe(answer);
  });

  it('believes the status of a verify function’s own error', async () => {
    expect(await askAnswer(createError(401, 'x', { type: 'entity.verify.failed' }))).toBe('401');
  });

  it('leaves no row without a fact', () => {
    const told = listFacts(BODY_PARSER).filter(([, , answer]) => answer !== OURS);
    expect([...(bodyParser.match.type ?? [])].sort()).toEqual(told.map(([type]) => type).sort());
  });
});

const DAMAGED = '400 content_encoding_malformed, permanent';

/** Damaged content, and what Node's zlib says of it. */
const CONTENTS: readonly (readonly [code: string, decompress: () => unknown])[] = [
  ['Z_DATA_ERROR', () => gunzipSync('no gzip')],
  ['Z_BUF_ERROR', () => gunzipSync(gzipSync('kanari'.repeat(99)).subarray(0, 20))],
  ['Z_NEED_DICT', () => inflateSync(deflateSync('kanari', { dictionary: Buffer.from('kanari') }))],
  ['ERR__ERROR_FORMAT_RESERVED', () => brotliDecompressSync(Buffer.alloc(9, 0x5c))],
  ['ERR__ERROR_FORMAT_CL_SPACE', () => brotliDecompressSync(fromHex('20d0c0f0601000cb9f'))],
  [
    'ERR__ERROR_FORMAT_EXUBERANT_NIBBLE',
    () => brotliDecompressSync(fromHex('c4a4047f43521a424a4d2f69b71bafb302')),
  ],
  [
    'ERR__ERROR_FORMAT_PADDING_2',
    () => brotliDecompressSync(fromHex('e6b92bb6ae469955617d04e444bf83f7f6')),
  ],
];

function fromHex(text: string): Buffer {
  return Buffer.from(text, 'hex');
}

describe('zlib', () => {
  it.each(CONTENTS)('%s', async (code, decompress) => {
    const error = await thrownBy(decompress);
    expect(error).toMatchObject({ code });
    expect(await askAnswer(error, { 'Content-Encoding': 'gzip' })).toBe(DAMAGED);
    // Data of the server's own can be damaged too.
    expect(await askAnswer(error)).toBe(OURS);
    expect(await askAnswer(error, { 'Content-Encoding': 'identity' })).toBe(OURS);
    // Inside a wrapper, nothing says that it was the request's.
    const wrapper = new Error('x', { cause: error });
    expect(await askAnswer(wrapper, { 'Content-Encoding': 'gzip' })).toBe(OURS);
    // As body-parser throws it.
    expect(await askAnswer(createError(400, error as Error))).toBe(DAMAGED);
  });

  // What Node 22 says of Zstandard.
  it('ZSTD_error_prefix_unknown', async () => {
    const error = Object.assign(new Error('x'), { code: 'ZSTD_error_prefix_unknown', errno: -10 });
    expect(await askAnswer(error, { 'Content-Encoding': 'zstd' })).toBe(DAMAGED);
  });

  it.each(['Z_MEM_ERROR', 'Z_STREAM_ERROR', 'Z_VERSION_ERROR', 'ERR__ERROR_ALLOC_CONTEXT_MODES'])(
    '%s is the server’s own',
    async (code) => {
      const error = Object.assign(new Error('x'), { code, errno: -2 });
      expect(await askAnswer(error, { 'Content-Encoding': 'gzip' })).toBe(OURS);
    },
  );
});
