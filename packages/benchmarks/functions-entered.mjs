// Which files and functions one GET enters that throws, on Express, when all is warm:
// node packages/benchmarks/functions-entered.mjs [--list] (after npm run build).
import { once } from 'node:events';
import { get } from 'node:http';
import { Session } from 'node:inspector/promises';
import { errorHandler, Forbidden } from '@faultless/express';
import express from 'express';

const WARM = 100;
const OURS = /\/packages\/(?:core|node|express)\/dist\//;

const app = express();
app.get('/', () => {
  throw new Forbidden('Only.');
});
app.use(errorHandler({ report: () => undefined }));
const server = app.listen(0);
await once(server, 'listening');

async function ask() {
  const [response] = await once(get({ port: server.address().port }), 'response');
  response.resume();
  await once(response, 'end');
  // A response has finished for its client before it has for the server.
  await new Promise(setImmediate);
}

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
for (let count = 0; count < WARM; count += 1) await ask();
await session.post('Profiler.takePreciseCoverage');
await ask();
const { result } = await session.post('Profiler.takePreciseCoverage');

const entered = result
  .filter(({ url }) => url.startsWith('file:') && url !== import.meta.url)
  .map(({ url, functions }) => ({
    file: url.replace(/.*\/packages\//, ''),
    ours: OURS.test(url),
    names: functions
      .filter(({ ranges: [{ count }] }) => count > 0)
      .map((each) => each.functionName),
  }))
  .filter(({ names }) => names.length > 0);
const count = (files) => ({
  files: files.length,
  functions: files.reduce((sum, { names }) => sum + names.length, 0),
});
console.log('ours', count(entered.filter(({ ours }) => ours)), 'all', count(entered));
if (process.argv.includes('--list')) {
  for (const { file, names } of entered.filter(({ ours }) => ours)) console.log(file, names);
}
server.closeAllConnections();
server.close();
