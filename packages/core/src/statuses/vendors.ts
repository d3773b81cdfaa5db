import type { VendorTable } from './vendor-table.js';

/** Vendors with one or two codes each, and codes whose origin nobody documents. */

export const EXCHANGE = {
  451: {
    phrase: 'Redirect',
    chinese: '请改用其他服务器',
    temporary: false,
    nearest: 421,
  },
} as const satisfies VendorTable;

export const WINDOWS = {
  450: {
    phrase: 'Blocked by Windows Parental Controls',
    chinese: '被 Windows 家长控制阻止',
    temporary: 'unknown',
    nearest: 403,
  },
} as const satisfies VendorTable;

export const ESRI = {
  498: {
    phrase: 'Invalid Token',
    chinese: '令牌无效',
    temporary: false,
    nearest: 401,
  },
  499: {
    phrase: 'Token Required',
    chinese: '需要令牌',
    temporary: false,
    nearest: 401,
  },
} as const satisfies VendorTable;

export const WGET = {
  499: {
    phrase: 'Request Has Been Forbidden by Antivirus',
    chinese: '请求被防病毒软件阻止',
    temporary: 'unknown',
    nearest: 403,
  },
} as const satisfies VendorTable;

export const TWITTER = {
  420: {
    phrase: 'Enhance Your Calm',
    chinese: '请求过于频繁',
    temporary: true,
    nearest: 429,
  },
} as const satisfies VendorTable;

export const SPRING = {
  420: {
    phrase: 'Method Failure',
    chinese: '方法执行失败',
    temporary: 'unknown',
    nearest: 424,
  },
} as const satisfies VendorTable;

export const APACHE = {
  509: {
    phrase: 'Bandwidth Limit Exceeded',
    chinese: '流量超出限额',
    temporary: true,
    nearest: 503,
  },
} as const satisfies VendorTable;

export const PANTHEON = {
  530: {
    phrase: 'Site Is Frozen',
    chinese: '网站已被冻结',
    temporary: 'unknown',
    nearest: 503,
  },
} as const satisfies VendorTable;

export const MICROSOFT_PROXY = {
  598: {
    phrase: 'Network Read Timeout Error',
    chinese: '网络读取超时',
    temporary: true,
    nearest: 504,
  },
  599: {
    phrase: 'Network Connect Timeout Error',
    chinese: '网络连接超时',
    temporary: true,
    nearest: 504,
  },
} as const satisfies VendorTable;

export const UNATTRIBUTED = {
  419: {
    phrase: 'Authentication Timeout',
    chinese: '身份验证已过期',
    temporary: false,
    nearest: 401,
  },
} as const satisfies VendorTable;

/** The one code that is no error: it can be looked up, not thrown. */
export const GEARS = {
  103: {
    phrase: 'Checkpoint',
    chinese: '检查点',
    temporary: 'unknown',
    nearest: 100,
  },
} as const;
