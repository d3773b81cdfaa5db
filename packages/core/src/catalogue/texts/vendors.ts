import type {
  APACHE,
  ESRI,
  EXCHANGE,
  GEARS,
  MICROSOFT_PROXY,
  PANTHEON,
  SPRING,
  TWITTER,
  UNATTRIBUTED,
  WGET,
  WINDOWS,
} from '../../statuses/vendors.js';
import type { VendorExplanations } from './explanations.js';

/** What the codes of vendors with one or two each mean for people. */

export const EXCHANGE_TEXTS: VendorExplanations<typeof EXCHANGE> = {
  451: {
    reason: 'The mailbox is served elsewhere: the client should ask another server.',
    note: 'The registry has another 451, Unavailable For Legal Reasons. Sent verbatim, only ActiveSync clients understand it.',
    en: {
      detail: 'The mailbox is served by another server, or this one cannot reach it.',
      advice:
        'The mail app should run Autodiscover again; if it does not, set the account up anew.',
    },
    'zh-CN': {
      detail: '邮箱由另一台服务器提供，或此服务器无法访问它。',
      advice: '邮件应用应重新执行自动发现；如果没有，请重新设置账号。',
    },
  },
};

export const WINDOWS_TEXTS: VendorExplanations<typeof WINDOWS> = {
  450: {
    reason: 'Somebody with a say in it has forbidden the page to this user.',
    en: {
      detail: 'Windows Parental Controls are on and do not allow this page.',
      advice: 'Ask whoever manages the computer to allow it.',
    },
    'zh-CN': {
      detail: 'Windows 家长控制已开启，不允许访问此页面。',
      advice: '请让管理此计算机的人允许访问。',
    },
  },
};

export const ESRI_TEXTS: VendorExplanations<typeof ESRI> = {
  498: {
    reason: 'The credentials that came are expired or not valid.',
    en: {
      detail: 'The ArcGIS token that came with the request has expired or is not valid.',
      advice: 'Get a new token and send the request again.',
    },
    'zh-CN': {
      detail: '请求附带的 ArcGIS 令牌已过期或无效。',
      advice: '请获取新的令牌，然后重新发送请求。',
    },
  },
  499: {
    reason: 'No credentials came.',
    note: 'nginx logs another 499 (the client left), and some antivirus gateways send a third.',
    en: {
      detail: 'This ArcGIS service wants a token, and none came.',
      advice: 'Get a token and send it along, or sign in.',
    },
    'zh-CN': {
      detail: '此 ArcGIS 服务要求令牌，但请求未提供。',
      advice: '请获取令牌并随请求发送，或先登录。',
    },
  },
};

export const WGET_TEXTS: VendorExplanations<typeof WGET> = {
  499: {
    reason: 'A filter on the way refuses the page, whoever asks.',
    note: 'Seen with Wget and similar programs behind an antivirus gateway. nginx and Esri have a 499 each.',
    en: {
      detail:
        'An antivirus gateway on the way takes the page for malicious and did not pass it on.',
      advice: 'Do not insist; if you know the page to be safe, ask whoever runs the gateway.',
    },
    'zh-CN': {
      detail: '途中的防病毒网关认为该页面是恶意的，没有放行。',
      advice: '请勿强行访问；如果确定页面安全，请联系网关的管理者。',
    },
  },
};

export const TWITTER_TEXTS: VendorExplanations<typeof TWITTER> = {
  420: {
    versions: 'API version 1; 1.1 and later answer 429',
    reason: 'It is a rate limit, and later versions of the API answer 429 themselves.',
    note: 'Spring has another 420.',
    en: {
      detail: 'The client used the API more often than it may.',
      advice: 'Wait before the next request, and use a version of the API that answers 429.',
    },
    'zh-CN': {
      detail: '客户端使用 API 的次数超过了限额。',
      advice: '请等待一段时间再发送请求，并改用以 429 响应的 API 版本。',
    },
  },
};

