import type { VendorTable } from './vendor-table.js';

/**
 * Application Request Routing, the proxy module of IIS 7 and later. Its 502.2 to 502.4 share their
 * numbers with IIS.
 *
 * @see https://learn.microsoft.com/troubleshoot/developer/webapps/iis/www-administration-management/http-status-code
 */
export const ARR = {
  '400.601': {
    phrase: 'Bad Client Request',
    chinese: '客户端请求错误',
    temporary: false,
    nearest: 400,
    reason: 'It is the general 400 of the proxy.',
  },
  '400.602': {
    phrase: 'Invalid Time Format',
    chinese: '时间格式无效',
    temporary: false,
    nearest: 400,
    reason: 'A date in the request cannot be read.',
  },
  '400.603': {
    phrase: 'Parse Range Error',
    chinese: '无法解析请求范围',
    temporary: false,
    nearest: 400,
    reason: 'The Range cannot be read; 416 is for one that can be, but lies outside.',
  },
  '400.604': {
    phrase: 'Client Gone',
    chinese: '客户端已断开连接',
    temporary: 'unknown',
    nearest: 400,
    reason: 'Nobody is there to be answered; the proxy files it under 400.',
    transport: 'client-gone',
    note: 'One list translates it as "sent to the client", which is the opposite.',
  },
  '400.605': {
    phrase: 'Maximum Number of Forwards',
    chinese: '转发次数已达上限',
    temporary: false,
    nearest: 400,
    reason: 'The request may not be passed on any further; no registered 4xx counts hops.',
  },
  '400.606': {
    phrase: 'Asynchronous Completion Error',
    chinese: '异步操作未能完成',
    temporary: 'unknown',
    nearest: 400,
    reason: 'The exchange with the client broke off; the proxy files it under 400.',
    note: 'One list misspells it "competition".',
  },
  '502.2': {
    phrase: 'Map Request Failure',
    chinese: '请求映射失败',
    temporary: 'unknown',
    nearest: 502,
    reason: 'The proxy could not pass the request on.',
    note: 'IIS without ARR has another 502.2: a CGI program that ended too early.',
  },
  '502.3': {
    phrase: 'WinHTTP Asynchronous Completion Failure',
    chinese: 'WinHTTP 异步操作失败',
    temporary: 'unknown',
    nearest: 502,
    reason: 'The exchange with the upstream failed on the way.',
    note: 'The list of IIS itself calls 502.3 a connection error of the forwarder; both come from ARR.',
  },
  '502.4': {
    phrase: 'No Server',
    chinese: '没有可用的服务器',
    temporary: true,
    nearest: 503,
    reason: 'Every server of the farm is out; the service as a whole is unavailable.',
  },
  '502.5': {
    phrase: 'WebSocket Failure',
    chinese: 'WebSocket 失败',
    temporary: 'unknown',
    nearest: 502,
    reason: 'The upstream did not switch to WebSocket as it should have.',
  },
  '502.6': {
    phrase: 'Forwarded Request Failure',
    chinese: '转发的请求失败',
    temporary: 'unknown',
    nearest: 502,
    reason: 'The request was passed on and failed there.',
  },
  '502.7': {
    phrase: 'Execute Request Failure',
    chinese: '请求执行失败',
    temporary: 'unknown',
    nearest: 502,
    reason: 'The proxy could not carry the request out.',
  },
} as const satisfies VendorTable;
