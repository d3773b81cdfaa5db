import { readText } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';

type FileAnswer = 'file_type_unsupported' | 'image_too_large' | 'file_damaged';

/** What libraries say of what they were given to read, of which many have nothing but a message. */
const SAID: readonly (readonly [answer: FileAnswer, words: RegExp])[] = [
  [
    'file_type_unsupported',
    /^(?:Input (?:buffer|file) contains unsupported image format$|ADM-ZIP: Invalid or unsupported zip|Can't find end of central directory : is this a zip|[Ee]nd of central directory record signature not found|Failed to parse PDF document .*No PDF header found$|Invalid file signature$|Could not find MIME for Buffer|unsupported file type: |SOI not found$|Unknown file format$|unrecognized file format$|invalid signature: 0x|Failed to determine audio format$|Guessed MIME-type not supported: )/,
  ],
  ['image_too_large', /^(?:Input image exceeds pixel limit$|maxResolutionInMP limit exceeded by )/],
  [
    'file_damaged',
    /^(?:Input (?:buffer|file) has corrupt header|Input Buffer is empty$|VipsJpeg: premature end|vipspng: libpng read error|Corrupted zip\b|ADM-ZIP: Invalid CEN|unrecognised content at end of stream$|FILE_ENDED$|Failed to parse PDF document |Invalid PDF structure|invalid (?:central directory|gzip data$|local file header|zip data$|zlib data$)|Row length does not match headers$|Parse Error: (?:expected|missing closing): |Unexpected Error: column header mismatch )/,
  ],
];

/** csv-parse's codes of what was to be read; its others are of options. */
const CSV_CODE =
  /^CSV_(?:RECORD_\w+|QUOTE_NOT_CLOSED|INVALID_(?:CLOSING|OPENING)_QUOTE|INVALID_RECORD_LENGTH\w*|MAX_RECORD_SIZE|NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE)$/;

/** tar's codes of what was to be read. */
const TAR_CODE = /^TAR_(?:ABORT|BAD_ARCHIVE|ENTRY_INVALID)$/;

/** All that is looked at of a message. */
const MAX_WORDS = 256;

/** A file, image or archive that a library could not read, or that is more than it was told to take. */
export const fileContent = defineMapper({
  name: 'file-content',
  libraries:
    'sharp, image-size, jimp, pngjs, jpeg-js, exifr, probe-image-size, music-metadata; adm-zip, jszip (also in ExcelJS and mammoth), yauzl, unzipper, extract-zip, decompress, fflate, tar; pdf-lib, pdf.js; csv-parse, csv-parser, fast-csv',
  note: 'What can not be read is taken to have been sent by the client. Of a file of your own, catch it, or leave this mapper out. file-type throws nothing: what it does not know is `undefined`.',
  match: {
    code: [CSV_CODE],
    has: ['tarCode'],
    message: [
      /^(?:Input |ADM-ZIP: |Can't find end of central|[Ee]nd of central directory|Failed to parse PDF|Invalid (?:file signature|PDF structure)|Could not find MIME|unsupported file type: |SOI not found|maxResolutionInMP|VipsJpeg: |vipspng: |Corrupted zip|FILE_ENDED|Failed to determine audio|Guessed MIME-type|Parse Error: $|Row length does not|Unexpected Error: $|Unknown file format$|invalid (?:central|gzip|local|signature: $|z)|unrecogni[sz]ed )/,
    ],
  },
  answers: {
    file_type_unsupported: {
      status: 415,
      when: 'a file is of a type that the library can not read',
    },
    image_too_large: { status: 413, when: 'an image has more pixels than the limit' },
    file_damaged: { status: 422, when: 'a file is damaged or breaks off' },
  },
  map({ thrown, code }, { answer }) {
    if (TAR_CODE.test(readText(thrown, 'tarCode'))) return answer('file_damaged');
    if (typeof code === 'string' && code !== 'ECONTENT') {
      return CSV_CODE.test(code) ? answer('file_damaged') : undefined;
    }
    const words = readText(thrown, 'message').slice(0, MAX_WORDS);
    const said = SAID.find(([, pattern]) => pattern.test(words));
    return said && answer(said[0]);
  },
});
