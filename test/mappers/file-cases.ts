import AdmZip from 'adm-zip';
import { parse as parseCsv } from 'csv-parse/sync';
import csvParser from 'csv-parser';
import { gunzipSync, unzipSync } from 'fflate';
import { imageSize } from 'image-size';
import jpeg from 'jpeg-js';
import JSZip from 'jszip';
import { PDFDocument } from 'pdf-lib';
import { PNG } from 'pngjs';
import sharp from 'sharp';
import { Parser } from 'tar';
import yauzl from 'yauzl';
import { CANARY, type FamilyCase } from './family-case.js';

const text = Buffer.from(`${CANARY} is no image, no archive and no document at all, but a text.`);

const archive = (): Buffer => {
  const zip = new AdmZip();
  zip.addFile(`${CANARY}.txt`, Buffer.from('a'.repeat(40)));
  return zip.toBuffer();
};

const square = (format: 'jpeg' | 'png'): Promise<Buffer> =>
  sharp({ create: { width: 200, height: 200, channels: 3, background: 'red' } })
    .toFormat(format)
    .toBuffer();

const unread = (
  library: string,
  what: string,
  { raise, answer }: Pick<FamilyCase, 'raise' | 'answer'>,
): FamilyCase => ({ library, what, mapper: 'file-content', raise, answer });

/** Reads a stream to its end. */
const drain = (reader: NodeJS.ReadWriteStream, written: Buffer): Promise<unknown> =>
  new Promise((resolve, reject) => {
    reader.on('error', reject);
    reader.on('data', () => undefined);
    reader.on('end', resolve);
    reader.end(written);
  });

const untar = (written: Buffer): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const parser = new Parser({ strict: true });
    parser.on('error', reject);
    parser.on('end', () => {
      resolve(undefined);
    });
    parser.end(written);
  });

const saying = (message: string) => (): never => {
  throw new Error(message);
};

const UNSUPPORTED = '415 file_type_unsupported';
const DAMAGED = '422 file_damaged';
const TOO_LARGE = '413 image_too_large';

export const FILE_CASES: readonly FamilyCase[] = [
  unread('sharp', 'a text', { raise: () => sharp(text).metadata(), answer: UNSUPPORTED }),
  unread('sharp', 'nothing', {
    raise: async () => sharp(Buffer.alloc(0)).toBuffer(),
    answer: DAMAGED,
  }),
  unread('sharp', 'more pixels than the limit', {
    raise: async () => sharp(await square('png'), { limitInputPixels: 100 }).toBuffer(),
    answer: TOO_LARGE,
  }),
  unread('sharp', 'a head cut off', {
    raise: async () => sharp((await square('png')).subarray(0, 40)).toBuffer(),
    answer: DAMAGED,
  }),
  unread('sharp', 'a PNG that breaks off', {
    raise: async () => sharp((await square('png')).subarray(0, 200)).toBuffer(),
    answer: DAMAGED,
  }),
  unread('sharp', 'a JPEG that breaks off', {
    raise: async () => sharp((await square('jpeg')).subarray(0, 300)).toBuffer(),
    answer: DAMAGED,
  }),
  unread('image-size', 'a text', { raise: () => imageSize(text), answer: UNSUPPORTED }),
  unread('jpeg-js', 'a text', { raise: () => jpeg.decode(text), answer: UNSUPPORTED }),
  unread('jpeg-js', 'more pixels than the limit', {
    raise: async () => jpeg.decode(await square('jpeg'), { maxResolutionInMP: 0.01 }),
    answer: TOO_LARGE,
  }),
  unread('pngjs', 'a text', {
    raise: () =>
      new Promise((resolve, reject) => {
        new PNG().parse(text, (error, png) => {
          if (error as unknown) reject(error);
          else resolve(png);
        });
      }),
    answer: UNSUPPORTED,
  }),
  unread('adm-zip', 'a text', { raise: () => new AdmZip(text), answer: UNSUPPORTED }),
  unread('jszip', 'a text', { raise: () => JSZip.loadAsync(text), answer: UNSUPPORTED }),
  unread('jszip', 'an archive that breaks off', {
    raise: () => JSZip.loadAsync(archive().subarray(0, 60)),
    answer: DAMAGED,
  }),
  unread('yauzl', 'a text', {
    raise: () =>
      new Promise((resolve, reject) => {
        yauzl.fromBuffer(text, (error, file) => {
          if (error as unknown) reject(error);
          else resolve(file);
        });
      }),
    answer: UNSUPPORTED,
  }),
  unread('fflate', 'a text for an archive', { raise: () => unzipSync(text), answer: DAMAGED }),
  unread('fflate', 'a text for gzip', { raise: () => gunzipSync(text), answer: DAMAGED }),
  unread('tar', 'a text', { raise: () => untar(Buffer.alloc(1024, text)), answer: DAMAGED }),
  unread('tar', 'an archive that breaks off', {
    raise: () => untar(Buffer.from([31, 139, 8, 0, 0, 0, 0, 0, 0, 3, 75])),
    answer: DAMAGED,
  }),
  unread('csv-parser', 'a row of another length', {
    raise: () => drain(csvParser({ strict: true }), Buffer.from(`a,b\n1,2,${CANARY}\n`)),
    answer: DAMAGED,
  }),
  // As yauzl 2 (in extract-zip and decompress), unzipper, exifr, probe-image-size, music-metadata and fast-csv say it.
  ...[
    'end of central directory record signature not found',
    'invalid signature: 0x73696874',
    'Unknown file format',
    'unrecognized file format',
    'Failed to determine audio format',
    `Guessed MIME-type not supported: ${CANARY}`,
  ].map((said) => unread('others', said, { raise: saying(said), answer: UNSUPPORTED })),
  ...[
    'invalid local file header signature: 0x1',
    `Parse Error: missing closing: '"' in line: at '"${CANARY}'`,
    'Unexpected Error: column header mismatch expected: 2 columns got: 3',
  ].map((said) => unread('others', said, { raise: saying(said), answer: DAMAGED })),
  unread('pdf-lib', 'a text', { raise: () => PDFDocument.load(text), answer: UNSUPPORTED }),
  unread('csv-parse', 'a record of another length', {
    raise: () => parseCsv(`a,b\n1,2,${CANARY}`),
    answer: DAMAGED,
  }),
  unread('csv-parse', 'a quote that does not end', {
    raise: () => parseCsv(`a,b\n"${CANARY},2`),
    answer: DAMAGED,
  }),
];
