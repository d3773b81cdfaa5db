import express, { type Express } from 'express';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** A stand-in for the authorization server, that gives a token to whoever asks. Never deploy it. */
export async function createAuthorizationServer(issuer: string): Promise<Express> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const key = { ...(await exportJWK(publicKey)), kid: 'example', alg: 'ES256', use: 'sig' };
  const app = express();

  app.get('/.well-known/oauth-authorization-server', (_request, response) => {
    response.json({
      issuer,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      grant_types_supported: ['client_credentials'],
      response_types_supported: [],
    });
  });

  app.get('/keys', (_request, response) => {
    response.json({ keys: [key] });
  });

  app.post('/token', express.urlencoded({ extended: false }), async (request, response) => {
    const { scope = '', resource = '' } = request.body as { scope?: string; resource?: string };
    const token = await new SignJWT({ scope })
      .setProtectedHeader({ alg: 'ES256', kid: 'example' })
      .setIssuer(issuer)
      .setAudience(resource)
      .setSubject('example-client')
      .setIssuedAt()
      .setExpirationTime('5 minutes')
      .sign(privateKey);
    response.set('Cache-Control', 'no-store');
    response.json({ access_token: token, token_type: 'Bearer', expires_in: 300, scope });
  });

  return app;
}
