import { markUpstreamError } from '@faultless/core';
import { status as grpcStatus, Metadata } from '@grpc/grpc-js';
import { AxiosError } from 'axios';
import { errors as undici } from 'undici';
import {
  AWS_CONFLICTS,
  AWS_THROTTLING,
} from '../../packages/core/src/mappers/services/aws-names.js';
import {
  MISUSE,
  NODE_FETCH_TYPES,
  PROTOCOL_CODES,
  REFUSED_FOR_LOAD,
  TIMEOUTS,
} from '../../packages/core/src/mappers/services/http-client-codes.js';
import { askAnswer, serveRows } from './ask-answer.js';
import { type Facts, listFacts, OURS } from './facts.js';

serveRows();

const FAILED = '502 upstream_failed, temporary';
const TIMED_OUT = '504 upstream_timeout, temporary';
const OVERLOADED = '503 upstream_unavailable, temporary';
const ABORTED = '503 work_aborted, temporary';

const failure = (members: object): Error => Object.assign(new Error('x'), members);

/**
 * google/rpc/code.proto documents an HTTP status for each. Where ours is another, it is because the
 * client of this server is not that service's: it can't mend our credentials (401, 403) or quota (429),
 * 500 is our own fault and not theirs, and 499 would mean that the client has left.
 */
const GRPC: Facts = {
  '503 grpc_cancelled, temporary': ['CANCELLED 499'],
  '502 grpc_failed, temporary': ['UNKNOWN 500', 'INTERNAL 500', 'DATA_LOSS 500'],
  '400 grpc_invalid_argument, permanent': [
    'INVALID_ARGUMENT 400',
    'FAILED_PRECONDITION 400',
    'OUT_OF_RANGE 400',
  ],
  '504 grpc_deadline_exceeded, temporary': ['DEADLINE_EXCEEDED 504'],
  '404 grpc_not_found': ['NOT_FOUND 404'],
  '409 grpc_already_exists': ['ALREADY_EXISTS 409'],
  '502 grpc_refused, temporary': ['PERMISSION_DENIED 403', 'UNAUTHENTICATED 401'],
  '503 grpc_exhausted, temporary, after 5 s': ['RESOURCE_EXHAUSTED 429'],
  '409 grpc_aborted, temporary': ['ABORTED 409'],
  '501 grpc_unimplemented, permanent': ['UNIMPLEMENTED 501'],
  '503 grpc_unavailable, temporary, after 5 s': ['UNAVAILABLE 503'],
};

describe('gRPC', () => {
  const serviceError = (code: number): Error =>
    failure({ code, details: 'x', metadata: new Metadata() });

  it.each(listFacts(GRPC))('%s, documented as %s', async (name, _documented, answer) => {
    const code = grpcStatus[name as keyof typeof grpcStatus];
    expect(await askAnswer(serviceError(code))).toBe(answer);
  });

  it('leaves none of its codes without a fact', async () => {
    const told = new Set(listFacts(GRPC).map(([name]) => name));
    const names = Object.keys(grpcStatus).filter((name) => !/^\d/.test(name) && name !== 'OK');
    expect(names.filter((name) => !told.has(name))).toEqual([]);
    for (const code of [-1, 0, 17, 18, 99, 2.5]) {
      expect(await askAnswer(serviceError(code))).toBe('502 grpc_failed, temporary');
    }
  });
});

const CONFLICT = '409 aws_conflict';
const THROTTLED = '503 aws_throttled, temporary, after 1 s';

/** The services' references, and the SDK's list of throttling errors. */
const AWS: Facts = {
  [CONFLICT]: [
    'ConditionalCheckFailedException DynamoDB: the condition is not met',
    'ConditionalRequestConflict S3: a conditional write at the same time',
    'PreconditionFailed S3: If-Match or If-None-Match',
    'ReplicatedWriteConflictException DynamoDB: written in another region',
    'TransactionCanceledException DynamoDB: a condition of one item, as a rule',
    'TransactionConflictException DynamoDB: another transaction writes the item',
  ],
  [THROTTLED]: [
    'BandwidthLimitExceeded',
    'EC2ThrottledException',
    'LimitExceededException',
    'PriorRequestNotComplete',
    'ProvisionedThroughputExceededException',
    'RequestLimitExceeded',
    'RequestThrottled',
    'RequestThrottledException',
    'SlowDown',
    'ThrottledException',
    'Throttling',
    'ThrottlingException',
    'TooManyRequestsException',
    'TransactionInProgressException',
  ],
  [OURS]: [
    'AccessDeniedException',
    'ExpiredTokenException',
    'InvalidSignatureException',
    'NoSuchKey',
    'RequestTimeTooSkewed',
    'ResourceInUseException',
    'ResourceNotFoundException',
    'ValidationException',
  ],
};

