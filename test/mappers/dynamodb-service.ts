import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';

/** A loopback server that speaks as much of DynamoDB's protocol as its refusals take. */
export interface DynamoDbService {
  /**
   * Puts an item; the service refuses with the exception of that name, or with a page of a proxy's of
   * that status.
   */
  put(exception: string): Promise<unknown>;
  /** Puts an item into a service that does not answer in time. */
  putInVain(): Promise<unknown>;
  close(): void;
}

/** Of exceptions that are the service's fault. */
const STATUSES: Readonly<Record<string, number | undefined>> = {
  InternalServerError: 500,
  ServiceUnavailable: 503,
};

/** @param secret what the service says of each refusal */
export async function startDynamoDb(secret: string): Promise<DynamoDbService> {
  const server = createServer((request, response) => {
    const exception = request.url?.replaceAll('/', '') ?? '';
    if (exception === 'never') return;
    if (/^\d+$/.test(exception)) {
      response.writeHead(Number(exception), { 'Content-Type': 'text/html' });
      response.end(`<html>${secret}</html>`);
      return;
    }
    const status = STATUSES[exception] ?? 400;
    response.writeHead(status, { 'Content-Type': 'application/x-amz-json-1.0' });
    const name = `com.amazonaws.dynamodb.v20120810#${exception}`;
    response.end(JSON.stringify({ __type: name, message: secret, Item: { id: { S: secret } } }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    put: (exception) => put(`http://127.0.0.1:${port}/${exception}`),
    putInVain: () => put(`http://127.0.0.1:${port}/never`, { requestTimeout: 50 }),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Puts an item into a service at an address, which need not be there. */
export async function put(
  endpoint: string,
  limits: { requestTimeout?: number } = {},
): Promise<unknown> {
  const client = new DynamoDBClient({
    endpoint,
    region: 'eu-central-1',
    maxAttempts: 1,
    requestHandler: { ...limits, throwOnRequestTimeout: true },
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });
  try {
    return await client.send(new PutItemCommand({ TableName: 'orders', Item: { id: { S: '1' } } }));
  } finally {
    client.destroy();
  }
}
