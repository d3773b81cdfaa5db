import { defineMapper } from '../define-mapper.js';
import { findEvidence } from '../evidence.js';
import { bears, type Marks, readPath } from '../marks.js';
import { restate } from './restate.js';
import { findNamedStatus } from './status-names.js';

/** How one library says what its errors are to be answered with. */
interface Row {
  readonly library: string;
  readonly marks: Marks;
  /** Where its status stands, as a number or a name; or the status itself. */
  readonly status: string | number;
  /** Where the text for the client stands. @default 'message' */
  readonly message?: string;
}

const ROWS: readonly Row[] = [
  { library: '@trpc/server', marks: { name: '=TRPCError' }, status: 'code' },
  {
    library: 'better-auth',
    marks: { name: '=APIError', body: 'object', headers: 'object' },
    status: 'statusCode',
    message: 'body.message',
  },
  {
    library: '@feathersjs/errors',
    marks: { type: '=FeathersError', className: 'string' },
    status: 'code',
  },
  {
    library: 'routing-controllers',
    // formidable's have a code beside it.
    marks: { httpCode: 'number', code: 'undefined' },
    status: 'httpCode',
  },
  {
    library: 'restify-errors',
    marks: { jse_shortmsg: 'string', body: 'object' },
    status: 'statusCode',
    message: 'body.message',
  },
  { library: 'oRPC', marks: { defined: 'boolean', code: 'string' }, status: 'status' },
  { library: '@tsed/exceptions', marks: { type: '=HTTP_EXCEPTION' }, status: 'status' },
  { library: '@directus/errors', marks: { name: '=DirectusError' }, status: 'status' },
  {
    library: 'moleculer',
    marks: { type: 'string', code: 'number', retryable: '=false' },
    status: 'code',
  },
  // What no node offers, and what takes no more, is no client's fault, though it says 404 and 429.
  ...['SERVICE_NOT_FOUND', 'SERVICE_NOT_AVAILABLE', 'REQUEST_REJECTED', 'QUEUE_FULL'].map(
    (type) => ({
      library: 'moleculer',
      marks: { type: `=${type}`, retryable: '=true' },
      status: 503,
    }),
  ),
  {
    library: 'moleculer',
    marks: { type: '=REQUEST_TIMEOUT', retryable: '=true' },
    status: 504,
  },
  { library: '@medusajs/utils', marks: { __isMedusaError: '=true' }, status: 'type' },
  // Their messages name a page of the documentation.
  ...Object.entries({ CredentialsSignin: 401, AccessDenied: 403, MissingCSRF: 403 }).map(
    ([type, status]) => ({
      library: '@auth/core',
      marks: { type: `=${type}`, kind: 'string' },
      status,
      message: '',
    }),
  ),
  {
    library: '@loopback/repository',
    marks: { code: '=ENTITY_NOT_FOUND', entityName: 'string' },
    status: 404,
    message: '',
  },
];

/**
 * Errors whose frameworks say their status elsewhere than in `status`, or by its name, and whose
 * message is meant for the client, as these frameworks tell it themselves. A message that only repeats
 * what the error wraps is not; and where the error says no more than that content was refused, or that
 * something failed, what it wraps knows better.
 *
 * @see https://trpc.io/docs/server/error-handling (11.25), https://www.better-auth.com/docs (1.7), https://feathersjs.com/api/errors (5.0), https://github.com/typestack/routing-controllers (0.11), https://github.com/restify/errors (8.1), https://orpc.dev/docs/error-handling (1.16), https://tsed.dev/docs/exceptions (8.38), https://moleculer.services/docs/0.14/errors
 */
export const statedElsewhere = defineMapper({
  name: 'stated-elsewhere',
  libraries: [...new Set(ROWS.map(({ library }) => library))].join(', '),
  note: 'Its own status; its message for 4xx, unless that is the message of what it wraps.',
  match: {
    name: ['TRPCError', 'APIError', 'DirectusError'],
    code: ['ENTITY_NOT_FOUND'],
    type: ['FeathersError', 'HTTP_EXCEPTION'],
    has: [...['httpCode', 'jse_shortmsg', 'defined', 'retryable'], ...['__isMedusaError', 'kind']],
  },
  answers: {},
  map({ thrown }, context) {
    const row = ROWS.find(({ marks }) => bears(thrown, marks));
    if (row === undefined || findEvidence(thrown) !== undefined) return undefined;
    const { status: where, message: words = 'message' } = row;
    const status = findNamedStatus(typeof where === 'number' ? where : readPath(thrown, where));
    if (status === undefined) return undefined;
    if (status === 400 || status === 422 || status >= 500) {
      const inner = context.inside();
      if (inner?.code === 'validation_failed' || (inner !== undefined && status >= 500)) {
        return inner;
      }
    }
    const message = readPath(thrown, words);
    const borrowed = message === readPath(thrown, 'cause.message');
    return restate({ status, message: borrowed ? undefined : message }, context);
  },
  explain({ thrown }) {
    const row = ROWS.find(({ marks }) => bears(thrown, marks));
    return row && `it has the marks of ${row.library}: ${Object.keys(row.marks).join(', ')}`;
  },
});
