import { defineProblem, type HttpErrorOptions, type OccurrenceOptions } from '@faultless/core';
import { REGISTRY } from '../registered/iana.js';

/** Bytes. */
interface Offsets {
  /** Where the upload is: the next byte that it takes. */
  readonly 'expected-offset': number;
  /** What the request's Upload-Offset said. */
  readonly 'provided-offset': number;
}

const OffsetProblem = defineProblem<Offsets>({
  type: `${REGISTRY}mismatching-upload-offset`,
  title: 'Mismatching Upload Offset',
  status: 409,
  name: 'MismatchingUploadOffset',
});

/**
 * 409: the request would append at another place than where the upload is. It leaves with Upload-Offset, by
 * which the client goes on.
 *
 *     throw new MismatchingUploadOffset(
 *       'Go on where the upload is.',
 *       { 'expected-offset': 100, 'provided-offset': 200 },
 *     );
 *
 * @see draft-ietf-httpbis-resumable-upload-11 §4.4.2, §7.1
 */
export class MismatchingUploadOffset extends OffsetProblem {
  static override name = 'MismatchingUploadOffset';

  constructor(detail: HttpErrorOptions['detail'], offsets: Offsets, options?: OccurrenceOptions) {
    const headers = { ...options?.headers, 'Upload-Offset': offsets['expected-offset'] };
    super(detail, offsets, { ...options, headers });
  }
}

/**
 * 400: the upload is complete, and takes no more.
 *
 * @see draft-ietf-httpbis-resumable-upload-11 §7.2
 */
export const CompletedUpload = defineProblem({
  type: `${REGISTRY}completed-upload`,
  title: 'Upload Is Completed',
  status: 400,
  name: 'CompletedUpload',
});

/**
 * 400: Upload-Length, or what Upload-Complete and the length of the content make, is another than it was.
 *
 * @see draft-ietf-httpbis-resumable-upload-11 §7.3
 */
export const InconsistentUploadLength = defineProblem({
  type: `${REGISTRY}inconsistent-upload-length`,
  title: 'Inconsistent Upload Length Values',
  status: 400,
  name: 'InconsistentUploadLength',
});
