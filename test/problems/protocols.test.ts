import '@faultless/testing/jest';
import { handle } from '@faultless/node';
import { AcmeError, type AcmeErrorType } from '@faultless/problems/acme';
import * as jmap from '@faultless/problems/jmap';
import { closeAll, serve } from '../harness/serve.js';

afterEach(closeAll);

async function answerTo(error: unknown): Promise<Response> {
  const listener = handle(
    () => {
      throw error;
    },
    { report: () => undefined },
  );
  return fetch((await serve(listener)).origin);
}

/** Where a document says the status. */
const SAID: readonly [type: AcmeErrorType, status: number][] = [
  ['badSignatureAlgorithm', 400],
  ['badPublicKey', 400],
  ['badNonce', 400],
  ['accountDoesNotExist', 400],
  ['userActionRequired', 403],
  ['orderNotReady', 403],
  ['alreadyRevoked', 400],
  ['autoRenewalCanceled', 403],
  ['autoRenewalCancellationInvalid', 400],
  ['autoRenewalExpired', 403],
  ['autoRenewalRevocationNotSupported', 403],
  ['alreadyReplaced', 409],
];

describe('AcmeError', () => {
  it.each(SAID)('%s leaves with its type, as a %d', async (type, status) => {
    await expect(await answerTo(new AcmeError(type, 'Why.'))).toBeProblem(status, {
      type: `urn:ietf:params:acme:error:${type}`,
      detail: 'Why.',
    });
  });

  it('leaves with what the RFC wants beside it', async () => {
    const response = await answerTo(
      new AcmeError('badSignatureAlgorithm', 'Use ES256.', {
        headers: { 'Replay-Nonce': 'oFvnlFP1wIhRlYS2jTaXbA' },
        extensions: { algorithms: ['ES256', 'EdDSA'] },
      }),
    );
    expect(response.headers.get('replay-nonce')).toBe('oFvnlFP1wIhRlYS2jTaXbA');
    await expect(response).toBeProblem(400, { algorithms: ['ES256', 'EdDSA'] });
  });

  it('is the example of RFC 8555 §7.3.3', async () => {
    const instance = 'https://example.com/acme/agreement/?token=W8Ih3PswD-8';
    const terms = '<https://example.com/acme/terms/2017-6-02>;rel="terms-of-service"';
    const response = await answerTo(
      new AcmeError('userActionRequired', 'Terms of service have changed', {
        instance,
        headers: { Link: terms },
      }),
    );
    expect(response.headers.get('link')).toBe(terms);
    await expect(response).toBeProblem(403, { instance, detail: 'Terms of service have changed' });
  });

  it('tells its type with a 5xx too, and has another status where it is told', async () => {
    await expect(await answerTo(new AcmeError('serverInternal'))).toBeProblem(500, {
      type: 'urn:ietf:params:acme:error:serverInternal',
    });
    const notAllowed = new AcmeError('malformed', 'Send a POST.', {
      status: 405,
      headers: { Allow: 'POST' },
    });
    await expect(await answerTo(notAllowed)).toBeProblem(405, {
      type: 'urn:ietf:params:acme:error:malformed',
    });
  });

  it.each(['badness', 'toString', undefined])('refuses %p', (type) => {
    expect(() => new AcmeError(type as AcmeErrorType)).toThrow(
      new TypeError(`${String(type)} is no registered type of ACME's errors`),
    );
  });
});

describe('the problem types of JMAP', () => {
  it.each([
    [new jmap.UnknownCapability('No such one.'), 'unknownCapability', {}],
    [new jmap.NotJson('It is cut off.'), 'notJSON', {}],
    [new jmap.NotRequest('It has no methodCalls.'), 'notRequest', {}],
    [
      new jmap.LimitReached('Send fewer calls.', { limit: 'maxCallsInRequest' }),
      'limit',
      { limit: 'maxCallsInRequest' },
    ],
  ])('%s', async (error, name, members) => {
    await expect(await answerTo(error)).toBeProblem(400, {
      type: `urn:ietf:params:jmap:error:${name}`,
      ...members,
    });
  });
});
