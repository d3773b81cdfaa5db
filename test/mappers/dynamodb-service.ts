import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';

/** A loopback server that speaks as much of DynamoDB's protocol as its refusals take. */
export interface DynamoDbService {
  /** Puts an item; the service refuses with the exception of that name. */
  put(exception: string): Promise<unknown>;
  close(): void;
}

/** @param secret what the service says of each refusal */
export async function startDynamoDb(secret: string): Promise<DynamoDbService> {
  const server = createServer((request, response) => {
    const exception = request.url?.replaceAll('/', '') ?? '';
    const status = exception === 'InternalServerError' ? 500 : 400;
    response.writeHead(status, { 'Content-Type': 'application/x-amz-json-1.0' });
    const name = `com.amazonaws.dynamodb.v20120810#${exception}`;
    response.end(JSON.stringify({ __type: name, message: secret, Item: { id: { S: secret } } }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    put: (exception) => put(`http://127.0.0.1:${port}/${exception}`),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function put(endpoint: string): Promise<unknown> {
  const client = new DynamoDBClient({
    endpoint,
    region: 'eu-central-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });
  try {
    return await client.send(new PutItemCommand({ TableName: 'orders', Item: { id: { S: '1' } } }));
  } finally {
    client.destroy();
  }
}
