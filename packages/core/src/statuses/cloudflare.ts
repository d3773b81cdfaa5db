import type { VendorTable } from './vendor-table.js';

/**
 * Cloudflare: what its proxy answers when the origin server fails it.
 *
 * @see https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/
 */
export const CLOUDFLARE = {
  520: {
    phrase: 'Unknown Error',
    chinese: '源服务器返回未知错误',
    temporary: 'unknown',
    nearest: 502,
    reason: 'The origin answered with something that the proxy could not use.',
  },
  521: {
    phrase: 'Web Server Is Down',
    chinese: '源服务器已关闭',
    temporary: true,
    nearest: 502,
    reason: 'The upstream refused the connection: it failed, it was not slow.',
  },
  522: {
    phrase: 'Connection Timed Out',
    chinese: '连接源服务器超时',
    temporary: true,
    nearest: 504,
    reason: 'The upstream did not accept the connection in time.',
  },
  523: {
    phrase: 'Origin Is Unreachable',
    chinese: '无法到达源服务器',
    temporary: 'unknown',
    nearest: 502,
    reason: 'No way leads to the upstream, so waiting is not what failed.',
  },
  524: {
    phrase: 'A Timeout Occurred',
    chinese: '等待源服务器响应超时',
    temporary: true,
    nearest: 504,
    reason: 'The upstream took the request and did not answer in time.',
  },
  525: {
    phrase: 'SSL Handshake Failed',
    chinese: '与源服务器的 TLS 握手失败',
    temporary: 'unknown',
    nearest: 502,
    reason: 'The upstream could not be talked to securely.',
  },
  526: {
    phrase: 'Invalid SSL Certificate',
    chinese: '源服务器的证书无效',
    temporary: false,
    nearest: 502,
    reason: 'The upstream could not prove who it is.',
  },
} as const satisfies VendorTable;
