import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { closedPort } from './bad-upstream.js';
import { type DynamoDbService, put, startDynamoDb } from './dynamodb-service.js';
import { callNobody, type GrpcService, startGrpcService } from './grpc-service.js';
import { explain } from './raise.js';
import { ask, FRAMEWORKS } from './servers.js';

const SECRET = 'service-secret-qx11';

let grpc: GrpcService;
let dynamo: DynamoDbService;

beforeAll(async () => {
  grpc = await startGrpcService(SECRET);
  dynamo = await startDynamoDb(SECRET);
});

afterAll(() => {
  grpc.close();
  dynamo.close();
});

/** By the numbers of google.rpc.Code, and one that nobody has defined. */
const GRPC: readonly [status: number, name: string, expected: string][] = [
  [1, 'CANCELLED', '503 grpc_cancelled'],
  [2, 'UNKNOWN', '502 grpc_failed'],
  [3, 'INVALID_ARGUMENT', '400 grpc_invalid_argument'],
  [4, 'DEADLINE_EXCEEDED', '504 grpc_deadline_exceeded'],
  [5, 'NOT_FOUND', '404 grpc_not_found'],
  [6, 'ALREADY_EXISTS', '409 grpc_already_exists'],
  [7, 'PERMISSION_DENIED', '502 grpc_refused'],
  [8, 'RESOURCE_EXHAUSTED', '503 grpc_exhausted'],
  [9, 'FAILED_PRECONDITION', '400 grpc_invalid_argument'],
  [10, 'ABORTED', '409 grpc_aborted'],
  [11, 'OUT_OF_RANGE', '400 grpc_invalid_argument'],
  [12, 'UNIMPLEMENTED', '501 grpc_unimplemented'],
  [13, 'INTERNAL', '502 grpc_failed'],
  [14, 'UNAVAILABLE', '503 grpc_unavailable'],
  [15, 'DATA_LOSS', '502 grpc_failed'],
  [16, 'UNAUTHENTICATED', '502 grpc_refused'],
  [99, 'unheard of', '502 grpc_failed'],
];

describe.each(FRAMEWORKS)('a gRPC service behind $framework', ({ throwing }) => {
  it.each(GRPC)('fails with %d %s', async (number, _name, expected) => {
    const served = await throwing(() => grpc.call(number));
    const { status, problem, text, headers } = await ask(served.url);
    await served.close();
    expect(`${status} ${String(problem.code)}`).toBe(expected);
    expect(text).not.toMatch(/qx11|INVALID_|UNAVAILABLE|127\.0\.0\.1/);
    expect(JSON.stringify([...headers])).not.toContain(SECRET);
  });

  it.each([
    ['does not answer in time', () => grpc.call('never'), '504 grpc_deadline_exceeded'],
    ['is down', callNobody, '503 grpc_unavailable'],
  ])('%s', async (_what, raise, expected) => {
    const served = await throwing(raise);
    const { status, problem, text } = await ask(served.url);
    await served.close();
    expect(`${status} ${String(problem.code)}`).toBe(expected);
    expect(text).not.toMatch(/127\.0\.0\.1|ECONN/);
  });
});

const AWS: readonly [exception: string, expected: string][] = [
  ['ConditionalCheckFailedException', '409 aws_conflict'],
  ['TransactionCanceledException', '409 aws_conflict'],
  ['ProvisionedThroughputExceededException', '503 aws_throttled'],
  ['ThrottlingException', '503 aws_throttled'],
  ['RequestLimitExceeded', '503 aws_throttled'],
  ['InternalServerError', '502 aws_failed'],
  ['ResourceNotFoundException', '500 undefined'],
  ['ValidationException', '500 undefined'],
];

describe.each(FRAMEWORKS)('DynamoDB behind $framework', ({ throwing }) => {
  it.each(AWS)('refuses with %s', async (exception, expected) => {
    const served = await throwing(() => dynamo.put(exception));
    const { status, problem, text } = await ask(served.url);
    await served.close();
    expect(`${status} ${String(problem.code)}`).toBe(expected);
    expect(text).not.toMatch(/qx11|Exception|orders|127\.0\.0\.1/);
    expect(served.reports[0]?.error).toMatchObject({ name: exception, message: SECRET });
  });
});

describe.each(FRAMEWORKS)('DynamoDB behind $framework', ({ throwing }) => {
  it.each<[string, string, () => Promise<unknown>]>([
    [
      'is down',
      // The SDK knows Node's error for one only outside jest: there it is upstream_failed.
      '502 aws_failed',
      async () => put(`http://127.0.0.1:${await closedPort()}/qx11`),
    ],
    ['has no address', '502 aws_failed', () => put('http://service-qx11.invalid')],
    ['does not answer in time', '504 upstream_timeout', () => dynamo.putInVain()],
    ['answers 503', '503 aws_throttled', () => dynamo.put('ServiceUnavailable')],
    ['is behind a proxy that answers 500', '502 aws_failed', () => dynamo.put('500')],
    ['is behind a proxy that answers 502', '502 aws_failed', () => dynamo.put('502')],
    ['is behind a proxy that answers 503', '503 aws_throttled', () => dynamo.put('503')],
    ['is behind a proxy that answers 429', '503 aws_throttled', () => dynamo.put('429')],
    ['is behind a proxy that answers 403', '502 aws_failed', () => dynamo.put('403')],
  ])('%s', async (_what, expected, raise) => {
    const served = await throwing(raise);
    const { status, problem, text } = await ask(served.url);
    await served.close();
    expect(`${status} ${String(problem.code)}`).toBe(expected);
    expect(text).not.toMatch(/qx11|127\.0\.0\.1|ECONN|ENOTFOUND|html/);
  });
});

it('of an AWS service that is down knows the connection, outside jest’s realm', async () => {
  const program = `
    const { DynamoDBClient, PutItemCommand } = await import('@aws-sdk/client-dynamodb');
    const { explainMapping, handle } = await import('@faultless/node');
    handle(() => {});
    const client = new DynamoDBClient({
      endpoint: 'http://127.0.0.1:${await closedPort()}',
      region: 'x',
      maxAttempts: 2,
      credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    });
    await client.send(new PutItemCommand({ TableName: 'x', Item: {} })).catch((thrown) => {
      const { error: { status, code }, mapper } = explainMapping(thrown);
      console.log(JSON.stringify([status, code, mapper]));
    });`;
  const args = ['--no-warnings', '--input-type=module', '-e', program];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
  });
  expect(JSON.parse(stdout)).toEqual([502, 'upstream_failed', 'upstream']);
}, 20_000);

it('knows whose mistake a refused request is, though it does not tell', async () => {
  const { error, mapper } = await explain(() => dynamo.put('ValidationException'));
  expect([mapper, error.code]).toEqual(['aws', 'aws_misused']);
});
