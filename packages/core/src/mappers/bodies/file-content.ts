import { readText } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';

type FileAnswer = 'file_type_unsupported' | 'image_too_large' | 'file_damaged';

/** What libraries say of what they were given to read, of which many have nothing but a message. */
const SAID: readonly (readonly [answer: FileAnswer, words: RegExp])[] = [
  [
    'file_type_unsupported',
    /^(?:Input (?:buffer|file) contains unsupported image format$|ADM-ZIP: Invalid or unsupported zip|Can't find end of central directory : is this a zip|End of central directory record signature not found|Failed to parse PDF document .*No PDF header found$|Invalid file signature$|Could not find MIME for Buffer|unsupported file type: |SOI not found$)/,
  ],
  ['image_too_large', /^(?:Input image exceeds pixel limit$|maxResolutionInMP limit exceeded by )/],
  [
    'file_damaged',
    /^(?:Input (?:buffer|file) has corrupt header|Input Buffer is empty$|VipsJpeg: premature end|vipspng: libpng read error|Corrupted zip\b|ADM-ZIP: Invalid CEN|unrecognised content at end of stream$|FILE_ENDED$|Failed to parse PDF document |Invalid PDF structure)/,
  ],
];

/** csv-parse's codes of what was to be read; its others are of options. */
const CSV_CODE =
  /^CSV_(?:RECORD_\w+|QUOTE_NOT_CLOSED|INVALID_(?:CLOSING|OPENING)_QUOTE|INVALID_RECORD_LENGTH\w*|MAX_RECORD_SIZE|NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE)$/;

/** All that is looked at of a message. */
const MAX_WORDS = 256;

/** A file, image or archive that a library could not read, or that is more than it was told to take. */
export const fileContent = defineMapper({
  name: 'file-content',
  libraries:
    'sharp, image-size, jimp, pngjs, jpeg-js; adm-zip, jszip (also in ExcelJS and mammoth), yauzl, unzipper; pdf-lib, pdf.js; csv-parse',
  note: 'What can not be read is taken to have been sent by the client. Of a file of your own, catch it, or leave this mapper out. file-type throws nothing: what it does not know is `undefined`.',
  match: {
    code: [CSV_CODE],
    message: [
      /^(?:Input |ADM-ZIP: |Can't find end of central|End of central directory|Failed to parse PDF|Invalid (?:file signature|PDF structure)|Could not find MIME|unsupported file type: |SOI not found|maxResolutionInMP|VipsJpeg: |vipspng: |Corrupted zip|unrecognised content|FILE_ENDED)/,
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
    if (typeof code === 'string') return CSV_CODE.test(code) ? answer('file_damaged') : undefined;
    const words = readText(thrown, 'message').slice(0, MAX_WORDS);
    const said = SAID.find(([, pattern]) => pattern.test(words));
    return said && answer(said[0]);
  },
});
