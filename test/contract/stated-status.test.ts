import { Conflict, Forbidden } from '@faultless/node';
import { describeEachServer } from '../harness/describe-each-server.js';
import type { Handler } from '../harness/servers.js';

/** A handler that sets the status of the response, and then throws. */
function stating(status: number, thrown: unknown): Handler {
  return (_request, response) => {
    response.statusCode = status;
    throw thrown;
  };
}

class SubclassOfTypeError extends TypeError {
  override name = 'WrongShape';
}

const FAULTS = [
  new TypeError('A secret.'),
  new ReferenceError('A secret.'),
  new RangeError('A secret.'),
  new SyntaxError('A secret.'),
];

describe('a status that the handler had set', () => {
  describeEachServer(({ framework, start }) => {
    // Koa begins with 404, and has forgotten what was set by the time that it answers an error.
    const kept = framework !== 'koa';

    it.each([
      [404, new Error('A secret.')],
      [400, new SubclassOfTypeError('A secret.')],
      [403, 'A secret.'],
      [503, Object.assign(new Error('A secret.'), { code: 'secret' })],
      [401, new Error('A secret.')],
    ])('counts where nothing is known of the error: %i [status-range]', async (status, thrown) => {
      const { request, onlyReport } = await start(stating(status, thrown));
      const response = await request();
      expect(response.status).toBe(kept ? status : 500);
      expect(response.json()).toMatchObject({ status: kept ? status : 500 });
      expect(response.text).not.toContain('secret');
      expect(onlyReport()).toMatchObject({ error: thrown, status: kept ? status : 500 });
    });

    it('is explained in general words only [body-explains]', async () => {
      const { request } = await start(stating(404, new Error('A secret.')));
      const { title, detail } = (await request()).json();
      expect(title).toBe(kept ? 'Not Found' : 'Internal Server Error');
      expect(String(detail).length).toBeGreaterThan(String(title).length);
    });

    it.each(FAULTS)(
      'does not make a mistake of the program a refusal: %s [status-range]',
      async (fault) => {
        const { request } = await start(stating(404, fault));
        expect((await request()).status).toBe(500);
      },
    );

    it.each([200, 302, 204])('is none if it is no error’s: %i [status-range]', async (status) => {
      const { request } = await start(stating(status, new Error('A secret.')));
      expect((await request()).status).toBe(500);
    });

    it.each<[string, unknown, number]>([
      ['of ours', new Conflict(), 409],
      ['with a status', Object.assign(new Error('x'), { status: 410 }), 410],
      ['of another server', Object.assign(new Error('x'), { status: 410, response: {} }), 502],
    ])('counts for nothing beside an error %s [status-range]', async (_what, thrown, status) => {
      const { request } = await start(stating(404, thrown));
      expect((await request()).status).toBe(status);
    });

    it('shows nothing of what is concealed [404-conceals]', async () => {
      const hidden = await start(stating(403, new Forbidden({ conceal: true })));
      const absent = await start(stating(404, new Forbidden({ conceal: true })));
      const [one, other] = [await hidden.request(), await absent.request()];
      expect([one.statusLine, one.fields.map(([name]) => name)]).toEqual([
        other.statusLine,
        other.fields.map(([name]) => name),
      ]);
    });

    it('is not the error’s once the response has begun', async () => {
      const { raw, onlyReport } = await start((_request, response) => {
        response.writeHead(404, { 'Content-Length': 10 });
        response.write('half');
        throw new Error('x');
      });
      await raw('GET / HTTP/1.1\r\nHost: a\r\n\r\n').catch(() => undefined);
      expect(onlyReport()).toMatchObject({ status: 500, outcome: 'truncated', level: 'error' });
    });
  });
});
