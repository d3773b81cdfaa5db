import { tokenChallenge } from '../../challenges/oauth.js';
import { readProperty, readText } from '../../values/read-property.js';
import { defineMapper } from '../define-mapper.js';
import { restate } from '../frameworks/restate.js';
import { bears } from '../marks.js';
import { refuseToken } from './token-answers.js';

/** The statuses of the codes of OAuth 2.0 that are not about an access token. */
const STATUSES: Readonly<Record<string, number | undefined>> = {
  access_denied: 403,
  invalid_client: 401,
  invalid_client_metadata: 400,
  invalid_grant: 400,
  invalid_request: 400,
  invalid_scope: 400,
  invalid_target: 400,
  method_not_allowed: 405,
  server_error: 500,
  temporarily_unavailable: 503,
  too_many_requests: 429,
  unauthorized_client: 400,
  unsupported_grant_type: 400,
  unsupported_response_type: 400,
  unsupported_token_type: 400,
};

const ABOUT_TOKENS: readonly string[] = [
  'invalid_token',
  'insufficient_scope',
  'unauthorized_request',
];

/** By these, openid-client and oauth4webapi say that a browser came back with an error, or with what was not asked for. */
const CALLBACK_CODES = ['OAUTH_AUTHORIZATION_RESPONSE_ERROR', 'OAUTH_INVALID_RESPONSE'];

/** The errors that are not about what this server has asked for. */
const OF_USER = ['access_denied', 'server_error', 'temporarily_unavailable'];

/** By this, oauth4webapi says that a request to a resource has no access token, or a proof that is not valid. */
const OF_REQUEST = 'OAUTH_INVALID_REQUEST';

/** It says so of a scheme that is none of a token's, and of much else that is no request's fault. */
const UNSUPPORTED = {
  code: '=OAUTH_UNSUPPORTED_OPERATION',
  message: '=unsupported Authorization HTTP Header scheme',
} as const;

/** What they say of what it came back with; the rest is about what the other server sent. */
const OF_CALLBACK = /\bresponse parameter\b/;

const INSUFFICIENT_SCOPE = tokenChallenge({ error: 'insufficient_scope' });

/**
 * Errors of OAuth servers, by the code that the RFCs give them: MCP's SDK (`errorCode`,
 * `toResponseObject()`), \@node-oauth/oauth2-server (its name), whose other errors state their status. The description is theirs and stays
 * here; a token that is refused gets its challenge (RFC 6750 §3.1).
 *
 * @see RFC 6749 §4.1.2.1, §5.2, https://github.com/modelcontextprotocol/typescript-sdk (1.32, src/server/auth/errors.ts), https://node-oauthoauth2-server.readthedocs.io (5.3)
 */
export const oauth = defineMapper({
  name: 'oauth',
  libraries:
    '@modelcontextprotocol/sdk (server/auth), @node-oauth/oauth2-server; what a browser brings back to openid-client, oauth4webapi, passport-oauth2',
  note: 'The status that its OAuth code has, and the generic text.',
  match: {
    has: ['errorUri'],
    name: [...ABOUT_TOKENS, 'TokenError'],
    code: [...CALLBACK_CODES, OF_REQUEST, 'OAUTH_UNSUPPORTED_OPERATION'],
  },
  answers: {
    token_invalid: { status: 401, when: 'invalid_token' },
    scope_insufficient: { status: 403, when: 'insufficient_scope' },
    credentials_missing: { status: 401, when: 'unauthorized_request: the request has no token' },
  },
  map({ thrown, name }, context) {
    const { answer } = context;
    const code = findCode(thrown, name) ?? findCallbackCode(thrown);
    if (code === 'invalid_token') return refuseToken(answer, 'token_invalid');
    if (code === 'insufficient_scope') {
      return refuseToken(answer, 'scope_insufficient', [INSUFFICIENT_SCOPE]);
    }
    if (code === 'unauthorized_request') return answer('credentials_missing');
    const status = code !== undefined && Object.hasOwn(STATUSES, code) ? STATUSES[code] : undefined;
    return status === undefined ? undefined : restate({ status, message: undefined }, context);
  },
});

function findCode(thrown: object, name: string | undefined): string | undefined {
  if (bears(thrown, { errorCode: 'string', toResponseObject: 'function' })) {
    return readText(thrown, 'errorCode');
  }
  // It says the same status three times.
  const status = readProperty(thrown, 'code');
  const agrees = ['status', 'statusCode'].every((one) => readProperty(thrown, one) === status);
  return typeof status === 'number' && agrees && ABOUT_TOKENS.includes(name ?? '')
    ? name
    : undefined;
}

/** Of passport-oauth2's, only a code that is spent or forged is the browser's: it states 500 for all of them. */
function findCallbackCode(thrown: object): string | undefined {
  if (bears(thrown, { name: '=TokenError', code: '=invalid_grant' })) return 'invalid_grant';
  if (bears(thrown, UNSUPPORTED)) return 'unauthorized_request';
  const code = readProperty(thrown, 'code');
  if (code === OF_REQUEST) {
    const none = readText(thrown, 'message').includes('missing an Authorization');
    return none ? 'unauthorized_request' : 'invalid_token';
  }
  if (code === CALLBACK_CODES[0]) {
    const said = readText(thrown, 'error');
    return OF_USER.includes(said) ? said : undefined;
  }
  const told = [thrown, readProperty(thrown, 'cause')].some((one) =>
    OF_CALLBACK.test(readText(one, 'message')),
  );
  return code === CALLBACK_CODES[1] && told ? 'invalid_request' : undefined;
}
