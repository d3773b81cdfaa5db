import type { Locale } from './locale.js';
import { CONNECTION_MESSAGES_ZH_CN } from './messages/connection-zh-CN.js';
import { MESSAGES_ZH_CN } from './messages/zh-CN.js';

/** Simplified Chinese, for every reader of Chinese until another locale claims `zh`. */
export const zhCN: Locale = {
  tag: 'zh-CN',
  aliases: ['zh'],
  direction: 'ltr',
  messages: { ...CONNECTION_MESSAGES_ZH_CN, ...MESSAGES_ZH_CN },
  labels: {
    reference: '参考编号',
    more: '详细信息',
    temporary: '这是暂时的问题，稍后重试同样的请求可能会成功。',
    errors: '需要更正的内容',
    field: '字段 {name}：{detail}',
    query: '{name}（查询参数）：{detail}',
    path: '{name}（路径参数）：{detail}',
    header: '{name}（请求头）：{detail}',
    cookie: '{name}（Cookie 值）：{detail}',
  },
  statuses: {
    400: {
      title: '请求无效',
      detail: '请求中有无效的内容，无法处理。',
      advice: '请检查填写的内容，修改后再提交；原样重发仍会失败。',
    },
    401: {
      title: '需要身份验证',
      detail: '此操作需要先登录，或所提供的凭据无效。',
      advice: '请登录后重试。如果之前已登录，会话可能已过期。',
    },
    402: {
      title: '需要付款',
      detail: '付款后才能使用此内容。',
      advice: '请完成付款或检查您的套餐，然后重试。',
    },
    403: {
      title: '禁止访问',
      detail: '您没有执行此操作的权限。',
      advice: '如有需要，请向所有者申请权限，或改用其他账号登录。',
    },
    404: {
      title: '未找到',
      detail: '此地址没有可显示的内容。',
      advice: '请检查地址是否有误，或返回上一页选择其他链接。',
    },
    405: {
      title: '不允许使用此方法',
      detail: '此地址存在，但不支持该请求所用的方法。',
      advice: '请改用 Allow 标头中列出的方法。',
    },
    406: {
      title: '没有可接受的格式',
      detail: '此内容没有请求所接受的格式或语言版本。',
      advice: '请改用其他格式或语言，或用 */* 表示接受任意格式。',
    },
    407: {
      title: '需要代理身份验证',
      detail: '途经的代理服务器要求先验证身份，才会转发此请求。',
      advice: '请登录代理服务器，或向网络管理员咨询登录方法。',
    },
    408: {
      title: '请求超时',
      detail: '请求未能在规定时间内完整送达。',
      advice: '请检查网络连接，然后重新发送。',
    },
    409: {
      title: '请求冲突',
      detail: '请求与目标内容的当前状态冲突。',
      advice: '请加载最新版本，在其基础上修改后再提交。',
    },
    410: {
      title: '已永久移除',
      detail: '此内容已被移除，预计不会恢复。',
      advice: '请删除指向此处的链接和书签。',
    },
    411: {
      title: '需要内容长度',
      detail: '请求必须说明其内容的长度。',
      advice: '请加上 Content-Length 标头后重新发送。',
    },
    412: {
      title: '前提条件不成立',
      detail: '请求设定的条件不成立，内容可能已被更改。',
      advice: '请加载最新版本，然后重试。',
    },
    413: {
      title: '内容过大',
      detail: '发送的内容超过了此处允许的大小。',
      advice: '请缩小内容，或分成几部分发送。',
    },
    414: {
      title: '地址过长',
      detail: '请求的地址超过了此处允许的长度。',
      advice: '请缩短地址，或把较长的部分放到请求内容中发送。',
    },
    415: {
      title: '不支持的媒体类型',
      detail: '此处不支持所发送内容的格式或编码。',
      advice: '请转换为支持的格式，并检查 Content-Type 和 Content-Encoding。',
    },
    416: {
      title: '请求范围无效',
      detail: '请求的部分超出了内容的范围。',
      advice: '请选择当前长度以内的范围，或请求完整内容。',
    },
    417: {
      title: '无法满足预期',
      detail: '服务器无法满足 Expect 标头中的要求。',
      advice: '请去掉 Expect 标头后重新发送。',
    },
    418: {
      title: '我是茶壶',
      detail: '这是一只茶壶，却被要求煮咖啡。',
      advice: '请改要一杯茶，或去找咖啡壶。',
    },
    421: {
      title: '请求发错了服务器',
      detail: '收到请求的服务器不负责此地址。',
      advice: '请通过新的连接重试，刷新页面通常即可。',
    },
    422: {
      title: '内容无法处理',
      detail: '请求可以理解，但其中有些值无效。',
      advice: '请更正这些值后再提交；原样重发仍会失败。',
    },
    423: {
      title: '已锁定',
      detail: '此内容目前处于锁定状态，无法更改。',
      advice: '请等待锁定解除，或联系锁定者。',
    },
    424: {
      title: '依赖的操作失败',
      detail: '此步骤所依赖的另一个操作失败，因此没有执行。',
      advice: '请先查明另一个操作失败的原因，然后一并重做。',
    },
    425: {
      title: '请求过早',
      detail: '请求在连接完全建立之前到达，有可能是重放的请求。',
      advice: '连接现已建立，请重新发送。',
    },
    426: {
      title: '需要升级协议',
      detail: '此内容不通过该请求所用的协议提供。',
      advice: '请改用 Upgrade 标头中列出的协议；更新客户端可能有帮助。',
    },
    428: {
      title: '需要前提条件',
      detail: '请求必须附带条件（例如 If-Match），以免覆盖他人的更改。',
      advice: '请加载最新版本，并用 If-Match 标头发送它的 ETag。',
    },
    429: {
      title: '请求过多',
      detail: '短时间内的请求过多。',
      advice: '请稍等片刻，再以较低的频率重试。',
    },
    431: {
      title: '请求标头过大',
      detail: '请求的标头超过了此处允许的大小。',
      advice: '请清除此网站的 Cookie，或减少并缩短标头。',
    },
    451: {
      title: '因法律原因不可用',
      detail: '由于法律方面的要求，此内容不予显示。',
      advice: '如果附有该要求的链接，可从中了解提出者和原因。',
    },
    500: {
      title: '服务器内部错误',
      detail: '我们这边出了问题，未能完成请求。',
      advice: '请稍后重试。如果问题持续出现，请告诉客服您当时的操作。',
    },
    501: {
      title: '功能未实现',
      detail: '服务器不具备完成此请求所需的功能。',
      advice: '重试不会有帮助，请看看是否有其他请求可以满足您的需要。',
    },
    502: {
      title: '网关错误',
      detail: '此请求所需的某项服务没有给出可用的回应。',
      advice: '请一分钟后重试。',
    },
    503: {
      title: '服务暂不可用',
      detail: '服务目前无法处理请求。',
      advice: '请等待几分钟后重试。',
    },
    504: {
      title: '网关超时',
      detail: '此请求所需的某项服务未能及时回应。',
      advice: '请一分钟后重试。如果是更改操作，请先确认它是否已经生效。',
    },
    505: {
      title: '不支持的 HTTP 版本',
      detail: '服务器不支持该请求所用的 HTTP 版本。',
      advice: '请使用 HTTP/1.1，或此回应中列出的版本。',
    },
    506: {
      title: '内容协商循环',
      detail: '服务器无法确定应发送内容的哪个版本。',
      advice: '请告知客服，此问题无法由您自行解决。',
    },
    507: {
      title: '存储空间不足',
      detail: '目前没有足够的空间来保存所发送的内容。',
      advice: '如果可以，请腾出一些空间，或稍后重试。',
    },
    508: {
      title: '检测到循环',
      detail: '继续处理此请求将永无止境，因此已停止。',
      advice: '请移除指回自身的引用，或减少请求的层级。',
    },
    510: {
      title: '需要扩展',
      detail: '请求缺少完成它所需的扩展。',
      advice: '请加上此回应中说明的扩展，然后重新发送。',
    },
    511: {
      title: '需要网络身份验证',
      detail: '您所在的网络要求先登录才能访问。',
      advice: '请打开该网络的登录页面，登录后重试。',
    },
    clientError: {
      title: '请求错误',
      detail: '无法按所发送的形式完成此请求。',
      advice: '请检查请求，然后再发送。',
    },
    serverError: {
      title: '服务器错误',
      detail: '服务器未能完成请求。',
      advice: '请稍后重试。如果问题持续出现，请告诉客服您当时的操作。',
    },
  },
};
