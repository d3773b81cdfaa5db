import type { VendorTable } from './vendor-table.js';

/** Microsoft IIS and what runs on it: three-digit codes that the registry does not have. */
export const IIS = {
  440: {
    phrase: 'Login Timeout',
    chinese: '登录会话已过期',
    temporary: false,
    nearest: 401,
  },
  449: {
    phrase: 'Retry With',
    chinese: '请补充信息后重试',
    temporary: false,
    nearest: 400,
  },
} as const satisfies VendorTable;
