import { defineMapper } from '../define-mapper.js';

/** What is said of what a browser brings from an identity provider or an authenticator, and of a webhook. */
const SAID =
  /^(?:Invalid document signature$|SAML assertion |InResponseTo is not valid$|Unexpected (?:authentication|registration) response (?:challenge|origin|type) |Unexpected RP ID hash$|\[@octokit\/webhooks\] signature does not match )/;

/**
 * Messages whose signature does not fit, mostly those of a webhook: nobody but the sender can mend it.
 * What was signed, and the signature, stay here.
 *
 * @see https://docs.stripe.com/webhooks/signature (23.1), https://github.com/standard-webhooks/standard-webhooks (1.1), https://docs.svix.com/receiving/verifying-payloads, https://docs.slack.dev/tools/bolt-js (4.7, src/errors.ts), https://line.github.io/line-bot-sdk-nodejs (10, lib/exceptions.ts)
 */
export const signatures = defineMapper({
  name: 'signatures',
  libraries:
    'Signatures of webhooks: stripe, svix, standardwebhooks, @slack/bolt, @line/bot-sdk, @octokit/webhooks, braintree; of assertions: @node-saml/node-saml, @simplewebauthn/server',
  match: {
    type: ['StripeSignatureVerificationError'],
    code: ['slack_bolt_receiver_authenticity_error'],
    name: ['WebhookVerificationError', 'SignatureValidationFailed', 'invalidSignatureError'],
    message: [SAID],
  },
  answers: {
    signature_invalid: { status: 400, when: 'the signature is missing, too old or does not fit' },
  },
  map(_, { answer }) {
    return answer('signature_invalid');
  },
});
