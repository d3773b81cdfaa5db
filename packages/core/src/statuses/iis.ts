import type { VendorTable } from './vendor-table.js';

/** Microsoft IIS and what runs on it: three-digit codes that the registry does not have. */
export const IIS = {
  440: {
    phrase: 'Login Timeout',
    chinese: '登录会话已过期',
    temporary: false,
    reference: 'Microsoft IIS and Outlook Web Access, 440 Login Timeout',
    nearest: 401,
    reason: 'The credentials have expired; signing in again is what a challenge asks for.',
  },
  449: {
    phrase: 'Retry With',
    chinese: '请补充信息后重试',
    temporary: false,
    reference: '[MS-WDVME], 449 Retry With',
    nearest: 400,
    reason: 'Something that the request needs is missing from it.',
    note: 'Lists disagree: one says that an action must be carried out before the request is repeated, the other that the user has left something out.',
  },
} as const satisfies VendorTable;
