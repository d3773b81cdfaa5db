import {
  Forbidden,
  Gone,
  type HttpError,
  MethodNotAllowed,
  NotFound,
  type Renderer,
} from '@faultless/node';
import createError from 'http-errors';
import { describeEachServer } from '../harness/describe-each-server.js';
import { mask } from '../harness/mask.js';
import { UNANSWERED } from '../harness/servers.js';

describe('errorHandler: conceal', () => {
  describeEachServer((server) => {
    const looksLike = new NotFound('No such order.', { code: 'no_such_order' });

    it.each([
      ['true', () => true, new NotFound()],
      ['a NotFound', () => looksLike, looksLike],
      [
        'a throw',
        () => {
          throw new Error('the database is away');
        },
        new NotFound(),
      ],
    ])(
      'conceals when the predicate answers with %s [404-conceals]',
      async (_what, conceal, real) => {
        const thrown = [new Forbidden('A secret.'), createError(403), new Error('A secret.')];
        const { request, reports } = await server.start(
          ({ url = '' }) => {
            throw url === '/missing' ? real : thrown[Number(url.slice(1))];
          },
          { conceal: (error) => error !== real && conceal() },
        );
        const missing = await request({ path: '/missing' });
        for (const at of thrown.keys()) {
          const fake = await request({ path: `/${at}` });
          expect(mask(fake.bytes)).toBe(mask(missing.bytes));
        }
        expect(reports.slice(1).map(({ error, concealed }) => [error, concealed])).toEqual(
          thrown.map((error) => [error, true]),
        );
        expect(reports.slice(1).map(({ status }) => status)).toEqual([403, 403, 500]);
      },
    );

    it('conceals as the generic 404 what its format can not represent [404-conceals]', async () => {
      const refusing: Renderer = {
        mediaType: 'application/json',
        render: (problem) => {
          if (problem.detail === 'No such order.') throw new Error('A secret.');
          return JSON.stringify(problem);
        },
      };
      const { request, onlyReport } = await server.start(
        ({ url }) => {
          if (url === '/missing') return UNANSWERED;
          throw new Forbidden('A secret.', { conceal: looksLike });
        },
        { renderers: [refusing] },
      );
      const fake = await request({ path: '/fake' });
      expect(onlyReport()).toMatchObject({ status: 403, sentStatus: 404, concealed: true });
      expect(mask(fake.bytes)).toBe(mask((await request({ path: '/missing' })).bytes));
    });

    it.each<readonly [what: string, answer: (error: HttpError) => unknown]>([
      ['the error itself', (error) => error],
      ['another error', () => new Gone('A secret.')],
      ['an object', () => ({ status: 404, detail: 'A secret.' })],
      ['a promise', () => Promise.resolve(false)],
      ['a promise that rejects', () => Promise.reject(new Error('A secret.'))],
    ])(
      'conceals as the generic 404 when it answers with %s, and says so [404-conceals]',
      async (_what, answer) => {
        const thrown = new Forbidden('A secret.');
        const { request, reports } = await server.start(
          ({ url }) => {
            if (url === '/missing') return UNANSWERED;
            throw thrown;
          },
          { conceal: ((error: HttpError) => error === thrown && answer(error)) as () => boolean },
        );
        const missing = await request({ path: '/missing' });
        const fake = await request({ path: '/secret' });
        expect(mask(fake.bytes)).toBe(mask(missing.bytes));
        expect(reports[1]).toMatchObject({
          error: thrown,
          concealed: true,
          level: 'warn',
          notices: [{ message: expect.stringContaining('is none') }],
        });
      },
    );

    it('conceals as the generic 404 when what it answers with changes its status [404-conceals]', async () => {
      const { request, reports } = await server.start(
        ({ url }) => {
          if (url === '/missing') return UNANSWERED;
          throw new Forbidden('A secret.');
        },
        {
          conceal: ({ status }) => {
            const statuses = [404];
            return (
              status === 403 &&
              Object.defineProperty(new NotFound('No such order.'), 'status', {
                get: () => statuses.shift() ?? 200,
              })
            );
          },
        },
      );
      const missing = await request({ path: '/missing' });
      const fake = await request({ path: '/secret' });
      expect(mask(fake.bytes)).toBe(mask(missing.bytes));
      expect(reports[1]).toMatchObject({
        status: 403,
        sentStatus: 404,
        concealed: true,
        notices: [{ message: 'the answer could not be represented', cause: expect.any(TypeError) }],
      });
    });

    it('conceals an error of another copy whose disguise is no 404 [404-conceals]', async () => {
      const thrown = Object.defineProperty(new Forbidden('A secret.'), 'conceal', {
        value: new Gone('A secret.'),
      });
      const { request } = await server.start(({ url }) => {
        if (url === '/missing') return UNANSWERED;
        throw thrown;
      });
      const missing = await request({ path: '/missing' });
      expect(mask((await request({ path: '/secret' })).bytes)).toBe(mask(missing.bytes));
    });

    it.each([[false], [undefined]])('reveals when the predicate answers %p', async (verdict) => {
      const { request } = await server.start(
        () => {
          throw new Forbidden('Owners only.');
        },
        { conceal: () => verdict },
      );
      expect((await request()).json()).toMatchObject({ status: 403, detail: 'Owners only.' });
    });

    it('is asked with the mapped error and the request, about a 405 too [404-conceals]', async () => {
      const asked: unknown[] = [];
      const thrown = new MethodNotAllowed(['GET', 'PURGE']);
      const { request } = await server.start(
        ({ url }) => {
          if (url === '/missing') return UNANSWERED;
          throw thrown;
        },
        {
          conceal: (error, context) => {
            asked.push(error.status, (context as { url: string }).url);
            return (context as { url: string }).url.startsWith('/internal');
          },
        },
      );
      const real = await request({ method: 'DELETE', path: '/missing' });
      const fake = await request({ method: 'DELETE', path: '/internal/users' });
      const open = await request({ method: 'DELETE', path: '/users' });
      expect(mask(fake.bytes)).toBe(mask(real.bytes));
      expect(open.value('Allow')).toBe('GET, PURGE');
      expect(asked).toEqual([404, '/missing', 405, '/internal/users', 405, '/users']);
    });
  });
});
