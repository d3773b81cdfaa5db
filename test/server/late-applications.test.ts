import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { converse } from '../harness/converse.js';
import { SERVERS } from '../harness/servers.js';
import { startGuarded } from '../harness/start-guarded.js';
import { until } from '../harness/until.js';

const HEAD = 'POST /orders HTTP/1.1\r\nHost: a\r\n';

/** Requests that are answered in place of the application, which has them. */
const BROKEN = [
  ['ends half-way', `${HEAD}Content-Length: 100\r\n\r\nabc`, true, 400],
  ['is malformed half-way', `${HEAD}Transfer-Encoding: chunked\r\n\r\nzz\r\n`, false, 400],
  ['is too slow', `${HEAD}Content-Length: 100\r\n\r\nabc`, false, 408],
] as const;

describe.each(SERVERS.map((kind) => ({ name: kind.name, kind })))(
  'an application on $name that answers in a callback',
  ({ kind }) => {
    it.each(BROKEN)('is refused nothing when the request %s', async (_how, bytes, ends, status) => {
      let failure: unknown = 'it was not asked';
      const server = { requestTimeout: 300, connectionsCheckingInterval: 50 };
      const { port, reports, close } = await startGuarded(kind, {
        server,
        handler: (_request, response) =>
          new Promise((resolve) => {
            const answer = (): void => {
              try {
                response.removeHeader('X-Powered-By');
                response.setHeader('X-Late', '1');
                response.writeHead(200, { 'Content-Type': 'text/plain' });
                response.write('late');
                response.end('later');
                failure = undefined;
              } catch (error) {
                failure = error;
              }
              resolve(undefined);
            };
            response.once('finish', () => setTimeout(answer, 10));
          }),
      });
      const { responses } = await converse(port, [bytes], { halfClose: ends });
      await until(() => failure !== 'it was not asked');
      await close();
      expect(failure).toBeUndefined();
      expect(responses.map((response) => response.status)).toEqual([status]);
      expect(JSON.stringify(responses)).not.toContain('late');
      expect(reports.map(({ level, outcome }) => [level, outcome])).toEqual([['info', 'sent']]);
    });
  },
);

describe.each(['express', 'express4'])("the end of %s's own middleware", (framework) => {
  it('survives a client that leaves half-way', async () => {
    const program = `
      import { once } from 'node:events';
      import { connect } from 'node:net';
      import express from '${framework}';
      import { errorHandler, guardServer } from '@faultless/express';
      const app = express();
      app.use(errorHandler());
      const server = guardServer(app.listen(0, '127.0.0.1'));
      await once(server, 'listening');
      const socket = connect(server.address().port, '127.0.0.1');
      socket.write('POST /nowhere HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 100\\r\\n\\r\\nabc');
      await once(server, 'request');
      socket.end().resume();
      await once(socket, 'close');
      setTimeout(() => { console.log('alive'); process.exit(); }, 100);
    `;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', program],
      { cwd: 'test' },
    );
    expect(stdout).toBe('alive\n');
  });
});
