import { createServer } from 'node:http';
import { BadRequest, ContentTooLarge } from '@faultless/node';
import { converse } from '../harness/converse.js';
import { listen } from '../harness/listen.js';
import { type Handler, SERVERS } from '../harness/servers.js';
import { startGuarded } from '../harness/start-guarded.js';
import { watchConnections } from '../harness/when-read.js';

const HOST = 'Host: a\r\n';
const ORDER = `POST /order HTTP/1.1\r\n${HOST}Content-Length: 0\r\n\r\n`;
const EARLY = `POST /early HTTP/1.1\r\n${HOST}Content-Length: 6\r\n\r\nabc`;
const SLOW = `GET /slow HTTP/1.1\r\n${HOST}\r\n`;
const UPGRADE = `POST /order HTTP/1.1\r\n${HOST}Connection: Upgrade\r\nUpgrade: x\r\n\r\n`;

interface Shop {
  readonly handler: Handler;
  /** Every order leaves a trace, whether it is answered or not. */
  readonly orders: string[];
  /** Lets the slow answers leave. */
  readonly release: () => void;
}

function openShop(): Shop {
  const orders: string[] = [];
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const handler: Handler = async (request, response) => {
    switch (request.url) {
      case '/order':
        orders.push('order');
        response.end('ordered');
        return;
      case '/slow':
        await released;
        response.end('slow');
        return;
      case '/early':
        throw new ContentTooLarge();
      case '/last-of-all':
        response.setHeader('Connection', 'Close');
        throw new BadRequest();
      default:
        response.setHeader('Connection', 'close');
        throw new BadRequest();
    }
  };
  return {
    handler,
    orders,
    release: () => {
      release();
    },
  };
}

describe.each(SERVERS.map((kind) => ({ name: kind.name, kind })))(
  'behind an answer that ends the connection, on $name,',
  ({ kind }) => {
    it.each([
      ['early', [EARLY, `def${ORDER}`], [413]],
      ['early, and waits for a slow one', [SLOW + EARLY, `def${ORDER}`], [200, 413]],
      ['early, and whose content comes letter by letter', [EARLY, 'd', 'e', `f${ORDER}`], [413]],
      ['a refusal', [`GET / HTTP/1.1\r\n\r\n${ORDER}`], [400]],
      [
        'a refusal of a request with content',
        [`POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc${ORDER}`],
        [400],
      ],
      [
        'a refusal of what is expected',
        [`GET / HTTP/1.1\r\n${HOST}Expect: x\r\n\r\n${ORDER}`],
        [417],
      ],
      ['a refusal that waits for a slow one', [`${SLOW}${EARLY}`, `def${UPGRADE}`], [200, 413]],
      ["the app's own", [`GET /last HTTP/1.1\r\n${HOST}\r\n`, ORDER], [400]],
      ["the app's own in capitals", [`GET /last-of-all HTTP/1.1\r\n${HOST}\r\n`, ORDER], [400]],
      [
        "the app's own in capitals, and waits for a slow one",
        [`${SLOW}GET /last-of-all HTTP/1.1\r\n${HOST}\r\n`, ORDER],
        [200, 400],
      ],
      ['to HTTP/1.0', [`GET /last HTTP/1.0\r\n${HOST}\r\n${ORDER}`], [400]],
    ])('that is %s, no request is carried out', async (_name, pieces, statuses) => {
      const { handler, orders, release } = openShop();
      const running = await startGuarded(kind, { handler });
      running.server.on('upgrade', (_request, socket) => {
        orders.push('upgrade');
        socket.destroy();
      });
      const { responses, ended } = await converse(running.port, pieces, { whenSent: release });
      await running.close();
      expect(responses.map(({ status }) => status)).toEqual(statuses);
      expect(ended).toBe('end');
      expect(orders).toEqual([]);
    });

    it('and behind one to content that came in the same packet, all are', async () => {
      const { handler, orders } = openShop();
      const running = await startGuarded(kind, { handler });
      const last = `GET /last HTTP/1.1\r\n${HOST}\r\n`;
      const { responses } = await converse(running.port, [`${EARLY}def${ORDER}${last}`]);
      await running.close();
      expect(responses.map(({ status }) => status)).toEqual([413, 200, 400]);
      expect(orders).toEqual(['order']);
    });

    it.each([
      ['early', [EARLY, `def${ORDER}`], [413]],
      ['early, and waits for a slow one', [SLOW + EARLY, `def${ORDER}`], [200, 413]],
    ])('that is %s, no request is carried out without a guard', async (_name, pieces, statuses) => {
      const { handler, orders, release } = openShop();
      const report = (): void => undefined;
      const server = createServer(
        kind.listen({ before: () => undefined, handler, options: { report } }),
      );
      watchConnections(server);
      const { port, close } = await listen(server);
      const { responses } = await converse(port, pieces, { whenSent: release });
      await close();
      expect(responses.map(({ status }) => status)).toEqual(statuses);
      expect(orders).toEqual([]);
    });
  },
);
