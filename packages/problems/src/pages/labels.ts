import type { Locale } from '@faultless/core';
import type { BuiltInTag } from '@faultless/core/adapter';

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

const LABELS: Readonly<Record<BuiltInTag, Omit<Labels, 'tag'>>> = {
  en: {
    index: 'Problems of this API',
    problems: 'Problem types',
    statuses: 'Statuses',
    codes: 'Codes',
    advice: 'What you can do',
    members: 'Members',
    optional: 'optional',
    example: 'Example',
    all: 'All problems',
  },
  'zh-CN': {
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
};

/** Those of a locale, of the one behind it, or English. */
export function findLabels({ tag, base }: Pick<Locale, 'tag' | 'base'>): Labels {
  const found = [tag, base].find((one): one is BuiltInTag => Object.hasOwn(LABELS, one ?? ''));
  return { tag: found ?? 'en', ...LABELS[found ?? 'en'] };
}
