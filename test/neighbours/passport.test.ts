import { errorHandler } from '@faultless/express';
import session from 'express-session';
import passport from 'passport';
import { Strategy } from 'passport-http-bearer';
import { closeAll, serve } from '../harness/serve.js';
import { EXPRESSES, failure } from './support/apps.js';
import { describeNeighbour } from './support/describe-neighbour.js';

afterEach(closeAll);

describeNeighbour('passport', {
  express: (app) => {
    app.use(session({ secret: 'kept', resave: false, saveUninitialized: true }));
    app.use(passport.initialize());
    app.use(passport.session());
  },
  stays: ['set-cookie'],
});

describe.each(EXPRESSES)('a route behind passport on %s', (_name, create) => {
  async function start(reports: unknown[]) {
    const authenticator = new passport.Passport();
    authenticator.use(
      new Strategy((token, done) => {
        if (token === 'broken') done(failure);
        else done(null, token === 'good' ? { name: 'ada' } : false);
      }),
    );
    const app = create();
    app.use(authenticator.authenticate('bearer', { session: false, failWithError: true }));
    app.get('/', (_request, response) => {
      response.send('fine');
    });
    app.use(errorHandler({ report: (report) => reports.push(report) }));
    return await serve(app);
  }

  it.each([
    ['without a token', {}, 401, /^Bearer realm="Users"$/],
    ['with a bad one', { Authorization: 'Bearer bad' }, 401, /error="invalid_token"/],
    ['when its strategy fails', { Authorization: 'Bearer broken' }, 500, undefined],
  ])('is refused %s', async (_how, headers: Record<string, string>, status, challenge) => {
    const reports: unknown[] = [];
    const { request } = await start(reports);
    const answer = await request({ headers });
    expect([answer.status, answer.json().status]).toEqual([status, status]);
    if (challenge === undefined) expect(answer.values('www-authenticate')).toEqual([]);
    else expect(answer.value('www-authenticate')).toMatch(challenge);
    expect(reports).toMatchObject([{ sentStatus: status, outcome: 'sent' }]);
  });

  it('is served with a good one', async () => {
    const { request } = await start([]);
    expect((await request({ headers: { Authorization: 'Bearer good' } })).text).toBe('fine');
  });
});
