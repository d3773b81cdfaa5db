import { once } from 'node:events';
import { connect } from 'node:net';
import { NotFound, VendorError } from '@faultless/node';
import { describeEachServer } from '../harness/describe-each-server.js';
import type { RawExchange } from '../harness/raw-client.js';
import { writeRequest } from '../harness/raw-request.js';
import type { RunningServer } from '../harness/start-server.js';
import { throwByPath } from './support/throw-by-path.js';

/** All that came until the server closed the connection. */
function listen(
  server: RunningServer,
  ...requests: Parameters<typeof writeRequest>
): Promise<RawExchange> {
  return server.exchange(writeRequest(...requests), { untilClosed: true });
}

describeEachServer((under) => {
  describe('nginx:444', () => {
    it('closes the connection without a byte', async () => {
      const server = await under.start((_request, response) => {
        response.setHeader('X-Set', 'before');
        response.statusCode = 201;
        throw new VendorError('nginx:444');
      });
      const { bytes, closed } = await listen(server);
      expect([bytes.length, closed]).toEqual([0, true]);
      expect(server.reports).toHaveLength(1);
      expect(server.lastReport()).toMatchObject({ level: 'info', outcome: 'closed', status: 444 });
      expect(server.lastReport().sentStatus).toBeUndefined();
    });

    it.each([
      ['Via', '1.1 cache'],
      ['Forwarded', 'for=192.0.2.1'],
      ['X-Forwarded-For', '192.0.2.1'],
    ])('is answered behind a proxy, which shows itself by %s', async (name, value) => {
      const server = await under.start(throwByPath);
      const { responses, closed } = await listen(server, {
        path: '/nginx:444',
        headers: { [name]: value },
      });
      expect(responses).toHaveLength(1);
      expect(responses[0]?.status).toBe(400);
      expect(responses[0]?.value('connection')).toBe('close');
      expect(closed).toBe(true);
      expect(server.onlyReport()).toMatchObject({
        level: 'warn',
        outcome: 'sent',
        status: 400,
        sentStatus: 400,
        vendor: { code: 'nginx:444' },
        notices: [
          { message: 'a proxy takes a closed connection for a broken server, so it was answered' },
        ],
      });
    });

    it.each(['nginx:444', 'nginx:499'])('%s goes by the option', async (code) => {
      const behind = await under.start(throwByPath, { behindProxy: true });
      const answered = await listen(behind, { path: `/${code}` });
      expect(answered.responses.map(({ status }) => status)).toEqual([400]);
      const bare = await under.start(throwByPath, { behindProxy: false });
      const headers = { Via: '1.1 cache' };
      expect((await listen(bare, { path: `/${code}`, headers })).bytes).toHaveLength(0);
    });

    it('closes it for HEAD, and with an upload under way', async () => {
      const server = await under.start(throwByPath);
      const path = '/nginx:444';
      const head = await listen(server, { method: 'HEAD', path });
      expect(head.bytes).toHaveLength(0);
      const headers = { 'Transfer-Encoding': 'chunked' };
      const upload = await listen(server, { method: 'POST', path, headers });
      expect(upload.bytes).toHaveLength(0);
    });

    it('leaves the answer before it on the same connection whole', async () => {
      const server = await under.start(throwByPath);
      const both = [writeRequest({ path: '/first' }), writeRequest({ path: '/nginx:444' })];
      const { responses, closed } = await server.exchange(Buffer.concat(both), {
        untilClosed: true,
      });
      expect(responses.map(({ text }) => text)).toEqual(['served']);
      expect(closed).toBe(true);
    });

    it('lets an answer before it finish that is still under way', async () => {
      const { promise: thrown, resolve: tell } = signal();
      const server = await under.start(async (request, response) => {
        if (request.url === '/nginx:444') {
          tell();
          throw new VendorError('nginx:444');
        }
        await thrown;
        response.end('x'.repeat(100_000));
      });
      const both = [writeRequest({ path: '/slow' }), writeRequest({ path: '/nginx:444' })];
      const { responses, closed } = await server.exchange(Buffer.concat(both), {
        untilClosed: true,
      });
      expect(responses.map(({ text, complete }) => [text.length, complete])).toEqual([
        [100_000, true],
      ]);
      expect(closed).toBe(true);
    });

    it('does nothing to other connections', async () => {
      const { promise: closed, resolve: tell } = signal();
      const { promise: waiting, resolve: begin } = signal();
      const server = await under.start(async (request, response) => {
        if (request.url === '/nginx:444') throw new VendorError('nginx:444');
        begin();
        await closed;
        response.end('served');
      });
      const both = [writeRequest({ path: '/slow' }), writeRequest({ path: '/again' })];
      const neighbour = server.exchange(Buffer.concat(both), {
        responses: 2,
        methods: ['GET', 'GET'],
      });
      await waiting;
      expect((await listen(server, { path: '/nginx:444' })).bytes).toHaveLength(0);
      tell();
      expect((await neighbour).responses.map(({ text }) => text)).toEqual(['served', 'served']);
    });
  });

  describe('nginx:499', () => {
    it('sends nothing, and is reported as information', async () => {
      const server = await under.start(throwByPath);
      const { bytes } = await listen(server, { path: '/nginx:499' });
      expect(bytes).toHaveLength(0);
      expect(server.reports).toHaveLength(1);
      expect(server.lastReport()).toMatchObject({
        level: 'info',
        outcome: 'client-gone',
        status: 499,
        vendor: { code: 'nginx:499' },
      });
      expect(server.lastReport().sentStatus).toBeUndefined();
    });

    it.each([
      ['an expected answer', () => new NotFound(), { level: 'info', status: 499 }],
      ['a vendor status', () => new VendorError('iis:404.6'), { level: 'info', status: 499 }],
      ['a fault of another server', () => new VendorError('cloudflare:522'), { status: 504 }],
      ['a fault', () => new Error('late'), { level: 'error', status: 500 }],
    ])(
      'is what a client is reported as that has really left, but for faults: %s',
      async (_what, make, told) => {
        const { promise: started, resolve: begin } = signal();
        const { promise: thrown, resolve: tell } = signal();
        const written: unknown[] = [];
        const server = await under.start(
          async (_request, response) => {
            response.write = response.end = ((...args: unknown[]) => written.push(args)) as never;
            begin();
            await once(response, 'close');
            throw make();
          },
          { report: tell },
        );
        const socket = connect(server.port, '127.0.0.1');
        socket.write(writeRequest());
        await started;
        socket.destroy();
        await thrown;
        expect(written).toEqual([]);
        expect(server.reports).toHaveLength(1);
        expect(server.lastReport()).toMatchObject({ outcome: 'client-gone', ...told });
      },
    );
  });
});

function signal(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
