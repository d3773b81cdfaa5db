import { initTRPC, TRPCError } from '@trpc/server';
import { createExpressMiddleware } from '@trpc/server/adapters/express';
import { initTRPC as initTRPC10, TRPCError as TRPCError10 } from 'trpc-server10';
import { createExpressMiddleware as createExpressMiddleware10 } from 'trpc-server10/adapters/express';
import { failure } from './support/apps.js';
import { describeNeighbour } from './support/describe-neighbour.js';

describe.each([
  ['tRPC 11', initTRPC, TRPCError, createExpressMiddleware],
  [
    'tRPC 10',
    initTRPC10 as unknown as typeof initTRPC,
    TRPCError10 as unknown as typeof TRPCError,
    createExpressMiddleware10 as unknown as typeof createExpressMiddleware,
  ],
])('%s', (_version, init, Refusal, createMiddleware) => {
  const t = init.create({ isDev: false });
  const router = t.router({
    hello: t.procedure.query(() => 'there'),
    refused: t.procedure.query(() => {
      throw new Refusal({ code: 'FORBIDDEN', message: 'Owners only.' });
    }),
    broken: t.procedure.query(() => {
      throw failure;
    }),
  });

  describeNeighbour(
    'beside the routes',
    { express: (app) => app.use('/trpc', createMiddleware({ router }) as never) },
    (company) => {
      it.each([
        ['/trpc/hello', 200],
        ['/trpc/refused', 403],
        ['/trpc/broken', 500],
        ['/trpc/nothing', 404],
      ])('answers %s in its own words, once', async (path, status) => {
        const answer = await company().request({ path });
        expect([answer.status, answer.complete]).toEqual([status, true]);
        expect(answer.value('content-type')).toMatch(/^application\/json/);
        const { data } = (answer.json().error ?? { data: {} }) as { data: object };
        expect(data).toEqual(status === 200 ? {} : expect.objectContaining({ httpStatus: status }));
        expect(company().reports).toEqual([]);
      });

      it('leaves what comes before it to the error handler', async () => {
        const answer = await company().request({ path: '/trpc-less' });
        expect([answer.status, answer.json().status]).toEqual([404, 404]);
        expect(company().reports).toMatchObject([{ sentStatus: 404 }]);
      });
    },
  );
});
