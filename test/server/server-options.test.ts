import type { ServerOptions } from 'node:http';
import { mask } from '../harness/mask.js';
import type { RequestParts } from '../harness/raw-request.js';
import { SERVERS } from '../harness/servers.js';
import { startForEach } from '../harness/start-guarded.js';

/** What changes how Node makes requests and responses; a Node that doesn't know one lets it be. */
const OPTIONS: Readonly<Record<string, object>> = {
  // Since 24: a request without content has been read, ended and destroyed when it is handed over.
  optimizeEmptyRequests: { optimizeEmptyRequests: true },
  // Since 24: in place of the next.
  'a relaxed httpValidation': { httpValidation: 'relaxed' },
  insecureHTTPParser: { insecureHTTPParser: true },
  // Content for HEAD or a 204 throws.
  rejectNonStandardBodyWrites: { rejectNonStandardBodyWrites: true },
  joinDuplicateHeaders: { joinDuplicateHeaders: true },
  'a highWaterMark of one byte': { highWaterMark: 1 },
};

const ASKED: readonly RequestParts[] = [
  {},
  { path: '/nowhere' },
  { method: 'HEAD', path: '/nowhere' },
  { path: '/denied', headers: { Accept: 'text/html' } },
  { path: '/broken' },
  { method: 'POST', path: '/broken', body: 'abc' },
  { method: 'POST', path: '/echo', body: 'abc' },
  { method: 'POST', path: '/early', headers: { 'Content-Length': '100000' } },
  { method: 'OPTIONS', path: '*' },
  { headers: { Host: ['a', 'b'] } },
  { headers: { Upgrade: 'websocket', Connection: 'upgrade', 'Sec-WebSocket-Key': 'x' } },
];

const BROKEN = 'GET /\u0001 HTTP/1.1\r\nHost: a\r\n\r\n';

const start = startForEach('node:http');

describe.each(SERVERS)('on $name', (kind) => {
  async function answerAll(options?: ServerOptions) {
    const { request, raw, reports } = await start({ server: options ?? {} }, kind);
    const answers: unknown[] = [];
    for (const parts of ASKED) {
      const { bytes, closed } = await request(parts);
      answers.push({ parts, text: mask(bytes), closed });
    }
    answers.push((await raw(BROKEN)).status);
    return { answers, reports: reports.map(({ status, outcome }) => ({ status, outcome })) };
  }

  it.each(Object.entries(OPTIONS))('%s changes no answer and no report', async (_name, options) => {
    const usual = await answerAll();
    expect(usual.answers.at(-1)).toBe(400);
    expect(usual.reports).toHaveLength(ASKED.length - 2);
    expect(await answerAll(options)).toEqual(usual);
  });
});
