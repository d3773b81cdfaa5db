import { explainMapping } from '@faultless/core';
import { CREDENTIAL_CASES } from './credential-cases.js';
import { describeFamily } from './describe-family.js';

describeFamily(CREDENTIAL_CASES);

describe('what only looks like it', () => {
  const error = (message: string, members: object = {}): Error =>
    Object.assign(new Error(message), members);

  it.each<[string, Error]>([
    ['another ForbiddenError', error('x', { name: 'ForbiddenError', action: 'read' })],
    ['an invalid signature of something else', error('Invalid signature')],
    [
      'an argument of firebase-admin’s that is ours',
      error('The uid is empty', { code: 'auth/argument-error' }),
    ],
    ['an unknown reason', error('x', { reason: 'x' })],
    ['a code that is no code', error('x', { __isAuthError: true, code: 'constructor' })],
    [
      'an unknown code of OAuth',
      error('x', { errorUri: '', errorCode: 'x', toResponseObject: () => ({}) }),
    ],
    ['a code of OAuth alone', error('x', { errorUri: '', errorCode: 'invalid_token' })],
    ['a name of OAuth alone', error('x', { name: 'invalid_token' })],
    [
      'what this server has asked a provider for',
      error('x', { code: 'OAUTH_AUTHORIZATION_RESPONSE_ERROR', error: 'invalid_scope' }),
    ],
    [
      'what a provider has sent',
      error('unexpected JWT "iss" (issuer) claim value', { code: 'OAUTH_INVALID_RESPONSE' }),
    ],
    [
      'a kind of Auth.js’s that is the server’s',
      error('x', { type: 'MissingSecret', kind: 'error' }),
    ],
    [
      'a type of Medusa’s that is the server’s',
      error('x', { __isMedusaError: true, type: 'database_error' }),
    ],
    ['a file’s signature in other words', error('Invalid document signatures of two')],
  ])('is not taken for it: %s', (_, thrown) => {
    expect(explainMapping(thrown)).toMatchObject({ mapper: undefined, error: { status: 500 } });
  });

  it.each([
    ['@slack/bolt', error('x', { code: 'slack_bolt_receiver_authenticity_error' })],
    ['braintree', error('no matching public key', { name: 'invalidSignatureError' })],
    ['@line/bot-sdk', error('x', { name: 'SignatureValidationFailed', signature: 'x' })],
  ])('a signature as %s documents it', (_, thrown) => {
    expect(explainMapping(thrown).error).toMatchObject({ status: 400, code: 'signature_invalid' });
  });
});
