import { errorHandler, TooManyRequests } from '@faultless/express';
import { rateLimit } from 'express-rate-limit';
import { rateLimit as rateLimit7 } from 'express-rate-limit7';
import { closeAll, serve } from '../harness/serve.js';
import { EXPRESSES } from './support/apps.js';
import { describeNeighbour } from './support/describe-neighbour.js';

const VERSIONS = [
  ['express-rate-limit 8', rateLimit],
  ['express-rate-limit 7', rateLimit7 as unknown as typeof rateLimit],
] as const;

afterEach(closeAll);

describe.each(VERSIONS)('%s', (_version, limit) => {
  describeNeighbour('that lets all pass', {
    express: (app) => app.use(limit({ limit: 1000, standardHeaders: 'draft-7', validate: false })),
    stays: ['ratelimit', 'ratelimit-policy', 'x-ratelimit-limit'],
  });

  it.each(EXPRESSES)('whose limit is reached hands an error on, on %s', async (_name, create) => {
    const reports: unknown[] = [];
    const app = create();
    app.use(
      limit({
        limit: 1,
        windowMs: 60_000,
        standardHeaders: 'draft-7',
        validate: false,
        handler: (_request, _response, next) => {
          next(new TooManyRequests('One a minute.'));
        },
      }),
    );
    app.get('/', (_request, response) => {
      response.send('fine');
    });
    app.use(errorHandler({ report: (report) => reports.push(report) }));
    const { request } = await serve(app);
    expect((await request()).status).toBe(200);
    const answer = await request();
    expect([answer.status, answer.json().detail]).toEqual([429, 'One a minute.']);
    expect(answer.value('retry-after')).toBe('60');
    expect(answer.value('ratelimit')).toMatch(/remaining=0/);
    expect(answer.value('cache-control')).toBe('no-store');
    expect(reports).toMatchObject([{ sentStatus: 429, outcome: 'sent', notices: [] }]);
  });
});
