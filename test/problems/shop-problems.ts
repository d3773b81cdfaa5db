import { defineProblems, members } from '@faultless/problems';
import { builtInProblems } from '@faultless/problems/built-in';
import { toStandardJsonSchema } from '@valibot/to-json-schema';
import { type } from 'arktype';
import * as v from 'valibot';
import { z } from 'zod';

/** The registry of a shop, with a schema of each library. */
export const shopProblems = (base: string) =>
  defineProblems({
    base,
    others: builtInProblems(),
    problems: {
      OutOfCredit: {
        status: 403,
        texts: {
          en: {
            title: 'You do not have enough credit.',
            detail: 'The order costs more than is left on the account.',
            advice: 'Top up the account, then send the order again.',
            explanation:
              'An order is paid from the account <of who sends it>.\n\nCredit is never lent.',
          },
          'zh-CN': { title: '余额不足。', detail: '订单金额超过账户余额。', advice: '请先充值。' },
        },
        members: z.object({ balance: z.number(), accounts: z.array(z.string()).default([]) }),
        examples: [
          {
            detail: 'Your balance is 30, but that costs 50.',
            members: { balance: 30, accounts: ['/account/12345'] },
          },
        ],
      },
      SoldOut: {
        status: 409,
        texts: { en: { title: 'It is sold out.', detail: 'Nothing is left of it.' } },
        code: 'sold_out',
        members: toStandardJsonSchema(v.object({ item: v.string() })),
        examples: [{ members: { item: 'Tea' } }],
      },
      QuotaExceeded: {
        status: 429,
        texts: { en: { title: 'The quota is used up.', detail: 'There were too many orders.' } },
        members: type({ quota: 'number' }),
        examples: [{ members: { quota: 100 } }],
      },
      WarehouseClosed: {
        status: 503,
        slug: 'closed',
        texts: { en: { title: 'The warehouse is closed.', detail: 'It opens at eight.' } },
      },
      TypedOnly: {
        status: 422,
        texts: { en: { title: 'It does not add up.', detail: 'The sum is another.' } },
        members: members<{ sum: number; parts?: readonly number[] }>(),
        examples: [{ members: { sum: 3, parts: [1, 1] } }],
      },
    },
  });
