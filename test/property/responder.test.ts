import type { Reply, SentReply } from '@faultless/core/adapter';
import { HttpError, isHttpError, NotFound, type Report } from '@faultless/node';
import { createNodeResponder } from '@faultless/node/adapter';
import { jest } from '@jest/globals';
import fc from 'fast-check';
import { fieldValue, method, options, overwrite, thrown } from './arbitraries.js';

// Thousands of inputs are tried.
jest.setTimeout(120_000);

const SETTINGS = { numRuns: 2000 };

const nothingSet = { getHeader: () => undefined, getHeaderNames: () => [] };

/** The lines of a reply, without what is new each time. */
function show(reply: Reply): string {
  return JSON.stringify(reply).replace(/urn:uuid:[\w-]{36}/g, 'urn:uuid:');
}

const NAME = /^[!#$%&'*+\-.^_`|~\w]+$/;
const VALUE = /^[\t -~\u0080-\u00ff]*$/;
const RETRY_AFTER = /^(?:\d+|[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT)$/;

/** What is wrong with a reply, if anything is. */
function findFaults(reply: SentReply, report: Report): unknown[] {
  const { status, headers, body, ascii } = reply;
  const names = headers.map(([name]) => name.toLowerCase());
  const fields = new Map(headers.map(([name, value]) => [name.toLowerCase(), value]));
  const retryAfter = fields.get('retry-after');
  const length = fields.get('content-length');
  return [
    ...(status >= 400 && status <= 599 && status === report.sentStatus ? [] : [status]),
    ...headers.filter(
      ([name, value]) => !NAME.test(name) || ![value].flat().every((one) => VALUE.test(one)),
    ),
    ...names.filter((name, index) => names.indexOf(name) !== index),
    ...(retryAfter === undefined || RETRY_AFTER.test(String(retryAfter)) ? [] : [retryAfter]),
    ...(body === '' || Number(length) === Buffer.byteLength(body) ? [] : [length]),
    ...(body === '' || ascii === /^[\0-\x7f]*$/.test(body) ? [] : [ascii]),
  ];
}

describe('createNodeResponder', () => {
  const responder = createNodeResponder({ report: () => undefined });
  const answer = (value: unknown, name: string, accept: string, language: string) =>
    responder.respond(value, {
      request: { method: name, headers: { accept, 'accept-language': language } },
      response: nothingSet,
      state: 'open',
      context: {},
    } as never);

  it('never throws, and gives a reply that can be written', () => {
    fc.assert(
      fc.property(thrown, method, fieldValue, fieldValue, (make, name, accept, language) => {
        const { reply, report } = answer(make(), name, accept, language);
        if (reply.action !== 'send') throw new Error(`${reply.action} is no answer`);
        expect(findFaults(reply, report)).toEqual([]);
      }),
      SETTINGS,
    );
  });

  it('gives the same reply for whatever is concealed as for a real 404', () => {
    fc.assert(
      fc.property(
        options,
        fc.integer({ min: 400, max: 599 }),
        method,
        fieldValue,
        (given, status, ...asked) => {
          const hidden = Object.assign(overwrite(given), {
            status,
            statusCode: status,
            conceal: true,
          });
          const [name, accept] = asked;
          const { reply, report } = answer(hidden, name, accept, 'en');
          const real = answer(new NotFound(), name, accept, 'en').reply;
          expect([show(reply), report.concealed, report.status]).toEqual([
            show(real),
            true,
            status,
          ]);
        },
      ),
      SETTINGS,
    );
  });

  it('takes an error of ours as it is, whose detail is told for 4xx only', () => {
    fc.assert(
      fc.property(fc.integer({ min: 400, max: 599 }), fc.string(), (status, detail) => {
        const error = new HttpError(status, detail);
        expect(isHttpError(error)).toBe(true);
        expect(answer(error, 'GET', '*/*', '*').report.error).toBe(error);
        expect(error.toJSON().detail).toBe(status < 500 ? detail : undefined);
      }),
    );
  });
});
