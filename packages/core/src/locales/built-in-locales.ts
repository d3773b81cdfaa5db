import { en } from './en.js';
import type { Locale } from './locale.js';
import { zhCN } from './zh-CN.js';

/** Every language; the first is for clients that accept none of them. */
export const BUILT_IN_LOCALES: readonly [Locale, ...Locale[]] = [en, zhCN];
