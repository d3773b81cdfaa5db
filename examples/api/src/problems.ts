import { en, zhCN } from '@faultless/express';
import { ar } from '@faultless/locale-ar';
import { defineProblems } from '@faultless/problems';
import { builtInProblems } from '@faultless/problems/built-in';
import { z } from 'zod';

/** What Faultless sends of itself here, by the names in openapi.yaml. */
const SENT: readonly string[] = [
  'BadRequest',
  'Unauthorized',
  'Forbidden',
  'NotFound',
  'Gone',
  'ContentTooLarge',
  'UnsupportedMediaType',
  'RangeNotSatisfiable',
  'Locked',
  'UpgradeRequired',
  'TooManyRequests',
  'UnavailableForLegalReasons',
  'InternalServerError',
  'ServiceUnavailable',
  'body_malformed',
  'body_too_large',
];

/** The problem types of this API: classes, pages and openapi.yaml come from here. */
export const problems = defineProblems({
  // Where it runs by `npm start`, so that every `type` leads to its page.
  base: 'http://localhost:3000/problems/',
  locales: [en, zhCN, ar],
  others: builtInProblems().filter(({ name }) => SENT.includes(name)),
  problems: {
    OutOfCredit: {
      status: 409,
      code: 'out_of_credit',
      texts: {
        en: {
          title: 'You do not have enough credit.',
          detail: 'The order costs more than your balance.',
          advice: 'Top up your account, then pay again.',
        },
        'zh-CN': {
          title: '余额不足。',
          detail: '订单金额超过您的余额。',
          advice: '请充值后再付款。',
        },
        ar: {
          title: 'رصيدك غير كافٍ.',
          detail: 'ثمن الطلب أكبر من رصيدك.',
          advice: 'اشحن حسابك ثم ادفع مرة أخرى.',
        },
      },
      members: z.object({
        balance: z.number().meta({ description: 'What is left on the account.' }),
        price: z.number().meta({ description: 'What the order costs.' }),
      }),
      examples: [
        {
          detail: 'A difference engine costs 50, and your balance is 30.',
          members: { balance: 30, price: 50 },
        },
      ],
    },
    NoSuchOrder: {
      status: 404,
      code: 'no_such_order',
      texts: {
        en: {
          title: 'There is no such order.',
          detail: 'No order of yours has this number.',
          advice: 'Look at the list of your orders.',
        },
        'zh-CN': {
          title: '没有这个订单。',
          detail: '您没有这个编号的订单。',
          advice: '请查看您的订单列表。',
        },
        ar: {
          title: 'لا يوجد طلب كهذا.',
          detail: 'ليس لك طلب بهذا الرقم.',
          advice: 'راجع قائمة طلباتك.',
        },
      },
    },
    InvalidOrder: {
      status: 422,
      texts: {
        en: {
          title: 'This can not be ordered.',
          detail: 'Some members of the order are missing or wrong.',
          advice: 'Mend what the list names, then order again.',
        },
        'zh-CN': {
          title: '无法下单。',
          detail: '订单的某些成员缺失或有误。',
          advice: '请更正列出的各项后再下单。',
        },
        ar: {
          title: 'لا يمكن طلب هذا.',
          detail: 'بعض حقول الطلب ناقصة أو خاطئة.',
          advice: 'صحّح ما في القائمة ثم اطلب مرة أخرى.',
        },
      },
      members: z.object({
        errors: z.array(z.object({ detail: z.string(), pointer: z.string() })),
      }),
      examples: [{ members: { errors: [{ detail: 'must be a text', pointer: '#/item' }] } }],
    },
  },
});

export const { OutOfCredit, NoSuchOrder, InvalidOrder } = problems.classes;
