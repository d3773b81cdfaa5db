import {
  BadRequest,
  Forbidden,
  HttpError,
  InternalServerError,
  NotFound,
  type Report,
  when,
} from '@faultless/core';
import { eachServer } from './support/each-server.js';

const URN = /^urn:uuid:[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/;

eachServer('a report', (start) => {
  it('tells what was thrown and what became of it', async () => {
    const thrown = new NotFound('No such order.');
    const server = await start(() => {
      throw thrown;
    });
    const { json } = await server.request({ method: 'DELETE', path: '/orders/7?token=secret' });
    const report = server.onlyReport();
    expect(report.error).toBe(thrown);
    expect(report).toMatchObject({
      level: 'info',
      causes: [],
      status: 404,
      sentStatus: 404,
      outcome: 'sent',
      concealed: false,
      method: 'DELETE',
      notices: [],
    });
    expect(report.instance).toMatch(URN);
    expect(json().instance).toBe(report.instance);
    expect(JSON.stringify({ ...report, error: undefined })).not.toContain('secret');
  });

  it('tells which mapper took the error, and the stable code', async () => {
    const duplicate = { code: '23505', severity: 'ERROR' };
    const broken = { code: '42601', severity: 'ERROR' };
    const thrown = [
      Object.assign(new Error('duplicate'), duplicate),
      Object.assign(new Error('syntax'), broken),
      new Forbidden({ code: 'not_yours', conceal: true }),
      new Error('x', { cause: Object.assign(new Error('y'), duplicate) }),
      new Error('unknown'),
    ];
    const server = await start((request) => {
      throw thrown[Number(request.url?.slice(1))] as Error;
    });
    const sent: unknown[] = [];
    for (const at of thrown.keys()) {
      const { json } = await server.request({ path: `/${at}` });
      sent.push(json().code);
    }
    expect(server.reports.map(({ mapper, code }) => [mapper, code])).toEqual([
      ['postgresql', 'already_exists'],
      ['postgresql', 'database_failed'],
      [undefined, 'not_yours'],
      ['postgresql', 'already_exists'],
      [undefined, undefined],
    ]);
    expect(sent).toEqual(['already_exists', undefined, undefined, 'already_exists', undefined]);
  });

  it('names the mapper of the app that took the error', async () => {
    const isText = (thrown: unknown): thrown is string => typeof thrown === 'string';
    const mappers = [when(isText, () => new NotFound({ code: 'nothing_there' }))];
    const server = await start(
      () => {
        throw 'x';
      },
      { mappers },
    );
    await server.request();
    expect(server.onlyReport()).toMatchObject({ mapper: 'isText', code: 'nothing_there' });
  });

  it('of an unknown error is one of an error', async () => {
    const thrown = new TypeError('x is not a function');
    const server = await start(() => {
      throw thrown;
    });
    await server.request();
    expect(server.onlyReport()).toMatchObject({ level: 'error', status: 500, sentStatus: 500 });
    expect(server.onlyReport().error).toBe(thrown);
  });

  it('lists the causes, the nearest first', async () => {
    const last = { code: 'ECONNREFUSED' };
    const middle = new Error('no connection', { cause: last });
    const server = await start(() => {
      throw new InternalServerError('no order', { cause: middle });
    });
    await server.request();
    expect(server.onlyReport().causes).toEqual([middle, last]);
  });

  it.each([1, 2, 3])('ends where causes go in a circle of %i', async (length) => {
    const errors = Array.from({ length }, (_, index) => new Error(`${index}`));
    errors.forEach((error, index) => {
      error.cause = errors[(index + 1) % length];
    });
    const server = await start(() => {
      throw errors[0];
    });
    await server.request();
    expect(server.onlyReport().causes).toEqual(errors.slice(1));
  });

  it('ends where a circle of causes does not lead back to the error', async () => {
    const [first, second] = [new Error('first'), new Error('second')];
    first.cause = second;
    second.cause = first;
    const server = await start(() => {
      throw new Error('outside', { cause: first });
    });
    await server.request();
    expect(server.onlyReport().causes).toEqual([first, second]);
  });

  it('ends in a chain of causes without end', async () => {
    const endless = (): Error =>
      Object.defineProperty(new Error('again'), 'cause', { get: endless });
    const server = await start(() => {
      throw endless();
    });
    await server.request();
    expect(server.onlyReport().causes.length).toBeLessThanOrEqual(100);
  });

  it('says that the error was concealed, and what it was', async () => {
    const thrown = new Forbidden('Only the owner may do this.', { conceal: true });
    const server = await start(() => {
      throw thrown;
    });
    expect((await server.request()).status).toBe(404);
    expect(server.onlyReport()).toMatchObject({ status: 403, sentStatus: 404, concealed: true });
    expect(server.onlyReport().error).toBe(thrown);
  });

  it.each([501, 505])('is a warning for a %i, which any client can bring about', async (status) => {
    const server = await start(() => {
      throw new HttpError(status);
    });
    await server.request({ method: 'PROPFIND' });
    expect(server.onlyReport()).toMatchObject({ level: 'warn', status, sentStatus: status });
  });

  it('is an error where a 501 could not be answered', async () => {
    const server = await start(
      () => {
        throw new HttpError(501);
      },
      {
        renderers: [
          {
            mediaType: 'text/plain',
            render() {
              throw new Error('no paper');
            },
          },
        ],
      },
    );
    await server.request();
    expect(server.onlyReport()).toMatchObject({ level: 'error', status: 501, sentStatus: 500 });
  });

  it('tells what was repaired, and is a warning then', async () => {
    const server = await start(() => {
      throw new BadRequest({
        headers: { 'X-Bad': 'a\r\nb', 'Bad Name': 'x', 'X-None': Number.NaN },
      });
    });
    const response = await server.request();
    expect([response.value('X-Bad'), response.value('X-None')]).toEqual(['a  b', undefined]);
    expect(server.onlyReport().level).toBe('warn');
    expect(server.onlyReport().notices.map(({ message }) => message)).toEqual([
      expect.stringContaining('X-Bad'),
      expect.stringContaining('Bad Name'),
      expect.stringContaining('X-None'),
    ]);
  });

  it('of a server that failed to answer is one of an error, whatever was thrown', async () => {
    const failure = new Error('the template is broken');
    const server = await start(
      () => {
        throw new NotFound();
      },
      {
        renderers: [
          {
            mediaType: 'text/plain',
            render: () => {
              throw failure;
            },
          },
        ],
      },
    );
    await server.request();
    const { level, status, sentStatus, notices } = server.onlyReport();
    expect({ level, status, sentStatus }).toEqual({ level: 'error', status: 404, sentStatus: 500 });
    expect(notices[0]?.cause).toBe(failure);
  });

  it('comes with what the framework calls the request', async () => {
    const contexts: unknown[] = [];
    const server = await start(
      () => {
        throw new NotFound();
      },
      {
        report: (_report: Report, context: unknown) => {
          contexts.push(context);
        },
      },
    );
    await server.request({ path: '/orders/7' });
    expect(contexts).toEqual([expect.objectContaining({ url: '/orders/7', method: 'GET' })]);
  });

  it('comes once for each error', async () => {
    const server = await start((request) => {
      throw new NotFound(request.url);
    });
    const connection = await server.connect();
    for (const path of ['/a', '/b', '/c']) await connection.request({ path });
    expect(server.reports.map(({ error }) => (error as NotFound).detail)).toEqual([
      '/a',
      '/b',
      '/c',
    ]);
  });
});
