import { bearer, Forbidden, Unauthorized } from '@faultless/express';
import { errors, type JWTVerifyGetKey, type JWTVerifyOptions, jwtVerify } from 'jose';

/** The codes of jose's errors that say something is wrong with the token. */
const OF_TOKEN = /^ERR_(?:JWT|JWS|JWKS_NO_MATCHING_KEY|JOSE_ALG|JOSE_NOT)/;

/** Makes the check of the Authorization field: a JWT for this resource, with the scope that is needed. */
export function createTokenCheck(keys: JWTVerifyGetKey, expected: JWTVerifyOptions) {
  return async (authorization: string | undefined, scope: string): Promise<void> => {
    const [, token] = /^Bearer +([\w~+/.-]+=*)$/i.exec(authorization ?? '') ?? [];
    // No token: the challenge says what is needed, and nothing of errors (RFC 6750 §3.1).
    if (token === undefined) throw new Unauthorized(bearer({ realm: 'mcp', scope }));
    const granted = await grantedScopes(token);
    if (!granted.includes(scope)) throw new Forbidden(`This needs the scope ${scope}.`, { scope });
  };

  async function grantedScopes(token: string): Promise<string[]> {
    try {
      const { payload } = await jwtVerify(token, keys, expected);
      return typeof payload.scope === 'string' ? payload.scope.split(' ') : [];
    } catch (cause) {
      // Whatever else fails, such as fetching the keys, is a fault of ours.
      if (!(cause instanceof errors.JOSEError) || !OF_TOKEN.test(cause.code)) throw cause;
      const errorDescription =
        cause instanceof errors.JWTExpired
          ? 'The token has expired'
          : 'The token is not valid here';
      throw new Unauthorized(bearer({ realm: 'mcp', error: 'invalid_token', errorDescription }), {
        cause,
      });
    }
  }
}
