// An Express app as a function of a cloud, by each of the wrappers. Prints what the function answers.
// node functions.mjs [bare], which leaves Faultless out
import codegenie from '@codegenie/serverless-express';
import { errorHandler, notFound, Unauthorized } from '@faultless/express';
import vendia from '@vendia/serverless-express';
import express from 'express';
import serverless from 'serverless-http';

const app = express();
if (process.argv.includes('bare')) {
  app.get('/orders', (_request, response) => void response.sendStatus(401));
} else {
  app.get('/orders', () => {
    throw new Unauthorized('orders');
  });
  app.use(notFound());
  app.use(errorHandler({ report: () => undefined }));
}

const WRAPPERS = {
  'serverless-http': serverless(app),
  '@codegenie/serverless-express': codegenie({ app }),
  '@vendia/serverless-express': vendia({ app }),
};

const eventFor = (path) => ({
  version: '2.0',
  routeKey: '$default',
  rawPath: path,
  rawQueryString: '',
  headers: { host: 'localhost', accept: 'application/problem+json' },
  requestContext: {
    http: { method: 'GET', path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1' },
    stage: '$default',
  },
  isBase64Encoded: false,
});

const answers = [];
for (const [name, invoke] of Object.entries(WRAPPERS)) {
  for (const path of ['/orders', '/nowhere']) {
    const failed = () => ({ statusCode: 500, headers: {}, body: '' });
    const { statusCode, headers, body } = await invoke(eventFor(path), {}).catch(failed);
    answers.push({ name, path, statusCode, headers, body });
  }
}
console.log(JSON.stringify(answers));
process.exit();
