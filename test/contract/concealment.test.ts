import { Forbidden, HttpError, type HttpErrorOptions, NotFound } from '@faultless/node';
import { describeEachServer, type ServerUnderTest } from '../harness/describe-each-server.js';
import { mask } from '../harness/mask.js';
import type { RequestParts } from '../harness/raw-request.js';
import { type Handler, UNANSWERED } from '../harness/servers.js';
import type { StartOptions } from '../harness/start-server.js';
import { concealables, REVEALING } from './support/concealables.js';
import { FORMATS } from './support/content-types.js';

/** Every format and language on offer, and what nobody offers. */
const ACCEPTS = [...FORMATS, 'image/png'];
const LANGUAGES = ['en', 'zh-CN', 'tlh'];
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

const SECRET = /secret/i;

/** A 404 of the app's own, with all that an error can tell. */
const noSuchOrder = (more: HttpErrorOptions = {}): NotFound =>
  new NotFound('There is no order 7.', {
    type: 'https://example.com/problems/no-such-order',
    title: 'No such order',
    code: 'no_such_order',
    headers: { 'X-Shop': 'orders', 'Cache-Control': 'max-age=5' },
    extensions: { order: 7 },
    ...more,
  });

/** Answers `/missing` and `/hidden`; whoever compares can't tell them apart. */
async function compare(
  server: ServerUnderTest,
  [missing, hidden]: readonly [missing: Handler, hidden: Handler],
  { options, requests }: { options?: StartOptions; requests: readonly RequestParts[] },
): Promise<void> {
  const { request } = await server.start(
    (asked, response) => (asked.url === '/missing' ? missing : hidden)(asked, response),
    options,
  );
  for (const parts of requests) {
    const real = await request({ ...parts, path: '/missing' });
    const fake = await request({ ...parts, path: '/hidden' });
    expect(real.status).toBe(404);
    expect(mask(fake.bytes)).toBe(mask(real.bytes));
    expect(fake.closed).toBe(real.closed);
    expect(mask(fake.bytes)).not.toMatch(SECRET);
  }
}

const unanswered: Handler = () => UNANSWERED;

const throwing =
  (make: () => unknown): Handler =>
  () => {
    throw make();
  };

const EVERYTHING: readonly RequestParts[] = ACCEPTS.flatMap((Accept) =>
  LANGUAGES.map((language) => ({ headers: { Accept, 'Accept-Language': language } })),
);

describe('conceal', () => {
  describeEachServer((server) => {
    it('looks like the 404 of an address that leads nowhere, in every format and language [404-conceals]', async () => {
      const hidden = throwing(() => new Forbidden('A secret.', { ...REVEALING, conceal: true }));
      await compare(server, [unanswered, hidden], { requests: EVERYTHING });
    });

    it('looks like it with every method, HEAD among them, and with content [404-conceals]', async () => {
      const hidden = throwing(() => new Forbidden('A secret.', { conceal: true }));
      const requests = METHODS.flatMap((method) => [
        { method },
        { method, headers: { Accept: 'text/html' } },
        { method, headers: { Connection: 'close' } },
        ...(method === 'GET' || method === 'HEAD' ? [] : [{ method, body: 'x'.repeat(5000) }]),
      ]);
      await compare(server, [unanswered, hidden], { requests });
    });

    it('looks exactly like the NotFound that it is given [404-conceals]', async () => {
      const hidden = throwing(
        () => new Forbidden('A secret.', { ...REVEALING, conceal: noSuchOrder() }),
      );
      const missing = throwing(() => noSuchOrder());
      await compare(server, [missing, hidden], { requests: EVERYTHING });
      const heads = EVERYTHING.map((parts) => ({ ...parts, method: 'HEAD' }));
      await compare(server, [missing, hidden], { requests: heads });
    });

    it('hides every status, and all that the error would have said [404-conceals]', async () => {
      const errors = concealables({ conceal: true });
      const { request, reports } = await server.start((asked) => {
        if (asked.url === '/missing') return UNANSWERED;
        throw errors[Number(asked.url?.slice(1))];
      });
      const real = mask((await request({ path: '/missing' })).bytes);
      const fakes = await Promise.all(errors.map((_error, at) => request({ path: `/${at}` })));
      for (const fake of fakes) expect(mask(fake.bytes)).toBe(real);
      expect(
        reports
          .filter(({ concealed }) => concealed)
          .map(({ status }) => status)
          .sort(),
      ).toEqual(errors.map(({ status }) => status).sort());
    });

    it('tells the operator the truth [404-conceals]', async () => {
      const thrown = new Forbidden('A secret.', { conceal: true, cause: new Error('not hers') });
      const { request, lastReport, reports } = await server.start(throwing(() => thrown));
      const { instance } = (await request()).json();
      expect(reports).toHaveLength(1);
      expect(lastReport()).toMatchObject({
        level: 'info',
        status: 403,
        sentStatus: 404,
        concealed: true,
        outcome: 'sent',
        instance,
        notices: [],
      });
      expect(lastReport().error).toBe(thrown);
      expect(lastReport().causes).toEqual([thrown.cause]);
    });

    it('reveals an error that says conceal: false', async () => {
      const { request, lastReport } = await server.start(
        throwing(() => new Forbidden('Owners only.', { conceal: false })),
      );
      expect((await request()).status).toBe(403);
      expect(lastReport().concealed).toBe(false);
    });
  });

  it.each([[new Forbidden()], [new HttpError(410)], ['404'], [404], [null]])(
    'must be a flag or a 404: %p is refused',
    (conceal) => {
      expect(() => new Forbidden({ conceal: conceal as unknown as boolean })).toThrow(/conceal/);
    },
  );
});

describe('genericNotFound', () => {
  describeEachServer((server) => {
    it('makes every 404 the generic one [404-conceals]', async () => {
      const options = { genericNotFound: true };
      const requests = EVERYTHING.slice(0, 6);
      for (const hidden of [
        () => noSuchOrder(),
        () => noSuchOrder({ retryAfter: 5, temporary: true }),
        () => new Forbidden({ conceal: noSuchOrder() }),
        () => new Forbidden({ conceal: true }),
      ]) {
        await compare(server, [unanswered, throwing(hidden)], { options, requests });
      }
    });

    it('leaves other errors as they are', async () => {
      const { request } = await server.start(
        throwing(() => new Forbidden('Owners only.')),
        { genericNotFound: true },
      );
      expect((await request()).json()).toMatchObject({ status: 403, detail: 'Owners only.' });
    });
  });
});
