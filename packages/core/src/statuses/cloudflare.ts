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
  },
  521: {
    phrase: 'Web Server Is Down',
    chinese: '源服务器已关闭',
    temporary: true,
    nearest: 502,
  },
  522: {
    phrase: 'Connection Timed Out',
    chinese: '连接源服务器超时',
    temporary: true,
    nearest: 504,
  },
  523: {
    phrase: 'Origin Is Unreachable',
    chinese: '无法到达源服务器',
    temporary: 'unknown',
    nearest: 502,
  },
  524: {
    phrase: 'A Timeout Occurred',
    chinese: '等待源服务器响应超时',
    temporary: true,
    nearest: 504,
  },
  525: {
    phrase: 'SSL Handshake Failed',
    chinese: '与源服务器的 TLS 握手失败',
    temporary: 'unknown',
    nearest: 502,
  },
  526: {
    phrase: 'Invalid SSL Certificate',
    chinese: '源服务器的证书无效',
    temporary: false,
    nearest: 502,
  },
} as const satisfies VendorTable;
