import { isProblem, problemFetch } from '@faultless/client';
import { ar } from '@faultless/locale-ar';
import { en, html, markdown, problemJson, problemXml, text, zhCN } from '@faultless/node';
import { describeEachServer } from '../harness/describe-each-server.js';
import { throwing } from '../harness/throwing.js';
import { shopProblems } from './shop-problems.js';

const BASE = 'https://api.example/problems/';
const { OutOfCredit, SoldOut, WarehouseClosed } = shopProblems(BASE).classes;

describe('problems of a registry', () => {
  describeEachServer(({ start }) => {
    const { NODE_ENV } = process.env;
    afterEach(() => {
      process.env.NODE_ENV = NODE_ENV;
    });

    it.each([
      ['en', 'You do not have enough credit.', 'The order costs more than is left on the account.'],
      ['zh', '余额不足。', '订单金额超过账户余额。'],
      ['de', 'You do not have enough credit.', 'The order costs more than is left on the account.'],
    ])('leave in the language of the client: %s', async (language, title, detail) => {
      const server = await start(throwing(new OutOfCredit({ balance: 30 })));
      const response = await server.request({ headers: { 'Accept-Language': language } });
      expect(response.status).toBe(403);
      expect(response.value('Content-Type')).toBe('application/problem+json');
      const { instance, ...problem } = response.json();
      expect(instance).toMatch(/^urn:uuid:/);
      expect(problem).toEqual({
        type: `${BASE}out-of-credit`,
        title,
        status: 403,
        detail,
        balance: 30,
        accounts: [],
      });
    });

    it('say what this occurrence says, in every format', async () => {
      const error = new OutOfCredit({ balance: 30 }, 'That costs 50.');
      const server = await start(throwing(error));
      for (const { mediaType } of [problemJson, problemXml, html, text, markdown]) {
        const headers = { Accept: mediaType, 'Accept-Language': 'zh-CN' };
        const { text: body } = await server.request({ headers });
        for (const told of ['余额不足。', 'That costs 50.', 'out-of-credit']) {
          expect(body.replaceAll('\\', '')).toContain(told);
        }
        expect(body).not.toContain('订单金额');
      }
    });

    it('advise in their own words where people read', async () => {
      const server = await start(throwing(new OutOfCredit({ balance: 30 })));
      for (const [language, advice] of [
        ['en', 'Top up the account, then send the order again.'],
        ['zh-CN', '请先充值。'],
      ] as const) {
        for (const { mediaType } of [html, text, markdown]) {
          const headers = { Accept: mediaType, 'Accept-Language': language };
          const twice = [await server.request({ headers }), await server.request({ headers })];
          for (const { text: body } of twice) expect(body).toContain(advice);
        }
      }
    });

    it('leave with what a 5xx says, too, unless it is not to be exposed', async () => {
      const server = await start(({ url }) => {
        throw new WarehouseClosed({ retryAfter: 60, expose: url !== '/hidden' });
      });
      const told = await server.request();
      expect(told.status).toBe(503);
      expect(told.value('Retry-After')).toBe('60');
      expect(told.json()).toMatchObject({
        type: `${BASE}closed`,
        title: 'The warehouse is closed.',
        detail: 'It opens at eight.',
        temporary: true,
      });
      const hidden = await server.request({ path: '/hidden' });
      expect(hidden.json()).toMatchObject({ type: 'about:blank', title: 'Service Unavailable' });
      expect(hidden.text).not.toContain('warehouse');
    });

    it('hide with all that they say', async () => {
      const server = await start(({ url }) => {
        if (url === '/secret') throw new OutOfCredit({ balance: 30 }, { conceal: true });
      });
      const { text: body, status } = await server.request({ path: '/secret' });
      expect(status).toBe(404);
      expect(body).not.toMatch(/credit|balance|account/i);
    });

    it('tell the operator once of a language that they lack', async () => {
      const locales = [en, zhCN, ar] as const;
      const server = await start(throwing(new SoldOut({ item: 'Tea' })), { locales });
      const headers = { 'Accept-Language': 'ar' };
      const response = await server.request({ headers });
      expect(response.json()).toMatchObject({ title: 'It is sold out.', code: 'sold_out' });
      await server.request({ headers });
      expect(server.reports.map(({ notices }) => notices.map(({ message }) => message))).toEqual([
        [`the locale ar has no texts for ${BASE}sold-out`],
        [],
      ]);
    });

    it('leave without a member that the schema refuses, and the operator hears of it', async () => {
      process.env.NODE_ENV = 'production';
      const server = await start(() => {
        throw new OutOfCredit({ balance: '30' as never, accounts: ['/account/1'] });
      });
      const response = await server.request();
      expect(response.status).toBe(403);
      expect(response.json()).toMatchObject({ type: OutOfCredit.type });
      // Without its balance, which it must have, the schema makes nothing of the rest.
      expect(response.text).not.toMatch(/balance"|accounts/);
      const { level, notices } = server.onlyReport();
      expect(level).toBe('warn');
      expect(notices).toEqual([
        { message: expect.stringMatching(/^OutOfCredit left without a member: balance: Invalid/) },
      ]);
    });

    it('are known to the client by their class', async () => {
      const server = await start(throwing(new OutOfCredit({ balance: 30 })));
      const error: unknown = await problemFetch(fetch)(server.origin).catch((e: unknown) => e);
      expect(isProblem(error, SoldOut)).toBe(false);
      if (!isProblem(error, OutOfCredit)) throw new Error('it was another', { cause: error });
      expect(error.problem.balance.toFixed(1)).toBe('30.0');
    });
  });
});
