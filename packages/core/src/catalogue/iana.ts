import { REGISTERED_ERRORS, type RegisteredErrorCode } from '../statuses/registered.js';

/** What is known of a code of the registry that is no error. */
export interface OtherRow {
  readonly phrase: string;
  /** The title in Simplified Chinese. */
  readonly chinese: string;
  /** Whether what it says holds for this time only; absent where the status says nothing. */
  readonly temporary?: boolean;
  readonly reference: string;
  /** False for a code that is reserved and may not be sent. */
  readonly wire?: false;
  /** Where lists of codes disagree, or what is easily taken wrongly. */
  readonly note?: string;
}

/**
 * The 1xx, 2xx and 3xx of the IANA HTTP Status Code Registry, but for 104, whose registration is a
 * temporary one. The 4xx and 5xx are in `registered.ts`, which the pipeline needs.
 *
 * @see https://www.iana.org/assignments/http-status-codes
 */
export const IANA_OTHERS = {
  100: { phrase: 'Continue', chinese: '继续', reference: 'RFC 9110 §15.2.1' },
  101: { phrase: 'Switching Protocols', chinese: '切换协议', reference: 'RFC 9110 §15.2.2' },
  102: {
    phrase: 'Processing',
    chinese: '处理中',
    reference: 'RFC 2518 §10.1',
    note: 'RFC 4918 no longer defines it; the registration stands.',
  },
  103: {
    phrase: 'Early Hints',
    chinese: '早期提示',
    reference: 'RFC 8297 §2',
    note: 'A proposal for resumable uploads used 103 for "Checkpoint"; see gears:103.',
  },
  200: { phrase: 'OK', chinese: '成功', reference: 'RFC 9110 §15.3.1' },
  201: { phrase: 'Created', chinese: '已创建', reference: 'RFC 9110 §15.3.2' },
  202: { phrase: 'Accepted', chinese: '已接受', reference: 'RFC 9110 §15.3.3' },
  203: {
    phrase: 'Non-Authoritative Information',
    chinese: '非权威信息',
    reference: 'RFC 9110 §15.3.4',
    note: 'One list takes it for incomplete headers; it is about a proxy that has changed the answer.',
  },
  204: { phrase: 'No Content', chinese: '无内容', reference: 'RFC 9110 §15.3.5' },
  205: { phrase: 'Reset Content', chinese: '重置内容', reference: 'RFC 9110 §15.3.6' },
  206: { phrase: 'Partial Content', chinese: '部分内容', reference: 'RFC 9110 §15.3.7' },
  207: {
    phrase: 'Multi-Status',
    chinese: '多状态',
    reference: 'RFC 4918 §11.1',
    note: 'Its content is XML: one list says that the XML comes before the message, which is wrong.',
  },
  208: { phrase: 'Already Reported', chinese: '已报告', reference: 'RFC 5842 §7.1' },
  226: { phrase: 'IM Used', chinese: '已应用实例操作', reference: 'RFC 3229 §10.4.1' },
  300: { phrase: 'Multiple Choices', chinese: '多种选择', reference: 'RFC 9110 §15.4.1' },
  301: {
    phrase: 'Moved Permanently',
    chinese: '已永久移动',
    temporary: false,
    reference: 'RFC 9110 §15.4.2',
  },
  302: {
    phrase: 'Found',
    chinese: '临时移动',
    temporary: true,
    reference: 'RFC 9110 §15.4.3',
    note: 'HTTP/1.0 called it Moved Temporarily, IIS says "object moved". Clients may turn POST into GET.',
  },
  303: { phrase: 'See Other', chinese: '参见其他地址', reference: 'RFC 9110 §15.4.4' },
  304: { phrase: 'Not Modified', chinese: '未修改', reference: 'RFC 9110 §15.4.5' },
  305: {
    phrase: 'Use Proxy',
    chinese: '使用代理',
    reference: 'RFC 9110 §15.4.6',
    note: 'Deprecated: a server could have sent clients to a proxy of its choice.',
  },
  306: {
    phrase: '(Unused)',
    chinese: '未使用',
    reference: 'RFC 9110 §15.4.7',
    note: 'Once "Switch Proxy"; reserved, so nothing may send it.',
    wire: false,
  },
  307: {
    phrase: 'Temporary Redirect',
    chinese: '临时重定向',
    temporary: true,
    reference: 'RFC 9110 §15.4.8',
  },
  308: {
    phrase: 'Permanent Redirect',
    chinese: '永久重定向',
    temporary: false,
    reference: 'RFC 9110 §15.4.9',
  },
} as const satisfies Record<number, OtherRow>;

/** Where lists of codes disagree on the errors of the registry. */
export const IANA_NOTES: Readonly<Partial<Record<RegisteredErrorCode, string>>> = {
  400: 'IIS and ARR divide it further: 400.1 to 400.11, 400.601 to 400.606.',
  401: 'IIS calls it Access Denied and divides it further, 401.1 to 401.7. Some of those mean 403.',
  403: 'One list tells of a page that only the machine itself may see; IIS divides it further, 403.1 to 403.502.',
  404: 'IIS divides it further, 404.0 to 404.20, and hides behind it what its request filter caught.',
  405: 'One list calls it "resource forbidden", which 403 is. A method that no resource knows is 501.',
  413: 'Request Entity Too Large in RFC 2616, Payload Too Large in RFC 7231 and in Node, Content Too Large since RFC 9110.',
  414: 'Request-URI Too Long in older lists.',
  416: 'Requested Range Not Satisfiable in older lists.',
  417: 'Some lists say "execution failed"; it is about the Expect header alone.',
  418: 'Reserved as "(Unused)" since RFC 9110, for servers had sent it in jest; the phrase is that of RFC 2324.',
  421: 'One list takes it for too many connections from one address; it is about a server that does not answer for this host.',
  422: 'Unprocessable Entity in RFC 4918 and in Node, Unprocessable Content since RFC 9110.',
  423: 'From WebDAV; older lists translate it as "locked error".',
  425: 'Unassigned in older lists; RFC 8470 registered it in 2018.',
  426: 'Some lists speak of TLS/1.0 alone; the Upgrade header may name any protocol.',
  451: 'Exchange ActiveSync has another 451, a redirect; see exchange:451.',
  500: 'IIS divides it further, 500.0 to 500.100.',
  501: 'Lists from IIS say "header values specify a configuration that is not implemented".',
  502: 'IIS and ARR divide it further, 502.1 to 502.7, and do not agree on 502.2.',
  503: 'IIS divides it further, 503.0 to 503.3. One list gives it to IIS 6.0 alone; it is in every version of HTTP since 1.0.',
  510: 'The registry calls it obsoleted; RFC 2774 is historic.',
};

/** The codes of the registry, errors and others. */
export const IANA = { ...IANA_OTHERS, ...REGISTERED_ERRORS } as const;
