import type { ARR } from '../../statuses/arr.js';
import type { SubstatusExplanations } from './explanations.js';

/** What the codes of Application Request Routing mean for people. */
export const ARR_TEXTS: SubstatusExplanations<typeof ARR> = {
  '400.601': {
    reason: 'It is the general 400 of the proxy.',
    en: {
      title: 'Bad Client Request',
      detail: 'The proxy could not make sense of the request.',
      advice: 'Check the client; a browser should never cause this.',
    },
    'zh-CN': {
      title: '客户端请求错误',
      detail: '代理无法理解该请求。',
      advice: '请检查客户端，浏览器不应导致此问题。',
    },
  },
  '400.602': {
    reason: 'A date in the request cannot be read.',
    en: {
      title: 'Invalid Time Format',
      detail: 'A date or time in the headers of the request is not valid.',
      advice: 'Check headers such as If-Modified-Since.',
    },
    'zh-CN': {
      title: '时间格式无效',
      detail: '请求标头中的日期或时间无效。',
      advice: '请检查 If-Modified-Since 等标头。',
    },
  },
  '400.603': {
    reason: 'The Range cannot be read; 416 is for one that can be, but lies outside.',
    en: {
      title: 'Parse Range Error',
      detail: 'The Range header of the request cannot be read.',
      advice: 'Send it as in Range: bytes=0-499, or leave it out.',
    },
    'zh-CN': {
      title: '无法解析请求范围',
      detail: '请求的 Range 标头无法解析。',
      advice: '请按 Range: bytes=0-499 的格式发送，或去掉此标头。',
    },
  },
  '400.604': {
    reason: 'Nobody is there to be answered; the proxy files it under 400.',
    note: 'One list translates it as "sent to the client", which is the opposite.',
    en: {
      title: 'Client Gone',
      detail: 'The client went away before the proxy had an answer for it.',
      advice: 'Nothing needs doing for one; if there are many, look for slow pages.',
    },
    'zh-CN': {
      title: '客户端已断开连接',
      detail: '客户端在代理得到响应之前就断开了连接。',
      advice: '偶尔出现无须处理；如果很多，请查找缓慢的页面。',
    },
  },
  '400.605': {
    reason: 'The request may not be passed on any further; no registered 4xx counts hops.',
    en: {
      title: 'Maximum Number of Forwards',
      detail: 'The request has been passed on as often as it may be.',
      advice: 'Administrators: look for proxies that send requests to each other in a circle.',
    },
    'zh-CN': {
      title: '转发次数已达上限',
      detail: '请求的转发次数已达上限。',
      advice: '管理员请检查是否有代理在互相循环转发请求。',
    },
  },
  '400.606': {
    reason: 'The exchange with the client broke off; the proxy files it under 400.',
    note: 'One list misspells it "competition".',
    en: {
      title: 'Asynchronous Completion Error',
      detail: 'Reading the request from the client broke off.',
      advice: 'Send it again; check the connection if it keeps happening.',
    },
    'zh-CN': {
      title: '异步操作未能完成',
      detail: '从客户端读取请求的过程中断。',
      advice: '请重新发送；如果持续出现，请检查网络连接。',
    },
  },
  '502.2': {
    reason: 'The proxy could not pass the request on.',
    note: 'IIS without ARR has another 502.2: a CGI program that ended too early.',
    en: {
      title: 'Map Request Failure',
      detail: 'The proxy could not work out where to send the request.',
      advice: 'Administrators: check the rules and the server farm that they point to.',
    },
    'zh-CN': {
      title: '请求映射失败',
      detail: '代理无法确定应将请求发往何处。',
      advice: '管理员请检查规则及其指向的服务器场。',
    },
  },
  '502.3': {
    reason: 'The exchange with the upstream failed on the way.',
    note: 'The list of IIS itself calls 502.3 a connection error of the forwarder; both come from ARR.',
    en: {
      title: 'WinHTTP Asynchronous Completion Failure',
      detail: 'The exchange with the server behind the proxy broke off or took too long.',
      advice: 'Try again. Administrators: compare the proxy timeout with how long the page takes.',
    },
    'zh-CN': {
      title: 'WinHTTP 异步操作失败',
      detail: '与代理后面的服务器的通信中断或超时。',
      advice: '请重试。管理员请比较代理的超时时间与页面所需的时间。',
    },
  },
  '502.4': {
    reason: 'Every server of the farm is out; the service as a whole is unavailable.',
    en: {
      title: 'No Server',
      detail: 'Every server of the farm is offline or marked as unhealthy.',
      advice: 'Try again in a few minutes. Administrators: check the health test and the servers.',
    },
    'zh-CN': {
      title: '没有可用的服务器',
      detail: '服务器场中的所有服务器都已离线，或被标记为异常。',
      advice: '请几分钟后重试。管理员请检查运行状况测试和各服务器。',
    },
  },
  '502.5': {
    reason: 'The upstream did not switch to WebSocket as it should have.',
    en: {
      title: 'WebSocket Failure',
      detail: 'A WebSocket could not be set up or kept through the proxy.',
      advice:
        'Administrators: install the WebSocket feature on the proxy and on the servers behind it.',
    },
    'zh-CN': {
      title: 'WebSocket 失败',
      detail: '无法通过代理建立或维持 WebSocket。',
      advice: '管理员请在代理及其后面的服务器上安装 WebSocket 功能。',
    },
  },
  '502.6': {
    reason: 'The request was passed on and failed there.',
    en: {
      title: 'Forwarded Request Failure',
      detail: 'The request was passed on, and failed on its way to the server or back.',
      advice: 'Try again. Administrators: the failed request trace of the proxy has the reason.',
    },
    'zh-CN': {
      title: '转发的请求失败',
      detail: '请求已转发，但在往返服务器的途中失败。',
      advice: '请重试。管理员可在代理的失败请求跟踪中查到原因。',
    },
  },
  '502.7': {
    reason: 'The proxy could not carry the request out.',
    en: {
      title: 'Execute Request Failure',
      detail: 'The proxy could not begin to carry the request out.',
      advice: 'Administrators: the failed request trace of the proxy has the reason.',
    },
    'zh-CN': {
      title: '请求执行失败',
      detail: '代理未能开始执行该请求。',
      advice: '管理员可在代理的失败请求跟踪中查到原因。',
    },
  },
};
