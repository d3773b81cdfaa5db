import { jest } from '@jest/globals';
import fc from 'fast-check';
import { Connection } from '../harness/connection.js';
import { describeEachServer } from '../harness/describe-each-server.js';
import type { RawResponse } from '../harness/raw-response.js';
import { fieldValue, method, thrown } from './arbitraries.js';

// Thousands of inputs are tried.
jest.setTimeout(120_000);

// jest fails a test during which an exception is not caught or a rejection not handled.

const RUNS = 800;

/** Keeps one connection as long as the server does. */
class Line {
  #connection: Connection | undefined;

  constructor(readonly port: number) {}

  async request(asked: string, headers: Record<string, string>): Promise<RawResponse> {
    if (this.#connection?.isOpen !== true) this.#connection = await Connection.open(this.port);
    const connection = this.#connection;
    const response = await connection.request({ method: asked, headers });
    if (response.value('Connection') === 'close') await connection.closed;
    if (connection.unread.length > 0) throw new Error('more bytes than the response has');
    return response;
  }

  close(): void {
    this.#connection?.close();
  }
}

/** What is wrong with a response beyond what the parser refuses, if anything is. */
function findFaults(response: RawResponse, asked: string): unknown[] {
  const { status, framing, body } = response;
  const isHead = asked === 'HEAD';
  const isJson = response.value('Content-Type')?.endsWith('json') === true && !isHead;
  return [
    ...(status >= 400 && status <= 599 ? [] : [status]),
    ...(response.values('Content-Length').length === 1 ? [] : ['no Content-Length']),
    ...(framing === (isHead ? 'none' : 'content-length') ? [] : [framing]),
    ...(body.length > 0 || isHead ? [] : ['no body']),
    ...(!isJson || response.json().status === status ? [] : [response.json().status]),
  ];
}

describe('any throw', () => {
  describeEachServer(({ start }) => {
    it('is one well-formed response, for any request', async () => {
      let value: unknown;
      let reports = 0;
      const server = await start(
        () => {
          throw value;
        },
        {
          report: () => {
            reports += 1;
          },
        },
      );
      const line = new Line(server.port);
      await fc.assert(
        fc.asyncProperty(
          thrown,
          method,
          fieldValue,
          fieldValue,
          async (given, asked, accept, language) => {
            value = given();
            const before = reports;
            const headers = { Accept: accept, 'Accept-Language': language };
            const response = await line.request(asked, headers);
            expect([...findFaults(response, asked), reports - before]).toEqual([1]);
          },
        ),
        { numRuns: RUNS },
      );
      line.close();
    });
  });
});