describe('AWS', () => {
  const exception = (name: string, status: number, fault = 'client'): Error =>
    failure({ name, $fault: fault, $metadata: { httpStatusCode: status } });

  it.each(listFacts(AWS))('%s %s', async (name, _what, answer) => {
    expect(await askAnswer(exception(name, 400))).toBe(answer);
  });

  it('is throttled by 429 and 503, or where the service says so', async () => {
    expect(await askAnswer(exception('Unheard', 429))).toBe(THROTTLED);
    expect(await askAnswer(exception('Unheard', 503, 'server'))).toBe(THROTTLED);
    const told = Object.assign(exception('Unheard', 400), { $retryable: { throttling: true } });
    expect(await askAnswer(told)).toBe(THROTTLED);
    const retryable = Object.assign(exception('Unheard', 400), { $retryable: {} });
    expect(await askAnswer(retryable)).toBe(OURS);
  });

  it('fails where the fault is the service’s', async () => {
    expect(await askAnswer(exception('InternalServerError', 500, 'server'))).toBe(
      '502 aws_failed, temporary',
    );
  });

  it('leaves no row without a fact', () => {
    const of = (answer: string): readonly string[] =>
      (AWS[answer] ?? []).map((fact) => fact.replace(/ .*/, ''));
    expect([...AWS_CONFLICTS]).toEqual(of(CONFLICT));
    expect([...AWS_THROTTLING]).toEqual(of(THROTTLED));
  });
});

/** undici 7 (lib/core/errors.js), each by its own class. */
const UNDICI: Facts = {
  [TIMED_OUT]: [
    'ConnectTimeoutError UND_ERR_CONNECT_TIMEOUT',
    'HeadersTimeoutError UND_ERR_HEADERS_TIMEOUT',
    'BodyTimeoutError UND_ERR_BODY_TIMEOUT',
  ],
  [FAILED]: [
    'UndiciError UND_ERR',
    'HeadersOverflowError UND_ERR_HEADERS_OVERFLOW',
    'ClientDestroyedError UND_ERR_DESTROYED',
    'ClientClosedError UND_ERR_CLOSED',
    'InformationalError UND_ERR_INFO',
    'SocketError UND_ERR_SOCKET',
    'ResponseContentLengthMismatchError UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
    'ResponseExceededMaxSizeError UND_ERR_RES_EXCEEDED_MAX_SIZE',
    'RequestRetryError UND_ERR_REQ_RETRY',
    'SecureProxyConnectionError UND_ERR_PRX_TLS',
  ],
  [ABORTED]: ['AbortError UND_ERR_ABORT', 'RequestAbortedError UND_ERR_ABORTED'],
  // The request could not even be made.
  [OURS]: [
    'InvalidArgumentError UND_ERR_INVALID_ARG',
    'InvalidReturnValueError UND_ERR_INVALID_RETURN_VALUE',
    'NotSupportedError UND_ERR_NOT_SUPPORTED',
    'RequestContentLengthMismatchError UND_ERR_REQ_CONTENT_LENGTH_MISMATCH',
    'BalancedPoolMissingUpstreamError UND_ERR_BPL_MISSING_UPSTREAM',
  ],
};

describe('undici', () => {
  const classes = undici as unknown as Record<
    string,
    new (
      message: string,
      status: number,
      more: object,
    ) => Error
  >;

  it.each(listFacts(UNDICI))('%s %s', async (name, code, answer) => {
    const Class = classes[name];
    if (Class === undefined) throw new Error(`there is no ${name}`);
    const error = new Class('x', 500, {});
    // UndiciError is only what the others have in common.
    expect(error).toMatchObject({ code });
    if (code !== 'UND_ERR') expect(await askAnswer(error)).toBe(answer);
  });

  it.each([
    [429, OVERLOADED],
    [503, OVERLOADED],
    [404, FAILED],
    [500, FAILED],
  ])('a ResponseError of %d', async (status, answer) => {
    expect(await askAnswer(new undici.ResponseError('x', status, {}))).toBe(answer);
  });
});

