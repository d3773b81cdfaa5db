import { errorHandler, notFound } from '@faultless/express';
import express, { type Express } from 'express';
import protect from 'overload-protection';

/** An app that refuses requests while its event loop is late; `stop` ends the measuring. */
export function createLoadShedder(): { readonly app: Express; readonly stop: () => void } {
  const protection = protect('express', {
    errorPropagationMode: true,
    clientRetrySecs: 2,
    maxEventLoopDelay: 40,
    sampleInterval: 5,
    production: true,
  });
  const app = express();
  app.use(protection);
  app.get('/', (_request, response) => {
    response.send('fine');
  });
  app.use(notFound());
  app.use(errorHandler());
  return {
    app,
    stop: () => {
      protection.stop();
    },
  };
}
