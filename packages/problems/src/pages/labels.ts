import type { Locale } from '@faultless/core';

/** What stands around the texts of problems. */
export interface Labels {
  /** The language that these are in, which need not be the page's. */
  readonly tag: string;
  /** Heads the index. */
  readonly index: string;
  readonly problems: string;
  readonly statuses: string;
  readonly codes: string;
  readonly advice: string;
  readonly members: string;
  readonly optional: string;
  readonly example: string;
  /** Leads back to the index. */
  readonly all: string;
}

const EN: Labels = {
  tag: 'en',
  index: 'Problems of this API',
  problems: 'Problem types',
  statuses: 'Statuses',
  codes: 'Codes',
  advice: 'What you can do',
  members: 'Members',
  optional: 'optional',
  example: 'Example',
  all: 'All problems',
};

const LABELS: readonly Labels[] = [
  EN,
  {
    tag: 'zh-CN',
    index: '此 API 的问题',
    problems: '问题类型',
    statuses: '状态码',
    codes: '代码',
    advice: '您可以做什么',
    members: '成员',
    optional: '可选',
    example: '示例',
    all: '所有问题',
  },
];

/** Those of a locale, of the one behind it, or English. */
export function findLabels({ tag, base }: Pick<Locale, 'tag' | 'base'>): Labels {
  return LABELS.find((one) => one.tag === tag) ?? LABELS.find((one) => one.tag === base) ?? EN;
}
