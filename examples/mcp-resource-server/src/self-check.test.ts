import { jest } from '@jest/globals';
import { checkDiscovery } from './check-discovery.js';
import { start } from './start.js';

// Whole programs are started.
jest.setTimeout(600_000);

describe('the MCP resource server', () => {
  it('leads a client from its first 401 to a token, and says what is wrong with others', async () => {
    const { origin, stop } = await start(0);
    try {
      expect(await checkDiscovery(origin)).toEqual([
        '401 without a token: scope mcp:read, metadata at /.well-known/oauth-protected-resource/mcp',
        'metadata leads to the token endpoint /token',
        '200 with a token',
        '401 invalid_token with a forged token',
        '401 invalid_token with a token for another resource',
        '403 insufficient_scope, which asks for mcp:write',
        '200 with that scope',
      ]);
    } finally {
      stop();
    }
  });
});
