import { readFile, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { handle } from '@faultless/node';
import axios from 'axios';
import got from 'got';
import { startBadUpstream } from '../bad-upstream.js';
import { startDynamoDb } from '../dynamodb-service.js';
import { callNobody, startGrpcService } from '../grpc-service.js';
import { HTTP_CLIENTS } from '../http-clients.js';
import type { Sample } from './sample.js';

/** Runs something with a service of its own, for a sample can be asked for at any time. */
async function using<Service extends { close(): void }>(
  start: () => Promise<Service>,
  run: (service: Service) => Promise<unknown>,
): Promise<void> {
  const service = await start();
  try {
    await run(service);
  } finally {
    service.close();
  }
}

export const SAMPLES: readonly Sample[] = [
  ...HTTP_CLIENTS.flatMap(({ client, judges, getJson }): Sample[] =>
    (judges ? ['hang-up', '429', '500'] : ['hang-up']).map((way) => ({
      mapper: 'upstream',
      what: `${client}, ${way}`,
      raise: () => using(startBadUpstream, ({ url }) => getJson(url(way))),
    })),
  ),
  {
    mapper: 'upstream',
    what: 'axios, timeout',
    raise: () =>
      using(startBadUpstream, ({ url }) => axios.get(url('never'), { timeout: 20, proxy: false })),
  },
  {
    mapper: 'upstream',
    what: 'got, timeout',
    raise: () =>
      using(startBadUpstream, ({ url }) =>
        got(url('never'), { timeout: { request: 20 }, retry: { limit: 0 } }),
      ),
  },
  {
    mapper: 'grpc',
    raise: () =>
      using(
        () => startGrpcService('secret'),
        ({ call }) => call(5),
      ),
  },
  { mapper: 'grpc', what: 'nobody', raise: callNobody },
  ...['ConditionalCheckFailedException', 'ThrottlingException', 'InternalServerError', '500'].map(
    (exception): Sample => ({
      mapper: 'aws',
      what: exception,
      raise: () =>
        using(
          () => startDynamoDb('secret'),
          ({ put }) => put(exception),
        ),
    }),
  ),
  ...['closed port', 'no such host', 'reset', 'no HTTP'].map(
    (way): Sample => ({
      mapper: 'upstream',
      what: `node:http, ${way}`,
      raise: () => {
        handle(() => undefined);
        const client = HTTP_CLIENTS.find((one) => one.client === 'node:http');
        return using(startBadUpstream, async ({ url }) => client?.getJson(url(way)));
      },
    }),
  ),
  {
    mapper: 'system',
    what: 'connection',
    raise: () =>
      new Promise((_resolve, reject) => {
        createConnection({ host: '127.0.0.1', port: 1 }).on('error', reject);
      }),
  },
  { mapper: 'system', what: 'disk', raise: () => writeFile('/dev/full', 'x'.repeat(100_000)) },
  {
    mapper: 'deadline',
    what: 'timeout',
    raise: () => sleep(10_000, undefined, { signal: AbortSignal.timeout(10) }),
  },
  {
    mapper: 'deadline',
    what: 'abort',
    raise: () => readFile('/dev/null', { signal: AbortSignal.abort() }),
  },
];
