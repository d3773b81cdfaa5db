import type { VendorTable } from './vendor-table.js';

/** Vendors with one or two codes each, and codes whose origin nobody documents. */

export const EXCHANGE = {
  451: {
    phrase: 'Redirect',
    chinese: '请改用其他服务器',
    temporary: false,
    nearest: 421,
    reason: 'The mailbox is served elsewhere: the client should ask another server.',
    note: 'The registry has another 451, Unavailable For Legal Reasons. Sent verbatim, only ActiveSync clients understand it.',
  },
} as const satisfies VendorTable;

export const WINDOWS = {
  450: {
    phrase: 'Blocked by Windows Parental Controls',
    chinese: '被 Windows 家长控制阻止',
    temporary: 'unknown',
    nearest: 403,
    reason: 'Somebody with a say in it has forbidden the page to this user.',
  },
} as const satisfies VendorTable;

export const ESRI = {
  498: {
    phrase: 'Invalid Token',
    chinese: '令牌无效',
    temporary: false,
    nearest: 401,
    reason: 'The credentials that came are expired or not valid.',
  },
  499: {
    phrase: 'Token Required',
    chinese: '需要令牌',
    temporary: false,
    nearest: 401,
    reason: 'No credentials came.',
    note: 'nginx logs another 499 (the client left), and some antivirus gateways send a third.',
  },
} as const satisfies VendorTable;

export const WGET = {
  499: {
    phrase: 'Request Has Been Forbidden by Antivirus',
    chinese: '请求被防病毒软件阻止',
    temporary: 'unknown',
    nearest: 403,
    reason: 'A filter on the way refuses the page, whoever asks.',
    note: 'Seen with Wget and similar programs behind an antivirus gateway. nginx and Esri have a 499 each.',
  },
} as const satisfies VendorTable;

export const TWITTER = {
  420: {
    phrase: 'Enhance Your Calm',
    chinese: '请求过于频繁',
    versions: 'API version 1; 1.1 and later answer 429',
    temporary: true,
    nearest: 429,
    reason: 'It is a rate limit, and later versions of the API answer 429 themselves.',
    note: 'Spring has another 420.',
  },
} as const satisfies VendorTable;

export const SPRING = {
  420: {
    phrase: 'Method Failure',
    chinese: '方法执行失败',
    versions: 'deprecated',
    temporary: 'unknown',
    nearest: 424,
    reason: 'Drafts of WebDAV called so what became 424.',
    note: 'Twitter has another 420.',
  },
} as const satisfies VendorTable;

export const APACHE = {
  509: {
    phrase: 'Bandwidth Limit Exceeded',
    chinese: '流量超出限额',
    temporary: true,
    nearest: 503,
    reason: 'The site has used up its quota; it is not this client that asked too often.',
  },
} as const satisfies VendorTable;

export const PANTHEON = {
  530: {
    phrase: 'Site Is Frozen',
    chinese: '网站已被冻结',
    temporary: 'unknown',
    nearest: 503,
    reason: 'The site does not answer at all until its owner wakes it.',
  },
} as const satisfies VendorTable;

export const MICROSOFT_PROXY = {
  598: {
    phrase: 'Network Read Timeout Error',
    chinese: '网络读取超时',
    temporary: true,
    nearest: 504,
    reason: 'The network behind the proxy did not answer in time.',
    note: 'No RFC and no document of Microsoft defines it.',
  },
  599: {
    phrase: 'Network Connect Timeout Error',
    chinese: '网络连接超时',
    temporary: true,
    nearest: 504,
    reason: 'The network behind the proxy did not accept a connection in time.',
    note: 'No RFC and no document of Microsoft defines it; one list gives it without any vendor.',
  },
} as const satisfies VendorTable;

export const UNATTRIBUTED = {
  419: {
    phrase: 'Authentication Timeout',
    chinese: '身份验证已过期',
    temporary: false,
    nearest: 401,
    reason: 'Credentials that were good have expired; a challenge asks for new ones.',
    note: 'No vendor and no document defines it. Some frameworks use the number for an expired form token instead.',
  },
} as const satisfies VendorTable;

/** The one code that is no error: it can be looked up, not thrown. */
export const GEARS = {
  103: {
    phrase: 'Checkpoint',
    chinese: '检查点',
    temporary: 'unknown',
    nearest: 100,
    reason: 'It tells a client to go on sending where it broke off, as 100 tells it to begin.',
    note: 'A proposal that went no further. The registry now gives 103 to Early Hints, which means something else.',
  },
} as const;
