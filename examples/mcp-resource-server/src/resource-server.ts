import { BadRequest, errorHandler, notFound } from '@faultless/express';
import express, { type Express } from 'express';
import type { JWTVerifyGetKey } from 'jose';
import { createTokenCheck } from './verify-token.js';

/** Where RFC 9728 §3.1 has the metadata of a resource at /mcp. */
const METADATA_PATH = '/.well-known/oauth-protected-resource/mcp';

/** The scope that each method of the protocol needs. */
const SCOPES: ReadonlyMap<unknown, string> = new Map([
  ['tools/list', 'mcp:read'],
  ['tools/call', 'mcp:write'],
]);

/** What a request for any other method needs, before it learns that there is none. */
const LEAST_SCOPE = 'mcp:read';

/** Who the resource server is, and whom it trusts. */
export interface ResourceServerSettings {
  /** Where clients reach it, such as `https://api.example`. */
  readonly origin: string;
  /** The issuer of the tokens. */
  readonly issuer: string;
  readonly keys: JWTVerifyGetKey;
}

/** An MCP server as far as authorization goes: its metadata, and /mcp behind a token. */
export function createResourceServer({ origin, issuer, keys }: ResourceServerSettings): Express {
  const resource = `${origin}/mcp`;
  const checkToken = createTokenCheck(keys, { issuer, audience: resource });
  const app = express();

  // The second path is where clients look that got no resource_metadata.
  app.get([METADATA_PATH, '/.well-known/oauth-protected-resource'], (_request, response) => {
    response.json({
      resource,
      authorization_servers: [issuer],
      scopes_supported: [...SCOPES.values()],
      bearer_methods_supported: ['header'],
    });
  });

  app.post('/mcp', express.json(), async (request, response) => {
    const { id, method } = (request.body ?? {}) as { id?: unknown; method?: unknown };
    const scope = SCOPES.get(method);
    await checkToken(request.get('authorization'), scope ?? LEAST_SCOPE);
    if (scope === undefined) throw new BadRequest('There is tools/list and tools/call.');
    response.json({ jsonrpc: '2.0', id, result: { tools: [] } });
  });

  app.use(notFound());
  app.use(errorHandler({ protectedResource: { metadataUrl: `${origin}${METADATA_PATH}` } }));
  return app;
}
