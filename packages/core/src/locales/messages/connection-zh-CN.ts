import type { ConnectionCode } from './connection-en.js';

/** The same in Simplified Chinese. */
export const CONNECTION_MESSAGES_ZH_CN = {
  malformed_request: '收到的内容不是有效的 HTTP 请求。',
  invalid_method: '请求未以有效的方法开头。',
  unknown_method: '服务器不认识此方法。',
  invalid_target: '请求首行中的目标无效。',
  invalid_version: '请求首行未以有效的 HTTP 版本和 CRLF 结尾。',
  unsupported_version: '服务器在此处不支持该 HTTP 版本。',
  tls_on_plain_port: '此端口只使用明文 HTTP，却收到了 TLS 握手。请使用 http://。',
  invalid_header: '请求的某个头字段格式错误。',
  invalid_host: '请求必须恰好有一个值有效的 Host 头字段。',
  invalid_content_length: '请求的 Content-Length 无效。',
  ambiguous_length: '请求头对内容长度的说明互相矛盾。',
  invalid_transfer_encoding: '请求的 Transfer-Encoding 未说明内容在何处结束。',
  unsupported_transfer_coding: '服务器不支持该传输编码，仅支持 chunked。',
  invalid_chunk: '内容中某个分块的大小或格式不正确。',
  chunk_extensions_too_large: '内容的分块扩展过大。',
  incomplete_request: '请求尚未完整，连接就已结束。',
  header_too_large: '请求头超过了此处接受的大小。',
  uri_too_long: '请求首行超过了此处接受的长度。',
  request_timeout: '请求未能及时完整到达。',
  unmet_expectation: '此处只能满足 100-continue 这一种期望。',
  connection_used_up: '此连接承载的请求数已达上限。请建立新的连接。',
  too_many_connections: '目前连接过多。',
  upgrade_unsupported: '此处不提供请求想要切换到的协议。',
  connect_unsupported: '此服务器不是代理，不建立隧道。',
} as const satisfies Record<ConnectionCode, string>;
