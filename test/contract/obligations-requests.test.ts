import { ContentTooLarge, NotFound } from '@faultless/node';
import { describeEachServer } from '../harness/describe-each-server.js';
import { SERVERS, UNANSWERED } from '../harness/servers.js';
import { throwing } from '../harness/throwing.js';

const HIDDEN = 'GET /hidden HTTP/1.1\r\nHost: test\r\n\r\n';
const NEXT = 'GET /next HTTP/1.1\r\nHost: test\r\n\r\n';

describe('errorHandler', () => {
  describeEachServer((server) => {
    it('answers at once when the content is still coming, and says that it closes [early-answer]', async () => {
      const { raw } = await server.start(throwing(new ContentTooLarge()));
      const response = await raw(
        'POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 9999\r\n\r\nsome',
        {
          untilClosed: false,
        },
      );
      expect(response.statusLine).toBe('HTTP/1.1 413 Content Too Large');
      expect(response.value('Connection')).toBe('close');
      expect(response.complete).toBe(true);
    });

    it.each([
      ['content', `Content-Length: ${HIDDEN.length}\r\n\r\n${HIDDEN}`],
      [
        'a chunk',
        `Transfer-Encoding: chunked\r\n\r\n${HIDDEN.length.toString(16)}\r\n${HIDDEN}\r\n0\r\n\r\n`,
      ],
    ])('takes no %s that nobody read for a request [early-answer]', async (_what, content) => {
      const asked: unknown[] = [];
      const { exchange } = await server.start(({ url }) => {
        asked.push(url);
        throw new NotFound();
      });
      const bytes = `POST / HTTP/1.1\r\nHost: test\r\n${content}${NEXT}`;
      const { responses } = await exchange(bytes, { responses: 2, methods: ['POST', 'GET'] });
      // Either it was read, and the next request is answered, or the connection has ended.
      const wanted = responses[0]?.value('Connection') === 'close' ? 1 : 2;
      expect(responses.map(({ status }) => status)).toEqual(Array(wanted).fill(404));
      expect(asked).not.toContain('/hidden');
    });
  });
});

describe('notFound', () => {
  describeEachServer(
    (server) => {
      it.each(['PROPFIND', 'MKCOL', 'PURGE', 'LINK'])(
        'answers 501 to a method that no route could know: %s [501-unknown-method]',
        async (method) => {
          const { request } = await server.start(() => UNANSWERED);
          const response = await request({ method });
          expect(response.statusLine).toBe('HTTP/1.1 501 Not Implemented');
        },
      );

      it.each(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])(
        'answers 404 to a method that HTTP defines: %s [501-unknown-method]',
        async (method) => {
          const { request } = await server.start(() => UNANSWERED);
          expect((await request({ method })).status).toBe(404);
        },
      );
    },
    SERVERS.filter(({ framework }) => framework === 'express'),
  );
});
