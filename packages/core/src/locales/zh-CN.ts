import type { CompleteLocale } from './locale.js';

/** Simplified Chinese, for every reader of Chinese until another locale claims `zh`. */
export const zhCN: CompleteLocale = {
  tag: 'zh-CN',
  aliases: ['zh'],
  direction: 'ltr',
  labels: {
    reference: '参考编号',
    more: '详细信息',
    temporary: '这是暂时的问题，稍后重试同样的请求可能会成功。',
    wait: '这是暂时的问题，请在{time}后重试。',
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
    },
    401: {
      title: '需要身份验证',
      detail: '此操作需要先登录，或所提供的凭据无效。',
    },
    402: {
      title: '需要付款',
      detail: '付款后才能使用此内容。',
    },
    403: {
      title: '禁止访问',
      detail: '您没有执行此操作的权限。',
    },
    404: {
      title: '未找到',
      detail: '此地址没有可显示的内容。',
    },
    405: {
      title: '不允许使用此方法',
      detail: '此地址存在，但不支持该请求所用的方法。',
    },
    406: {
      title: '没有可接受的格式',
      detail: '此内容没有请求所接受的格式或语言版本。',
    },
    407: {
      title: '需要代理身份验证',
      detail: '途经的代理服务器要求先验证身份，才会转发此请求。',
    },
    408: {
      title: '请求超时',
      detail: '请求未能在规定时间内完整送达。',
    },
    409: {
      title: '请求冲突',
      detail: '请求与目标内容的当前状态冲突。',
    },
    410: {
      title: '已永久移除',
      detail: '此内容已被移除，预计不会恢复。',
    },
    411: {
      title: '需要内容长度',
      detail: '请求必须说明其内容的长度。',
    },
    412: {
      title: '前提条件不成立',
      detail: '请求设定的条件不成立，内容可能已被更改。',
    },
    413: {
      title: '内容过大',
      detail: '发送的内容超过了此处允许的大小。',
    },
    414: {
      title: '地址过长',
      detail: '请求的地址超过了此处允许的长度。',
    },
    415: {
      title: '不支持的媒体类型',
      detail: '此处不支持所发送内容的格式或编码。',
    },
    416: {
      title: '请求范围无效',
      detail: '请求的部分超出了内容的范围。',
    },
    417: {
      title: '无法满足预期',
      detail: '服务器无法满足 Expect 标头中的要求。',
    },
    418: {
      title: '我是茶壶',
      detail: '这是一只茶壶，却被要求煮咖啡。',
    },
    421: {
      title: '请求发错了服务器',
      detail: '收到请求的服务器不负责此地址。',
    },
    422: {
      title: '内容无法处理',
      detail: '请求可以理解，但其中有些值无效。',
    },
    423: {
      title: '已锁定',
      detail: '此内容目前处于锁定状态，无法更改。',
    },
    424: {
      title: '依赖的操作失败',
      detail: '此步骤所依赖的另一个操作失败，因此没有执行。',
    },
    425: {
      title: '请求过早',
      detail: '请求在连接完全建立之前到达，有可能是重放的请求。',
    },
    426: {
      title: '需要升级协议',
      detail: '此内容不通过该请求所用的协议提供。',
    },
    428: {
      title: '需要前提条件',
      detail: '请求必须附带条件（例如 If-Match），以免覆盖他人的更改。',
    },
    429: {
      title: '请求过多',
      detail: '短时间内的请求过多。',
    },
    431: {
      title: '请求标头过大',
      detail: '请求的标头超过了此处允许的大小。',
    },
    451: {
      title: '因法律原因不可用',
      detail: '由于法律方面的要求，此内容不予显示。',
    },
    500: {
      title: '服务器内部错误',
      detail: '我们这边出了问题，未能完成请求。',
    },
    501: {
      title: '功能未实现',
      detail: '服务器不具备完成此请求所需的功能。',
    },
    502: {
      title: '网关错误',
      detail: '此请求所需的某项服务没有给出可用的响应。',
    },
    503: {
      title: '服务暂不可用',
      detail: '服务目前无法处理请求。',
    },
    504: {
      title: '网关超时',
      detail: '此请求所需的某项服务未能及时响应。',
    },
    505: {
      title: '不支持的 HTTP 版本',
      detail: '服务器不支持该请求所用的 HTTP 版本。',
    },
    506: {
      title: '内容协商循环',
      detail: '服务器无法确定应发送内容的哪个版本。',
    },
    507: {
      title: '存储空间不足',
      detail: '目前没有足够的空间来保存所发送的内容。',
    },
    508: {
      title: '检测到循环',
      detail: '继续处理此请求将永无止境，因此已停止。',
    },
    510: {
      title: '需要扩展',
      detail: '请求缺少完成它所需的扩展。',
    },
    511: {
      title: '需要网络身份验证',
      detail: '您所在的网络要求先登录才能访问。',
    },
    clientError: {
      title: '请求错误',
      detail: '无法按所发送的形式完成此请求。',
    },
    serverError: {
      title: '服务器错误',
      detail: '服务器未能完成请求。',
    },
  },
};
