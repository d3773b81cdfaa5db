import type { VendorTable } from './vendor-table.js';

/**
 * nginx: what it writes into its log, and takes as the argument of `return`.
 *
 * @see https://github.com/nginx/nginx/blob/master/src/http/ngx_http_request.h
 */
export const NGINX = {
  444: {
    phrase: 'No Response',
    chinese: '不响应并关闭连接',
    temporary: 'unknown',
    nearest: 400,
    transport: 'close',
  },
  494: {
    phrase: 'Request Header Too Large',
    chinese: '请求标头过大',
    temporary: false,
    nearest: 431,
  },
  495: {
    phrase: 'SSL Certificate Error',
    chinese: '客户端证书错误',
    temporary: false,
    nearest: 400,
  },
  496: {
    phrase: 'SSL Certificate Required',
    chinese: '需要客户端证书',
    temporary: false,
    nearest: 400,
  },
  497: {
    phrase: 'HTTP Request Sent to HTTPS Port',
    chinese: '向 HTTPS 端口发送了 HTTP 请求',
    temporary: false,
    nearest: 400,
  },
  499: {
    phrase: 'Client Closed Request',
    chinese: '客户端已断开连接',
    temporary: 'unknown',
    nearest: 400,
    transport: 'client-gone',
  },
} as const satisfies VendorTable;
