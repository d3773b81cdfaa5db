import {
  BadRequest,
  Conflict,
  defineLocale,
  type ErrorHandlerOptions,
  en,
  type HttpError,
  html,
  json,
  lastEvent,
  NotFound,
  problemJson,
  problemXml,
  type Renderer,
  text,
  zhCN,
} from '@faultless/node';

/** The one to imitate. */
export const LOOKALIKE = new NotFound('No such order.', { code: 'no_such_order' });

/** An error of the application's own, which only a mapper of its own knows. */
export class SoldOut extends Error {}

const own: Renderer = {
  mediaType: 'application/vnd.shop+json',
  render: ({ status, detail }) => JSON.stringify({ status, detail }),
};

const fr = defineLocale({ tag: 'fr', direction: 'ltr' }, en);

const isPrivate = ({ code }: HttpError): boolean => code === 'private';

/** Every option of a handler, with values that differ in what leaves; the first is the default. */
export const OPTION_LEVELS = {
  conceal: [undefined, isPrivate, (error: HttpError) => isPrivate(error) && LOOKALIKE],
  genericNotFound: [undefined, true],
  extend: [
    undefined,
    () => ({ requestId: 'r1' }),
    () => {
      throw new Error('kanari');
    },
  ],
  renderers: [undefined, [html], [text, problemXml], [json, own, problemJson]],
  locales: [undefined, [zhCN], [fr, en, zhCN]],
  defaultLocale: [undefined, 'zh-CN'],
  vendorStatuses: [undefined, 'verbatim'],
  substatus: [undefined, true],
  lastEvent: [undefined, lastEvent],
  passOnProblems: [undefined, true],
  mappers: [
    undefined,
    [{ name: 'shop', map: (error) => (error instanceof SoldOut ? new Conflict() : undefined) }],
    [
      {
        name: 'broken',
        map: () => {
          throw new BadRequest('kanari');
        },
      },
    ],
  ],
  traceId: [undefined, true],
  withoutMappers: [undefined, ['zod', 'system']],
  validationStatus: [undefined, 400],
  maxValidationErrors: [undefined, 1],
  scheme: [undefined, 'Basic', 'DPoP'],
  realm: [undefined, 'shop'],
  dpopAlgs: [undefined, ['ES256']],
  protectedResource: [undefined, { metadataUrl: 'https://shop.example/metadata' }],
  exposeChallenges: [undefined, false],
  behindProxy: [undefined, true, false],
  stackTraces: [undefined, 'none'],
  unreadContent: [undefined, { bytes: 0, seconds: 0 }],
  report: [
    undefined,
    () => {
      throw new Error('the log is full');
    },
    () => Promise.reject(new Error('the log is full')),
  ],
} as const satisfies {
  readonly [Name in keyof Required<
    ErrorHandlerOptions<unknown>
  >]: readonly ErrorHandlerOptions<unknown>[Name][];
};
