/** What stands in front of the facts of a status. */
export const LABELS = {
  en: {
    source: 'Source',
    answer: 'Answer with',
    temporary: 'Try again',
    temporaryIs: { true: 'it may work later', false: 'not unchanged', unknown: 'nobody can say' },
    reference: 'See',
    note: 'Note',
  },
  'zh-CN': {
    source: '来源',
    answer: '应答以',
    temporary: '重试',
    temporaryIs: { true: '稍后可能成功', false: '原样重试无效', unknown: '无法确定' },
    reference: '参见',
    note: '说明',
  },
} as const;