/** axios 1 (AxiosError's own codes). */
const AXIOS: Facts = {
  [TIMED_OUT]: ['ETIMEDOUT'],
  [FAILED]: [
    'ECONNABORTED',
    'ECONNREFUSED',
    'ERR_NETWORK',
    'ERR_FR_TOO_MANY_REDIRECTS',
    'ERR_DEPRECATED',
    'ERR_BAD_RESPONSE',
    'ERR_BAD_REQUEST',
  ],
  [ABORTED]: ['ERR_CANCELED'],
  [OURS]: [
    'ERR_BAD_OPTION_VALUE',
    'ERR_BAD_OPTION',
    'ERR_FORM_DATA_DEPTH_EXCEEDED',
    'ERR_INVALID_URL',
    'ERR_NOT_SUPPORT',
  ],
};

describe('axios', () => {
  it.each(listFacts(AXIOS))('%s%s', async (code, _none, answer) => {
    expect(await askAnswer(new AxiosError('x', code))).toBe(answer);
  });

  it('leaves none of its codes without a fact', () => {
    const codes = Object.keys(AxiosError).filter((name) => name.startsWith('E'));
    const told = new Set(listFacts(AXIOS).map(([code]) => code));
    expect(codes.filter((code) => !told.has(code))).toEqual([]);
  });
});

/** What other clients say, of errors that Node has marked as theirs. */
const MARKED: Facts = {
  [TIMED_OUT]: ['ETIMEDOUT', 'ESOCKETTIMEDOUT', 'ETIMEOUT', 'ERR_REQUEST_ABORTED_TIMEOUT'],
  [FAILED]: [
    'ECONNRESET',
    'EPROTO',
    'HPE_INVALID_CONSTANT',
    'ERR_SSL_WRONG_VERSION_NUMBER',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    // Node's documentation, TLS, "X509 certificate error codes", all of it but OUT_OF_MEM.
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_CRL',
    'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
    'UNABLE_TO_DECRYPT_CRL_SIGNATURE',
    'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'CERT_SIGNATURE_FAILURE',
    'CERT_NOT_YET_VALID',
    'CERT_HAS_EXPIRED',
    'CERT_CHAIN_TOO_LONG',
    'CERT_REVOKED',
    'CERT_UNTRUSTED',
    'CERT_REJECTED',
    'CRL_SIGNATURE_FAILURE',
    'CRL_NOT_YET_VALID',
    'CRL_HAS_EXPIRED',
    'ERROR_IN_CERT_NOT_BEFORE_FIELD',
    'ERROR_IN_CERT_NOT_AFTER_FIELD',
    'ERROR_IN_CRL_LAST_UPDATE_FIELD',
    'ERROR_IN_CRL_NEXT_UPDATE_FIELD',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'HOSTNAME_MISMATCH',
    'INVALID_CA',
    'INVALID_PURPOSE',
    'PATH_LENGTH_EXCEEDED',
  ],
  [OURS]: ['ERR_INVALID_URL', 'ERR_UNSUPPORTED_PROTOCOL', 'OUT_OF_MEM', 'ENOENT'],
};

describe('an error that an HTTP client has signed', () => {
  it.each(listFacts(MARKED))('%s%s', async (code, _none, answer) => {
    const error = failure({ code });
    markUpstreamError(error);
    const known = code === 'ERR_REQUEST_ABORTED_TIMEOUT' ? { request: {} } : {};
    expect(await askAnswer(Object.assign(error, known))).toBe(answer);
  });
});

/** node-fetch 3 (src/index.js, src/body.js), and what only version 2 has. */
const NODE_FETCH: Facts = {
  [TIMED_OUT]: ['request-timeout', 'body-timeout'],
  [FAILED]: [
    'invalid-json',
    'invalid-redirect',
    'max-redirect',
    'max-size',
    'no-redirect',
    'unsupported-redirect',
  ],
  [OURS]: ['system', 'unheard-of'],
};

describe('node-fetch', () => {
  it.each(listFacts(NODE_FETCH))('%s%s', async (type, _none, answer) => {
    expect(await askAnswer(failure({ name: 'FetchError', type }))).toBe(answer);
  });
});

it('leaves no row without a fact', () => {
  const facts = [UNDICI, AXIOS, MARKED, NODE_FETCH].flatMap(listFacts);
  const told = new Set(facts.flat());
  const rows = [...TIMEOUTS, ...MISUSE, ...NODE_FETCH_TYPES].map(String);
  expect(rows.filter((row) => !told.has(row))).toEqual([]);
  expect(PROTOCOL_CODES.filter((row) => typeof row === 'string' && !told.has(row))).toEqual([]);
  expect([...REFUSED_FOR_LOAD]).toEqual([429, 503, 529]);
});
