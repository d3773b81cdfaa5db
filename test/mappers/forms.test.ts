import { once } from 'node:events';
import { connect } from 'node:net';
import koaMulter from '@koa/multer';
import busboy from 'busboy';
import type express from 'express';
import formidable, { type Options } from 'formidable';
import type { Context } from 'koa';
import multer, { type Options as MulterOptions } from 'multer';
import { until } from '../harness/until.js';
import { ask, type Served, serveExpress, serveKoa } from './servers.js';

const CANARY = 'canary';

function form(parts: Record<string, string | Blob>, repeat = 1): FormData {
  const data = new FormData();
  for (let i = 0; i < repeat; i += 1) {
    for (const [name, value] of Object.entries(parts)) {
      if (typeof value === 'string') data.append(name, value);
      else data.append(name, value, `${CANARY}.txt`);
    }
  }
  return data;
}

const file = (size = 50) => new Blob(['x'.repeat(size)]);

/** A form whose last boundary never comes, and a part with a header that is none. */
const BROKEN = [
  ['breaks off', '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1'],
  ['has a malformed part', '--b\r\nno header at all\r\n\r\n1\r\n--b--\r\n'],
] as const;

const MULTIPART = { 'Content-Type': 'multipart/form-data; boundary=b' };

const UPLOADS = [
  {
    name: 'multer on Express',
    serve: (limits: MulterOptions['limits']) =>
      serveExpress((app) => {
        app.use(multer({ limits: { ...limits } }).single('file'));
        app.use((_request, response) => void response.json('read'));
      }),
  },
  {
    name: '@koa/multer on Koa',
    serve: (limits: MulterOptions['limits']) =>
      serveKoa((app) => {
        app.use(koaMulter({ limits: { ...limits } }).single('file') as never);
        app.use((context) => {
          context.body = JSON.stringify('read');
        });
      }),
  },
];

async function post(
  served: Served,
  body: NonNullable<RequestInit['body']>,
  headers?: Record<string, string>,
) {
  const answered = await ask(served.url, { method: 'POST', body, ...(headers && { headers }) });
  expect(answered.text).not.toContain(CANARY);
  return answered;
}

describe.each(UPLOADS)('$name', ({ serve }) => {
  it.each<[string, MulterOptions['limits'], FormData, number, string]>([
    ['a file that is too large', { fileSize: 10 }, form({ file: file() }), 413, 'file_too_large'],
    ['another file field', {}, form({ [CANARY]: file() }), 400, 'file_unexpected'],
    ['too many files', { files: 1 }, form({ file: file() }, 3), 413, 'files_too_many'],
    ['too many parts', { parts: 1 }, form({ a: '1', b: '2', c: '3' }), 413, 'form_parts_too_many'],
    ['too many fields', { fields: 1 }, form({ a: '1', b: '2' }), 413, 'form_fields_too_many'],
    [
      'a field that is too large',
      { fieldSize: 3 },
      form({ a: CANARY }),
      413,
      'form_field_too_large',
    ],
    [
      'a name that is too long',
      { fieldNameSize: 2 },
      form({ [CANARY]: '1' }),
      400,
      'form_field_name_invalid',
    ],
  ])('answers %s', async (_, limits, body, status, code) => {
    const served = await serve(limits);
    const { problem } = await post(served, body);
    await served.close();
    expect([problem.status, problem.code]).toEqual([status, code]);
    expect(problem.detail).toMatch(/\.$/);
  });

  it.each(BROKEN)('answers 400 to a form that %s', async (_, body) => {
    const served = await serve({});
    const { problem } = await post(served, body, MULTIPART);
    await served.close();
    expect([problem.status, problem.code]).toEqual([400, 'form_malformed']);
  });

  it('answers 400 to a form without a boundary', async () => {
    const served = await serve({});
    const { problem } = await post(served, 'x', { 'Content-Type': 'multipart/form-data' });
    await served.close();
    expect([problem.status, problem.code]).toEqual([400, 'form_malformed']);
  });

  it('reports a client that leaves in the middle as gone', async () => {
    const served = await serve({});
    const socket = connect(served.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 500\r\n\r\n--b\r\n',
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    await until(() => served.reports.length > 0);
    await served.close();
    expect(served.reports[0]).toMatchObject({ outcome: 'client-gone', status: 499 });
  });
});

describe('busboy', () => {
  const serve = () =>
    serveKoa((app) => {
      app.use(
        (context) =>
          new Promise((_resolve, reject) => {
            const parser = busboy({ headers: context.req.headers });
            parser.on('error', reject);
            context.req.pipe(parser);
          }),
      );
    });

  it.each([...BROKEN])('answers 400 to a form that %s', async (_, body) => {
    const served = await serve();
    const { problem } = await post(served, body, MULTIPART);
    await served.close();
    expect([problem.status, problem.code]).toEqual([400, 'form_malformed']);
  });

  it('answers 415 to a media type that is no form’s', async () => {
    const served = await serve();
    const { problem } = await post(served, 'x', { 'Content-Type': `text/${CANARY}` });
    await served.close();
    expect([problem.status, problem.code]).toEqual([415, 'media_type_unsupported']);
  });
});

describe('formidable', () => {
  const parse = async (options: Options, request: Context['req']) => {
    await formidable(options).parse(request);
  };
  const SERVERS = [
    [
      'Express',
      (options: Options) =>
        serveExpress((app) => {
          app.use((async (request, response) => {
            await parse(options, request);
            response.json('read');
          }) as express.RequestHandler);
        }),
    ],
    [
      'Koa',
      (options: Options) =>
        serveKoa((app) => {
          app.use(async (context) => {
            await parse(options, context.req);
            context.body = JSON.stringify('read');
          });
        }),
    ],
  ] as const;
  const CASES: [
    string,
    Options,
    FormData | string,
    Record<string, string> | undefined,
    number,
    string,
  ][] = [
    [
      'a file that is too large',
      { maxFileSize: 10 },
      form({ file: file() }),
      undefined,
      413,
      'file_too_large',
    ],
    [
      'files that are too large',
      { maxTotalFileSize: 10 },
      form({ file: file() }),
      undefined,
      413,
      'file_too_large',
    ],
    ['an empty file', {}, form({ file: file(0) }), undefined, 400, 'file_too_small'],
    [
      'a small file',
      { minFileSize: 100 },
      form({ file: file() }),
      undefined,
      400,
      'file_too_small',
    ],
    [
      'too many files',
      { maxFiles: 1 },
      form({ file: file(), more: file() }),
      undefined,
      413,
      'files_too_many',
    ],
    [
      'too many fields',
      { maxFields: 1 },
      form({ a: '1', b: '2' }),
      undefined,
      413,
      'form_fields_too_many',
    ],
    [
      'fields that are too large',
      { maxFieldsSize: 3 },
      form({ a: CANARY }),
      undefined,
      413,
      'form_field_too_large',
    ],
    [
      'a form that breaks off',
      {},
      '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1',
      MULTIPART,
      400,
      'form_malformed',
    ],
    ['no boundary', {}, 'x', { 'Content-Type': 'multipart/form-data' }, 400, 'form_malformed'],
    [
      'a media type that is no form’s',
      {},
      'x',
      { 'Content-Type': `image/${CANARY}` },
      415,
      'media_type_unsupported',
    ],
  ];

  describe.each(SERVERS)('on %s', (_framework, serve) => {
    it.each(CASES)('answers %s', async (_, options, body, headers, status, code) => {
      const served = await serve(options);
      const { problem } = await post(served, body, headers);
      await served.close();
      expect([problem.status, problem.code]).toEqual([status, code]);
    });
  });
});
