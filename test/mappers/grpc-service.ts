import {
  type Client,
  credentials,
  type MethodDefinition,
  makeGenericClientConstructor,
  Server,
  ServerCredentials,
} from '@grpc/grpc-js';
import { closedPort } from './bad-upstream.js';

const same = (content: Buffer): Buffer => content;

const FAIL: MethodDefinition<Buffer, Buffer> = {
  path: '/test.Service/Fail',
  requestStream: false,
  responseStream: false,
  requestSerialize: same,
  requestDeserialize: same,
  responseSerialize: same,
  responseDeserialize: same,
};

/** A call fails with the status whose number it sends; with none it is never answered. */
export interface GrpcService {
  call(status: number | 'never'): Promise<unknown>;
  close(): void;
}

/** @param secret what the service says of each failure */
export async function startGrpcService(secret: string): Promise<GrpcService> {
  const server = new Server();
  server.addService(
    { fail: FAIL },
    {
      fail: (
        { request }: { request: Buffer },
        answer: (error: { code: number; details: string }) => void,
      ) => {
        const code = Number(request.toString());
        if (code >= 0) answer({ code, details: secret });
      },
    },
  );
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => {
      if (error === null) resolve(bound);
      else reject(error);
    });
  });
  const client = connect(port);
  return {
    call: (status) => unary(client, String(status)),
    close: () => {
      client.close();
      server.forceShutdown();
    },
  };
}

/** A call of a service that is down. */
export async function callNobody(): Promise<unknown> {
  const client = connect(await closedPort());
  try {
    return await unary(client, '0');
  } finally {
    client.close();
  }
}

function connect(port: number): Client {
  const Service = makeGenericClientConstructor({}, 'Service');
  return new Service(`127.0.0.1:${port}`, credentials.createInsecure());
}

function unary(client: Client, content: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(
      FAIL.path,
      same,
      same,
      Buffer.from(content),
      { deadline: Date.now() + (content === 'never' ? 200 : 30_000) },
      (error, value) => {
        if (error === null) resolve(value);
        else reject(error);
      },
    );
  });
}
