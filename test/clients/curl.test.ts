import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { parseChallenges } from '@faultless/node';
import { jest } from '@jest/globals';
import { ACCOUNT, createListener } from '../../examples/password-login/src/listener.js';
import type { Listening } from '../harness/listen.js';
import { closeAll, serve } from '../harness/serve.js';
import { installTool } from './install-tool.js';

// The tool may have to be installed, and starts slowly.
jest.setTimeout(600_000);

const run = promisify(execFile);
const USER = `${ACCOUNT.user}:${ACCOUNT.password}`;
let curl: string;
let example: Listening;

beforeAll(async () => {
  curl = installTool('curl');
  example = await serve(createListener());
}, 600_000);

afterAll(closeAll);

/** What curl printed, the status of each response, and each Authorization field that it sent. */
async function ask(path: string, ...args: string[]) {
  const { stdout, stderr } = await run(curl, ['-sSv', ...args, `${example.origin}${path}`]);
  return {
    body: stdout,
    statuses: [...stderr.matchAll(/^< HTTP\/1\.1 (\d+)/gm)].map(([, status]) => Number(status)),
    authorizations: [...stderr.matchAll(/^> Authorization: (.*?)\r?$/gm)].map(
      ([, value = '']) => value,
    ),
  };
}

describe('curl', () => {
  it('logs in with --user where the example asks for Basic', async () => {
    const { body, statuses, authorizations } = await ask('/basic', '--user', USER);
    expect(statuses).toEqual([200]);
    expect(authorizations).toEqual([`Basic ${Buffer.from(USER).toString('base64')}`]);
    expect(body).toBe('Hello, ada.\n');
  });

  it('finds Basic in the challenge with --anyauth, and comes back with the password', async () => {
    const { body, statuses, authorizations } = await ask('/basic', '--anyauth', '--user', USER);
    expect(statuses).toEqual([401, 200]);
    expect(authorizations).toHaveLength(1);
    expect(body).toBe('Hello, ada.\n');
  });

  it('gets 401 for a wrong password', async () => {
    const { statuses, body } = await ask('/basic', '--user', 'ada:wrong');
    expect(statuses).toEqual([401]);
    expect(JSON.parse(body)).toMatchObject({ status: 401 });
  });

  it('answers the Digest challenge with a well-formed Authorization field', async () => {
    const { body, statuses, authorizations } = await ask('/digest', '--digest', '--user', USER);
    expect(statuses).toEqual([401, 200]);
    expect(body).toBe('Hello, ada.\n');
    const sent = parseChallenges(authorizations.at(-1) ?? '', { strict: true });
    expect(sent).toHaveLength(1);
    expect(sent[0]?.scheme).toBe('Digest');
    const { username, realm, nonce, nc, cnonce, qop, uri, algorithm, response } =
      sent[0]?.params ?? {};
    expect({ username, realm, qop, uri, nc }).toEqual({
      username: ACCOUNT.user,
      realm: 'accounts@example',
      qop: 'auth',
      uri: '/digest',
      nc: '00000001',
    });
    // RFC 7616 §3.4.1: the most preferred of the two that were offered.
    expect(algorithm).toBe('SHA-256');
    const h = (text: string): string => createHash('sha256').update(text).digest('hex');
    const a1 = h(`${ACCOUNT.user}:accounts@example:${ACCOUNT.password}`);
    expect(response).toBe(h(`${a1}:${nonce}:${nc}:${cnonce}:${qop}:${h('GET:/digest')}`));
  });

  it('is refused by Digest with a wrong password', async () => {
    const { statuses } = await ask('/digest', '--digest', '--user', 'ada:wrong');
    expect(statuses).toEqual([401, 401]);
  });

  it.each(['SHA-1', 'constructor'])('is challenged anew for a Digest by %s', async (algorithm) => {
    const field = `Authorization: Digest algorithm=${algorithm}, qop=auth, uri="/digest"`;
    const { statuses } = await ask('/digest', '-H', field);
    expect(statuses).toEqual([401]);
  });
});
