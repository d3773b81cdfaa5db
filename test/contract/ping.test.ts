import { connect, createServer as createHttp2 } from 'node:http2';
import { guardServer, handle } from '@faultless/node';
import { listen } from '../harness/listen.js';
import { SERVERS, UNANSWERED } from '../harness/servers.js';
import { startForEach } from '../harness/start-guarded.js';
import { within } from '../harness/within.js';
import { eachServer } from './support/each-server.js';

const PING = 'OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n';
const unanswered = () => UNANSWERED;

describe.each(SERVERS)('OPTIONS * of a guarded server on $name', (kind) => {
  const start = startForEach(kind.name);

  it('is answered, as what asks whether the server is there [options-ping]', async () => {
    const { raw, reports } = await start({ handler: unanswered }, kind);
    expect(await raw(PING)).toMatchObject({ status: 204, text: '', closed: false });
    expect(reports).toEqual([]);
  });

  it('is none with another method, or of a resource', async () => {
    const { raw, request, reports } = await start({ handler: unanswered }, kind);
    expect((await raw(PING.replace('OPTIONS', 'GET'))).status).not.toBe(204);
    expect((await request({ method: 'OPTIONS', path: '/a' })).status).toBe(404);
    expect(reports).toHaveLength(2);
  });
});

it('OPTIONS * over HTTP/2 is answered likewise [options-ping]', async () => {
  const server = guardServer(
    createHttp2(
      handle(() => {
        throw new Error('not for the application');
      }) as never,
    ),
  );
  const listening = await listen(server);
  const session = connect(listening.origin);
  const stream = session.request({ ':method': 'OPTIONS', ':path': '*' });
  const status = await within(
    new Promise((resolve) => {
      stream.on('response', (fields) => resolve(fields[':status']));
    }),
    () => 'an answer over HTTP/2',
  );
  expect(status).toBe(204);
  session.destroy();
  await listening.close();
});

eachServer('OPTIONS * that no route answers', (start, { framework }) => {
  it('is answered with what else the application says [options-ping]', async () => {
    const { raw, reports } = await start(unanswered, {
      before: (_request, response) => response.setHeader('X-App', 'yes'),
    });
    const answer = await raw(PING);
    // A listener of node:http says itself what it has not.
    expect(answer.status).toBe(framework === 'node' ? 404 : 204);
    expect(answer.value('x-app')).toBe('yes');
    expect(reports).toHaveLength(framework === 'node' ? 1 : 0);
  });
});
