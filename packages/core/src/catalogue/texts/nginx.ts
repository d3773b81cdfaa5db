import type { NGINX } from '../../statuses/nginx.js';
import type { VendorExplanations } from './explanations.js';

/** What the codes of nginx mean for people. */
export const NGINX_TEXTS: VendorExplanations<typeof NGINX> = {
  444: {
    reason: 'Nothing is sent; where something must be, the request was not worth an answer.',
    note: 'Some lists call it "Connection Closed Without Response". It is an instruction to nginx and a word of its log, never on the wire.',
    en: {
      detail: 'nginx closed the connection on purpose, without sending anything.',
      advice:
        'If the request was legitimate, look for a rule with return 444 in the configuration.',
    },
    'zh-CN': {
      detail: 'nginx 有意关闭了连接，没有发送任何内容。',
      advice: '如果该请求是正当的，请在配置中查找带有 return 444 的规则。',
    },
  },
  494: {
    versions: '0.9.4 and later',
    reason: 'RFC 6585 registered 431 for the same thing a year later.',
    note: 'nginx logs 494 and sends 400.',
    en: {
      detail:
        'A header line of the request, or all of them together, is larger than nginx accepts.',
      advice: 'Clear the cookies of the site. Administrators: see large_client_header_buffers.',
    },
    'zh-CN': {
      detail: '请求的某行标头或全部标头超过了 nginx 允许的大小。',
      advice: '请清除此网站的 Cookie。管理员请查看 large_client_header_buffers。',
    },
  },
  495: {
    reason: 'nginx itself sends 400 with it.',
    note: 'nginx logs 495 and sends 400. It is about the certificate of the client, not of the site.',
    en: {
      detail: 'The client sent a certificate that nginx could not verify.',
      advice:
        'Use a certificate of the issuer that the site expects. Administrators: see ssl_client_certificate.',
    },
    'zh-CN': {
      detail: '客户端发送的证书未通过 nginx 的验证。',
      advice: '请使用网站指定机构颁发的证书。管理员请查看 ssl_client_certificate。',
    },
  },
  496: {
    reason: 'nginx itself sends 400 with it.',
    note: 'nginx logs 496 and sends 400. Some lists call it "No certificate".',
    en: {
      detail: 'The site wants a client certificate, and none came.',
      advice: 'Install the certificate that you were given and choose it when asked.',
    },
    'zh-CN': {
      detail: '此网站要求客户端证书，但请求未提供。',
      advice: '请安装发给您的证书，并在提示时选择它。',
    },
  },
  497: {
    reason: 'nginx itself sends 400 with it: on this port plain HTTP is malformed.',
    note: 'nginx logs 497 and sends 400.',
    en: {
      detail: 'An unencrypted request came to a port where only HTTPS is spoken.',
      advice: 'Open the address with https:// in front.',
    },
    'zh-CN': {
      detail: '只支持 HTTPS 的端口收到了未加密的请求。',
      advice: '请改用 https:// 开头的地址打开。',
    },
  },
  499: {
    reason:
      'Nobody is there to be answered; the client ended the exchange, so it is filed under 4xx.',
    note: 'A word of the log, never on the wire. Esri and some antivirus gateways send another 499.',
    en: {
      detail: 'The client closed the connection while the answer was still being made.',
      advice:
        'Nothing needs doing for one. If there are many, look for slow answers and for short timeouts in front.',
    },
    'zh-CN': {
      detail: '在响应尚未完成时，客户端关闭了连接。',
      advice: '偶尔出现无须处理。如果很多，请检查响应是否缓慢，以及前端的超时是否过短。',
    },
  },
};
