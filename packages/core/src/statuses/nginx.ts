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
    reason: 'Nothing is sent; where something must be, the request was not worth an answer.',
    transport: 'close',
    note: 'Some lists call it "Connection Closed Without Response". It is an instruction to nginx and a word of its log, never on the wire.',
  },
  494: {
    phrase: 'Request Header Too Large',
    chinese: '请求标头过大',
    versions: '0.9.4 and later',
    temporary: false,
    nearest: 431,
    reason: 'RFC 6585 registered 431 for the same thing a year later.',
    note: 'nginx logs 494 and sends 400.',
  },
  495: {
    phrase: 'SSL Certificate Error',
    chinese: '客户端证书错误',
    temporary: false,
    nearest: 400,
    reason: 'nginx itself sends 400 with it.',
    note: 'nginx logs 495 and sends 400. It is about the certificate of the client, not of the site.',
  },
  496: {
    phrase: 'SSL Certificate Required',
    chinese: '需要客户端证书',
    temporary: false,
    nearest: 400,
    reason: 'nginx itself sends 400 with it.',
    note: 'nginx logs 496 and sends 400. Some lists call it "No certificate".',
  },
  497: {
    phrase: 'HTTP Request Sent to HTTPS Port',
    chinese: '向 HTTPS 端口发送了 HTTP 请求',
    temporary: false,
    nearest: 400,
    reason: 'nginx itself sends 400 with it: on this port plain HTTP is malformed.',
    note: 'nginx logs 497 and sends 400.',
  },
  499: {
    phrase: 'Client Closed Request',
    chinese: '客户端已断开连接',
    temporary: 'unknown',
    nearest: 400,
    reason:
      'Nobody is there to be answered; the client ended the exchange, so it is filed under 4xx.',
    transport: 'client-gone',
    note: 'A word of the log, never on the wire. Esri and some antivirus gateways send another 499.',
  },
} as const satisfies VendorTable;
