import cookieSession from 'cookie-session';
import { describeNeighbour } from './support/describe-neighbour.js';

describeNeighbour('cookie-session', {
  express: (app) => {
    app.use(cookieSession({ secret: 'kept' }));
    app.use((request, _response, next) => {
      Object.assign(request.session ?? {}, { seen: true });
      next();
    });
  },
  stays: ['set-cookie'],
});