export const SPRING_TEXTS: VendorExplanations<typeof SPRING> = {
  420: {
    versions: 'deprecated',
    reason: 'Drafts of WebDAV called so what became 424.',
    note: 'Twitter has another 420.',
    en: {
      detail: 'A method that the request needed failed, so all of it was given up.',
      advice: 'Find out which step failed, and repeat it all once that is mended.',
    },
    'zh-CN': {
      detail: '请求所需的某个方法执行失败，因此整个请求被放弃。',
      advice: '请查明失败的步骤，修复后再整体重做。',
    },
  },
};

export const APACHE_TEXTS: VendorExplanations<typeof APACHE> = {
  509: {
    reason: 'The site has used up its quota; it is not this client that asked too often.',
    en: {
      detail: 'The site has used up the traffic that its host allows it.',
      advice: 'Try again when the next period begins. Site owners: ask the host for more.',
    },
    'zh-CN': {
      detail: '网站已用完主机商允许的流量。',
      advice: '请在下一个计费周期再试。网站所有者可向主机商申请更多流量。',
    },
  },
};

export const PANTHEON_TEXTS: VendorExplanations<typeof PANTHEON> = {
  530: {
    reason: 'The site does not answer at all until its owner wakes it.',
    en: {
      detail: 'The site has not been used for long and was put to sleep by its host.',
      advice: 'Site owners: open the dashboard of Pantheon and wake the site.',
    },
    'zh-CN': {
      detail: '网站因长期未使用，已被主机商休眠。',
      advice: '网站所有者请打开 Pantheon 的控制面板并唤醒网站。',
    },
  },
};

export const MICROSOFT_PROXY_TEXTS: VendorExplanations<typeof MICROSOFT_PROXY> = {
  598: {
    reason: 'The network behind the proxy did not answer in time.',
    note: 'No RFC and no document of Microsoft defines it.',
    en: {
      detail: 'The network behind a proxy took too long to send its data.',
      advice: 'Try again. Administrators: check the connection between the proxy and the server.',
    },
    'zh-CN': {
      detail: '代理后面的网络发送数据耗时过长。',
      advice: '请重试。管理员请检查代理与服务器之间的连接。',
    },
  },
  599: {
    reason: 'The network behind the proxy did not accept a connection in time.',
    note: 'No RFC and no document of Microsoft defines it; one list gives it without any vendor.',
    en: {
      detail: 'The network behind a proxy took too long to accept a connection.',
      advice: 'Try again. Administrators: check that the proxy can reach the server.',
    },
    'zh-CN': {
      detail: '代理后面的网络接受连接耗时过长。',
      advice: '请重试。管理员请确认代理可以连接服务器。',
    },
  },
};

export const UNATTRIBUTED_TEXTS: VendorExplanations<typeof UNATTRIBUTED> = {
  419: {
    reason: 'Credentials that were good have expired; a challenge asks for new ones.',
    note: 'No vendor and no document defines it. Some frameworks use the number for an expired form token instead.',
    en: {
      detail: 'You were signed in, but what proved it has run out.',
      advice: 'Sign in again and repeat what you were doing.',
    },
    'zh-CN': {
      detail: '您此前已登录，但登录凭据已失效。',
      advice: '请重新登录，然后重复刚才的操作。',
    },
  },
};

export const GEARS_TEXTS: VendorExplanations<typeof GEARS> = {
  103: {
    reason: 'It tells a client to go on sending where it broke off, as 100 tells it to begin.',
    note: 'A proposal that went no further. The registry now gives 103 to Early Hints, which means something else.',
    en: {
      detail: 'A broken-off upload can be resumed from a checkpoint that the server has kept.',
      advice:
        'Send the rest from there, if client and server both know the proposal; otherwise send it all.',
    },
    'zh-CN': {
      detail: '中断的上传可以从服务器保存的检查点继续。',
      advice: '如果客户端和服务器都支持该提案，请从检查点继续发送；否则请全部重发。',
    },
  },
};
