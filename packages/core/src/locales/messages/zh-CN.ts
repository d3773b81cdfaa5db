import type { MESSAGES_EN } from './en.js';

/** The same in Simplified Chinese. */
export const MESSAGES_ZH_CN = {
  upstream_failed: '处理此请求所需的一项服务未给出可用的响应。',
} as const satisfies Record<keyof typeof MESSAGES_EN, string>;
