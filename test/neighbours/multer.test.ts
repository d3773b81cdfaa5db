import { errorHandler, type Report } from '@faultless/express';
import multer from 'multer';
import multer1 from 'multer1';
import { closeAll, serve } from '../harness/serve.js';
import { until } from '../harness/until.js';
import { EXPRESSES, failure } from './support/apps.js';
import { describeNeighbour } from './support/describe-neighbour.js';

afterEach(closeAll);

const LIMIT = 1000;

/** A form with one file. */
function form(content: string, field = 'file'): { headers: Record<string, string>; body: string } {
  const body = `--x\r\nContent-Disposition: form-data; name="${field}"; filename="a.txt"\r\n\r\n${content}\r\n--x--\r\n`;
  return { headers: { 'Content-Type': 'multipart/form-data; boundary=x' }, body };
}

describe.each([
  ['multer 2', multer],
  ['multer 1', multer1],
])('%s', (_version, create) => {
  describeNeighbour('that has nothing to do', { express: (app) => app.use(create().any()) });

  describe.each(EXPRESSES)('on %s', (_name, createApp) => {
    async function start() {
      const reports: Report[] = [];
      const app = createApp();
      app.use(create({ limits: { fileSize: LIMIT } }).single('file'));
      app.use((request, response) => {
        if (request.path === '/broken') throw failure;
        response.send(String(request.file?.size));
      });
      app.use(errorHandler({ report: (report) => reports.push(report) }));
      return { ...(await serve(app)), reports };
    }

    it.each([
      ['takes a file', '/', form('x'.repeat(LIMIT - 1)), 200],
      ['refuses one that is too large', '/', form('x'.repeat(LIMIT + 1)), 413],
      ['refuses one in another field', '/', form('x', 'other'), 400],
      ['hands a form that breaks off on', '/', { ...form('x'), body: '--x\r\nContent-Dis' }, 400],
      ['is not to blame for what fails behind it', '/broken', form('x'), 500],
    ])('%s', async (_what, path, parts, status) => {
      const { request, reports } = await start();
      const answer = await request({ method: 'POST', path, ...parts });
      expect(answer.status).toBe(status);
      if (status === 200) expect([answer.text, reports]).toEqual([String(LIMIT - 1), []]);
      else {
        expect(answer.json().status).toBe(status);
        expect(reports).toMatchObject([{ sentStatus: status, outcome: 'sent' }]);
      }
    });

    // Before its second major, multer said nothing of it.
    if (create === multer)
      it('says of a client that leaves in the middle that it has gone', async () => {
        const { connect, reports } = await start();
        const connection = await connect();
        const { headers, body } = form('x'.repeat(500));
        connection.socket.write(
          `POST / HTTP/1.1\r\nHost: a\r\nContent-Type: ${headers['Content-Type'] ?? ''}\r\nContent-Length: 1000\r\n\r\n${body.slice(0, 300)}`,
        );
        await new Promise((resolve) => setTimeout(resolve, 50));
        connection.close();
        await until(() => reports.length > 0);
        expect(reports).toMatchObject([{ outcome: 'client-gone', level: 'info' }]);
      });
  });
});
