import assert from 'node:assert/strict';
import { parseChallenges } from '@faultless/express';

/** The metadata of a protected resource (RFC 9728 §2), as far as it is read here. */
interface ResourceMetadata {
  readonly resource: string;
  readonly authorization_servers: readonly [string, ...string[]];
}

/** Asks the resource for something, with a token or without. */
export function callMcp(url: string, method: string, token?: string): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method }),
  });
}

/** The parameters of the Bearer challenge of a response. */
export function readBearer(response: Response): Readonly<Record<string, string>> {
  const challenges = parseChallenges(response.headers.get('www-authenticate') ?? '', {
    strict: true,
  });
  const found = challenges.find(({ scheme }) => scheme.toLowerCase() === 'bearer');
  assert(found, `a Bearer challenge comes with ${response.status}`);
  return found.params;
}

/** Goes from a challenge to the authorization server, as RFC 9728 §5 has it. */
export async function discoverTokenEndpoint(url: string, metadataUrl: string): Promise<string> {
  const metadata = await getJson<ResourceMetadata>(metadataUrl);
  // RFC 9728 §3.3: otherwise somebody else's metadata sends the client's token elsewhere.
  assert.equal(metadata.resource, url);
  const [issuer] = metadata.authorization_servers;
  const server = await getJson<{ issuer: string; token_endpoint: string }>(
    `${issuer}/.well-known/oauth-authorization-server`,
  );
  assert.equal(server.issuer, issuer);
  return server.token_endpoint;
}

/** Gets a token for a resource (RFC 8707) with a scope. */
export async function requestToken(
  endpoint: string,
  resource: string,
  scope: string,
): Promise<string> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', resource, scope });
  const { access_token: token } = await getJson<{ access_token: string }>(endpoint, {
    method: 'POST',
    body,
  });
  return token;
}

async function getJson<Content>(url: string, init?: RequestInit): Promise<Content> {
  const response = await fetch(url, init);
  assert.equal(response.status, 200, `${url} answers`);
  return (await response.json()) as Content;
}
