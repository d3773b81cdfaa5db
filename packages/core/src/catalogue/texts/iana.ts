import type { IANA_OTHERS } from '../iana.js';
import type { Explanations } from './explanations.js';

/** What the codes that are no errors mean for people; those of errors are in the locales. */
export const IANA_TEXTS: Explanations<typeof IANA_OTHERS> = {
  100: {
    en: {
      detail: 'The server has read the header of the request and is ready for its content.',
      advice: 'Send the content; the final answer follows.',
    },
    'zh-CN': {
      detail: '服务器已读取请求的标头，可以接收内容。',
      advice: '请发送内容，最终的响应随后到达。',
    },
  },
  101: {
    en: {
      detail: 'The server agrees to speak another protocol on this connection.',
      advice: 'Go on in the protocol that the Upgrade header names.',
    },
    'zh-CN': {
      detail: '服务器同意在此连接上改用另一种协议。',
      advice: '请改用 Upgrade 标头中的协议继续。',
    },
  },
  102: {
    en: {
      detail: 'The server has accepted the request and needs long to carry it out.',
      advice: 'Wait for the final answer.',
    },
    'zh-CN': { detail: '服务器已接受请求，完成它需要较长时间。', advice: '请等待最终的响应。' },
  },
  103: {
    en: {
      detail: 'The server is still at work and names what the page will need.',
      advice: 'Load what the Link headers name meanwhile; the final answer follows.',
    },
    'zh-CN': {
      detail: '服务器仍在处理，先给出了页面将要用到的资源。',
      advice: '可先加载 Link 标头中列出的资源，最终的响应随后到达。',
    },
  },
  200: {
    en: { detail: 'The request has succeeded.', advice: 'Nothing: the content is the result.' },
    'zh-CN': { detail: '请求已成功。', advice: '无须操作，内容即为结果。' },
  },
  201: {
    en: {
      detail: 'The request has succeeded and something new has been created.',
      advice: 'The Location header says where it is.',
    },
    'zh-CN': { detail: '请求已成功，并创建了新的资源。', advice: '可从 Location 标头得知其地址。' },
  },
  202: {
    en: {
      detail: 'The request has been accepted and will be carried out later.',
      advice: 'Ask for its progress where the answer says so.',
    },
    'zh-CN': { detail: '请求已被接受，将在稍后处理。', advice: '请按响应中的说明查询进度。' },
  },
  203: {
    en: {
      detail: 'The request has succeeded, and a proxy has changed the answer on its way.',
      advice: 'Go past the proxy if you need the original.',
    },
    'zh-CN': {
      detail: '请求已成功，但途中的代理修改了响应。',
      advice: '如需原始内容，请绕过该代理。',
    },
  },
  204: {
    en: {
      detail: 'The request has succeeded and there is nothing to show.',
      advice: 'Stay on the page that you are on.',
    },
    'zh-CN': { detail: '请求已成功，没有需要显示的内容。', advice: '请留在当前页面。' },
  },
  205: {
    en: {
      detail: 'The request has succeeded and the form may be cleared.',
      advice: 'Clear the form for the next entry.',
    },
    'zh-CN': { detail: '请求已成功，可以清空表单。', advice: '请清空表单，以便下一次填写。' },
  },
  206: {
    en: {
      detail: 'This is the part of the content that was asked for.',
      advice: 'Ask for the other parts, or put together those that you have.',
    },
    'zh-CN': {
      detail: '这是所请求的那部分内容。',
      advice: '请继续请求其余部分，或将已有部分合并。',
    },
  },
  207: {
    en: {
      detail: 'The answer holds a status for each of several resources.',
      advice: 'Look through them all: some may have failed.',
    },
    'zh-CN': { detail: '响应中包含多个资源各自的状态。', advice: '请逐一查看，其中可能有失败的。' },
  },
  208: {
    en: {
      detail: 'A member was listed before in this answer and is not listed again.',
      advice: 'Look for it further up.',
    },
    'zh-CN': { detail: '该成员在此响应中已经列出，不再重复。', advice: '请在前文中查找。' },
  },
  226: {
    en: {
      detail: 'The answer is the difference from, or another working of, what the client has.',
      advice: 'Apply it to the version that you hold.',
    },
    'zh-CN': {
      detail: '响应是在客户端已有版本的基础上经过处理的结果，例如差异。',
      advice: '请将其应用到您已有的版本上。',
    },
  },
  300: {
    en: {
      detail: 'There are several versions at different addresses.',
      advice: 'Choose one of them.',
    },
    'zh-CN': { detail: '此资源有多个版本，位于不同的地址。', advice: '请从中选择一个。' },
  },
  301: {
    en: {
      detail: 'This has a new address for good.',
      advice: 'Follow the Location header, and change your links.',
    },
    'zh-CN': {
      detail: '此资源已永久迁移到新的地址。',
      advice: '请按 Location 标头访问，并更新您的链接。',
    },
  },
  302: {
    en: {
      detail: 'This is at another address for the time being.',
      advice: 'Follow the Location header, and keep your links.',
    },
    'zh-CN': {
      detail: '此资源暂时位于另一个地址。',
      advice: '请按 Location 标头访问，无须更改链接。',
    },
  },
  303: {
    en: {
      detail: 'The result of the request is at another address.',
      advice: 'Get it from there with GET.',
    },
    'zh-CN': { detail: '请求的结果位于另一个地址。', advice: '请用 GET 从该地址获取。' },
  },
  304: {
    en: {
      detail: 'What the client has kept is still current.',
      advice: 'Use the copy that you have.',
    },
    'zh-CN': { detail: '客户端缓存的内容仍是最新的。', advice: '请使用已有的副本。' },
  },
  305: {
    en: {
      detail: 'This was meant to be reached through a proxy; the code is no longer used.',
      advice: 'Ignore the proxy that it names: it cannot be trusted.',
    },
    'zh-CN': {
      detail: '此资源原本要求通过代理访问；该代码已不再使用。',
      advice: '请忽略其中给出的代理，它不可信任。',
    },
  },
  306: {
    en: {
      detail: 'The code was once meant for switching proxies and is reserved now.',
      advice: 'Tell whoever runs the server: nothing should send it.',
    },
    'zh-CN': {
      detail: '该代码曾用于切换代理，现已保留不用。',
      advice: '请告知服务器的管理者，不应发送此代码。',
    },
  },
  307: {
    en: {
      detail: 'This is at another address for the time being, for the same method.',
      advice: 'Repeat the request there unchanged, and keep your links.',
    },
    'zh-CN': {
      detail: '此资源暂时位于另一个地址，请求方法不变。',
      advice: '请原样向该地址重新发送请求，无须更改链接。',
    },
  },
  308: {
    en: {
      detail: 'This has a new address for good, for the same method.',
      advice: 'Repeat the request there unchanged, and change your links.',
    },
    'zh-CN': {
      detail: '此资源已永久迁移到新的地址，请求方法不变。',
      advice: '请原样向新地址重新发送请求，并更新您的链接。',
    },
  },
};
