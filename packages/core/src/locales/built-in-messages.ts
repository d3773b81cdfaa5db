import type { BuiltInTag, MessagesByTag } from './locale.js';
import { CONNECTION_MESSAGES_EN } from './messages/connection-en.js';
import { CONNECTION_MESSAGES_ZH_CN } from './messages/connection-zh-CN.js';
import { MESSAGES_EN } from './messages/en.js';
import { MESSAGES_ZH_CN } from './messages/zh-CN.js';

type Key = keyof typeof CONNECTION_MESSAGES_EN | keyof typeof MESSAGES_EN;

/** What mapped errors and refused requests tell the client, by language and `code`. */
export const BUILT_IN_MESSAGES: MessagesByTag = {
  en: { ...CONNECTION_MESSAGES_EN, ...MESSAGES_EN },
  'zh-CN': { ...CONNECTION_MESSAGES_ZH_CN, ...MESSAGES_ZH_CN },
} satisfies Record<BuiltInTag, Record<Key, string>>;
