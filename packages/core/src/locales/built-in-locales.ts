import { en } from './en.js';
import type { BuiltInTag, CompleteLocale, Locale } from './locale.js';
import { zhCN } from './zh-CN.js';

const LOCALES = { en, 'zh-CN': zhCN } satisfies Record<BuiltInTag, CompleteLocale>;

/** Every language; the first is for clients that accept none of them. */
export const BUILT_IN_LOCALES = Object.values(LOCALES) as readonly Locale[] as readonly [
  Locale,
  ...Locale[],
];
