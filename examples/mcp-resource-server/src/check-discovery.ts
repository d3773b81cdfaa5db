import assert from 'node:assert/strict';
import { callMcp, discoverTokenEndpoint, readBearer, requestToken } from './discover.js';

/**
 * Does what an MCP client does that knows nothing but the URL, and checks each answer.
 *
 * @returns what happened, a line for each step
 */
export async function checkDiscovery(origin: string): Promise<string[]> {
  const url = `${origin}/mcp`;
  const steps: string[] = [];

  const first = await callMcp(url, 'tools/list');
  const asked = readBearer(first);
  assert.equal(first.status, 401);
  assert.deepEqual(Object.keys(asked), ['realm', 'scope', 'resource_metadata']);
  const { scope = '', resource_metadata: metadataUrl = '' } = asked;
  steps.push(`401 without a token: scope ${scope}, metadata at ${pathOf(metadataUrl)}`);

  const endpoint = await discoverTokenEndpoint(url, metadataUrl);
  steps.push(`metadata leads to the token endpoint ${pathOf(endpoint)}`);

  const token = await requestToken(endpoint, url, scope);
  assert.equal((await callMcp(url, 'tools/list', token)).status, 200);
  steps.push('200 with a token');

  const forged = await callMcp(url, 'tools/list', `${token.slice(0, -6)}AAAAAA`);
  assert.equal(forged.status, 401);
  assert.equal(readBearer(forged).error, 'invalid_token');
  assert.equal(readBearer(forged).resource_metadata, metadataUrl);
  steps.push('401 invalid_token with a forged token');

  const foreign = await requestToken(endpoint, 'https://elsewhere.example', scope);
  assert.equal(readBearer(await callMcp(url, 'tools/list', foreign)).error, 'invalid_token');
  steps.push('401 invalid_token with a token for another resource');

  const refused = await callMcp(url, 'tools/call', token);
  const { error, scope: needed = '' } = readBearer(refused);
  assert.equal(refused.status, 403);
  assert.equal(error, 'insufficient_scope');
  steps.push(`403 insufficient_scope, which asks for ${needed}`);

  const stronger = await requestToken(endpoint, url, `${scope} ${needed}`);
  assert.equal((await callMcp(url, 'tools/call', stronger)).status, 200);
  steps.push('200 with that scope');
  return steps;
}

function pathOf(url: string): string {
  return new URL(url).pathname;
}
