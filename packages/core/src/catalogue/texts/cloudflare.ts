import type { CLOUDFLARE } from '../../statuses/cloudflare.js';
import type { VendorExplanations } from './explanations.js';

/** What the codes of Cloudflare mean for people. */
export const CLOUDFLARE_TEXTS: VendorExplanations<typeof CLOUDFLARE> = {
  520: {
    reason: 'The origin answered with something that the proxy could not use.',
    en: {
      detail:
        'The origin server reset the connection, or sent an empty or malformed answer or headers that are too large.',
      advice: 'Try again. Site owners: look into the log of the origin at that time.',
    },
    'zh-CN': {
      detail: '源服务器重置了连接，或发来了空的、格式错误的或标头过大的响应。',
      advice: '请重试。网站所有者请查看源服务器在该时间的日志。',
    },
  },
  521: {
    reason: 'The upstream refused the connection: it failed, it was not slow.',
    en: {
      detail: 'The origin server refused the connection from Cloudflare.',
      advice:
        'Try again later. Site owners: check that the server runs and lets the addresses of Cloudflare in.',
    },
    'zh-CN': {
      detail: '源服务器拒绝了 Cloudflare 的连接。',
      advice: '请稍后重试。网站所有者请确认服务器正在运行，并允许 Cloudflare 的地址访问。',
    },
  },
  522: {
    reason: 'The upstream did not accept the connection in time.',
    en: {
      detail: 'Cloudflare could not open a connection to the origin server in time.',
      advice: 'Try again later. Site owners: check the load of the server and its firewall.',
    },
    'zh-CN': {
      detail: 'Cloudflare 未能及时与源服务器建立连接。',
      advice: '请稍后重试。网站所有者请检查服务器的负载和防火墙。',
    },
  },
  523: {
    reason: 'No way leads to the upstream, so waiting is not what failed.',
    en: {
      detail: 'Cloudflare has no way to the origin server, often because of a wrong DNS record.',
      advice: 'Try again later. Site owners: check the address of the origin in the DNS settings.',
    },
    'zh-CN': {
      detail: 'Cloudflare 无法到达源服务器，通常是 DNS 记录有误。',
      advice: '请稍后重试。网站所有者请检查 DNS 设置中源服务器的地址。',
    },
  },
  524: {
    reason: 'The upstream took the request and did not answer in time.',
    en: {
      detail: 'The origin server took the request but did not answer in time.',
      advice: 'Try again. Site owners: move long work to the background and answer at once.',
    },
    'zh-CN': {
      detail: '源服务器接受了请求，但未能及时响应。',
      advice: '请重试。网站所有者请将耗时的工作放到后台，并立即响应。',
    },
  },
  525: {
    reason: 'The upstream could not be talked to securely.',
    en: {
      detail: 'Cloudflare and the origin server could not agree on an encrypted connection.',
      advice:
        'Try again later. Site owners: check the certificate, port 443 and the ciphers of the origin.',
    },
    'zh-CN': {
      detail: 'Cloudflare 与源服务器未能建立加密连接。',
      advice: '请稍后重试。网站所有者请检查源服务器的证书、443 端口和加密套件。',
    },
  },
  526: {
    reason: 'The upstream could not prove who it is.',
    en: {
      detail: 'The certificate of the origin server is expired, self-signed or for another name.',
      advice:
        'Site owners: install a valid certificate on the origin, or an origin certificate of Cloudflare.',
    },
    'zh-CN': {
      detail: '源服务器的证书已过期、为自签名，或名称不符。',
      advice: '网站所有者请在源服务器上安装有效的证书，或 Cloudflare 的源证书。',
    },
  },
};
