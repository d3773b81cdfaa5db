// Which files and functions one GET enters that throws, on Express, when all is warm:
// node packages/benchmarks/functions-entered.mjs [--list] (after npm run build).
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { Session } from 'node:inspector/promises';
import { SourceMap } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
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
    path: fileURLToPath(url),
    starts: functions
      .filter(({ ranges: [{ count }] }) => count > 0)
      .map(({ ranges: [{ startOffset }] }) => startOffset),
  }))
  .filter(({ starts }) => starts.length > 0);
const count = (files) => ({
  files: files.length,
  functions: files.reduce((sum, { starts }) => sum + starts.length, 0),
});
console.log('ours', count(entered.filter(({ ours }) => ours)), 'all', count(entered));
if (process.argv.includes('--list')) {
  for (const { file, path, starts } of entered.filter(({ ours }) => ours)) {
    console.log(file);
    for (const line of listSources(path, starts)) console.log(`  ${line}`);
  }
}

/** Where functions stand in the sources that a file was built of, each with its first line. */
function listSources(path, starts) {
  const code = readFileSync(path, 'utf8');
  const payload = JSON.parse(readFileSync(`${path}.map`, 'utf8'));
  const map = new SourceMap(payload);
  return starts.map((start) => {
    const before = code.slice(0, start).split('\n');
    const { originalSource, originalLine } = map.findEntry(before.length - 1, before.at(-1).length);
    const source = resolve(path, '..', payload.sourceRoot, originalSource);
    const line = readFileSync(source, 'utf8').split('\n')[originalLine];
    return `${originalSource}:${originalLine + 1} ${line.trim()}`;
  });
}
server.closeAllConnections();
server.close();
