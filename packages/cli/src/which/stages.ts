/** A text in each language of the command. */
type Text = Readonly<Record<'en' | 'zh-CN', string>>;

/** What may stand against a request, and the status that says so. */
export interface Case {
  readonly when: Text;
  readonly status: number;
  /** The line of code where it is not the class of the status alone. */
  readonly line?: string;
  /** The document that tells more, under `docs/`. */
  readonly page: string;
}

/** A question about a request, and what stands against it, in the order in which it is looked at. */
export interface Stage {
  readonly id: string;
  readonly question: Text;
  readonly cases: readonly Case[];
}

/** What is asked of every request, in order: the first case that applies is the answer. */
export const STAGES = [
  {
    id: 'server',
    question: { en: 'Can the server take the request on?', 'zh-CN': '服务器能受理这个请求吗？' },
    cases: [
      {
        when: { en: 'it does not speak this version of HTTP', 'zh-CN': '不支持这个 HTTP 版本' },
        status: 505,
        page: 'errors.md',
      },
      {
        when: {
          en: 'it has this method for no resource at all',
          'zh-CN': '任何资源都没有这个方法',
        },
        status: 501,
        page: 'errors.md',
      },
      {
        when: { en: 'it is overloaded, or down for maintenance', 'zh-CN': '过载，或正在维护' },
        status: 503,
        line: 'throw new ServiceUnavailable({ retryAfter: 120 })',
        page: 'errors.md',
      },
      {
        when: { en: 'this client has sent too many requests', 'zh-CN': '这个客户端的请求过于频繁' },
        status: 429,
        line: 'throw new TooManyRequests({ retryAfter: 30 })',
        page: 'errors.md',
      },
    ],
  },
  {
    id: 'request',
    question: { en: 'Is the request understood?', 'zh-CN': '请求能看懂吗？' },
    cases: [
      {
        when: {
          en: 'its syntax, its framing or its Host is wrong',
          'zh-CN': '语法、分帧或 Host 有误',
        },
        status: 400,
        page: 'server.md#what-it-answers',
      },
      {
        when: { en: 'its target is too long', 'zh-CN': '请求目标过长' },
        status: 414,
        page: 'errors.md',
      },
      {
        when: { en: 'its header fields are too large', 'zh-CN': '请求标头过大' },
        status: 431,
        page: 'server.md#what-it-answers',
      },
      {
        when: { en: 'it did not arrive in time', 'zh-CN': '没有及时收完' },
        status: 408,
        page: 'server.md#what-it-answers',
      },
      {
        when: { en: 'it is meant for another server', 'zh-CN': '应当发给另一台服务器' },
        status: 421,
        page: 'errors.md',
      },
      {
        when: { en: 'it needs another protocol', 'zh-CN': '必须改用另一种协议' },
        status: 426,
        page: 'errors.md',
      },
      {
        when: {
          en: 'it came as early data, and doing it twice would harm',
          'zh-CN': '以早期数据送达，重复执行会有害处',
        },
        status: 425,
        page: 'errors.md',
      },
      {
        when: {
          en: 'what it expects (Expect) is not kept here',
          'zh-CN': '无法满足 Expect 的期望',
        },
        status: 417,
        page: 'server.md#answers-that-come-early',
      },
    ],
  },
  {
    id: 'who',
    question: { en: 'Is it known who asks?', 'zh-CN': '知道是谁在请求吗？' },
    cases: [
      {
        when: {
          en: 'you are a network that wants a login first',
          'zh-CN': '你是须先登录才能上网的网络',
        },
        status: 511,
        page: 'errors.md',
      },
      {
        when: { en: 'you are a proxy that wants credentials', 'zh-CN': '你是需要凭据的代理' },
        status: 407,
        page: 'errors.md',
      },
      {
        when: {
          en: 'there are no credentials, or they failed',
          'zh-CN': '没有凭据，或凭据未通过验证',
        },
        status: 401,
        page: 'access.md',
      },
      {
        when: { en: 'the token is invalid or has expired', 'zh-CN': '令牌无效或已过期' },
        status: 401,
        line: "throw new Unauthorized(bearer({ error: 'invalid_token' }))",
        page: 'challenges.md#errors-of-a-token',
      },
      {
        when: {
          en: 'the login is too old or too weak for this',
          'zh-CN': '登录过久，或强度不够',
        },
        status: 401,
        line: 'throw new StepUpRequired({ maxAge: 300 })',
        page: 'challenges.md#errors-of-a-token',
      },
    ],
  },
  {
    id: 'may',
    question: { en: 'May they do this?', 'zh-CN': '允许这样做吗？' },
    cases: [
      {
        when: {
          en: 'no, and that there is something is a secret',
          'zh-CN': '不允许，而且不能让对方知道它存在',
        },
        status: 404,
        line: 'throw new Forbidden({ conceal: true })',
        page: 'access.md#hiding-that-something-exists',
      },
      {
        when: { en: 'no, but a token with more scope may', 'zh-CN': '不允许，权限更大的令牌可以' },
        status: 403,
        line: "throw new Forbidden({ scope: 'orders:write' })",
        page: 'challenges.md#errors-of-a-token',
      },
      {
        when: { en: 'not before they have paid', 'zh-CN': '付款之后才可以' },
        status: 402,
        page: 'errors.md',
      },
      {
        when: { en: 'no, the law forbids it', 'zh-CN': '不允许，法律禁止' },
        status: 451,
        page: 'errors.md',
      },
      {
        when: { en: 'no', 'zh-CN': '不允许' },
        status: 403,
        page: 'access.md',
      },
    ],
  },
  {
    id: 'there',
    question: { en: 'Is it there?', 'zh-CN': '资源在吗？' },
    cases: [
      {
        when: { en: 'it has another address now', 'zh-CN': '已换到新地址' },
        status: 308,
        page: 'errors.md',
      },
      {
        when: { en: 'it was, and will not come back', 'zh-CN': '曾经在，不会再回来' },
        status: 410,
        page: 'errors.md',
      },
      {
        when: { en: 'there is nothing at this address', 'zh-CN': '这个地址下什么也没有' },
        status: 404,
        page: 'access.md',
      },
      {
        when: { en: 'it is, but not for this method', 'zh-CN': '在，但不接受这个方法' },
        status: 405,
        page: 'errors.md',
      },
    ],
  },
  {
    id: 'form',
    question: {
      en: 'Can it be taken, and answered, in that form?',
      'zh-CN': '能接收这种内容，并以所要的形式响应吗？',
    },
    cases: [
      {
        when: { en: 'content came without its length', 'zh-CN': '内容没有给出长度' },
        status: 411,
        page: 'errors.md',
      },
      {
        when: { en: 'its content is too large', 'zh-CN': '内容过大' },
        status: 413,
        line: 'throw new ContentTooLarge({ limit: 1_048_576 })',
        page: 'server.md#answers-that-come-early',
      },
      {
        when: {
          en: 'its content is of a type or a coding that is not taken',
          'zh-CN': '不接受内容的类型或编码',
        },
        status: 415,
        line: "throw new UnsupportedMediaType({ accept: ['application/json'] })",
        page: 'errors.md',
      },
      {
        when: { en: 'nothing that it accepts can be made', 'zh-CN': '给不出它所接受的任何形式' },
        status: 406,
        line: "throw new NotAcceptable({ available: ['application/json'] })",
        page: 'errors.md',
      },
      {
        when: {
          en: 'the variant that was chosen negotiates itself',
          'zh-CN': '选出的变体自身还要协商',
        },
        status: 506,
        page: 'errors.md',
      },
    ],
  },
  {
    id: 'changed',
    question: {
      en: 'Do its conditions hold: has it changed, or not?',
      'zh-CN': '条件成立吗：资源变了没有？',
    },
    cases: [
      {
        when: { en: 'a condition is required, and none came', 'zh-CN': '必须带条件，却没有带' },
        status: 428,
        page: 'errors.md',
      },
      {
        when: { en: 'If-Match names another version', 'zh-CN': 'If-Match 指的是另一个版本' },
        status: 412,
        page: 'errors.md',
      },
      {
        when: {
          en: 'no If-Match, and it has changed since If-Unmodified-Since',
          'zh-CN': '没有 If-Match，而 If-Unmodified-Since 之后变过',
        },
        status: 412,
        page: 'errors.md',
      },
      {
        when: {
          en: 'If-None-Match names this version, in a GET or HEAD',
          'zh-CN': 'GET 或 HEAD 的 If-None-Match 就是这个版本',
        },
        status: 304,
        page: 'errors.md',
      },
      {
        when: {
          en: 'If-None-Match names this version, in another method',
          'zh-CN': '其他方法的 If-None-Match 就是这个版本',
        },
        status: 412,
        page: 'errors.md',
      },
      {
        when: {
          en: 'GET or HEAD, no If-None-Match, unchanged since If-Modified-Since',
          'zh-CN': 'GET 或 HEAD，没有 If-None-Match，If-Modified-Since 之后未变',
        },
        status: 304,
        page: 'errors.md',
      },
      {
        when: {
          en: 'a GET asks for a Range that lies outside, and If-Range, if it came, holds',
          'zh-CN': 'GET 的 Range 超出范围，而 If-Range（若有）成立',
        },
        status: 416,
        page: 'errors.md',
      },
    ],
  },
  {
    id: 'done',
    question: { en: 'Can it be carried out?', 'zh-CN': '能执行吗？' },
    cases: [
      {
        when: { en: 'its content can’t be parsed', 'zh-CN': '内容无法解析' },
        status: 400,
        page: 'errors.md',
      },
      {
        when: { en: 'its content is well formed, but wrong', 'zh-CN': '内容格式正确，但有误' },
        status: 422,
        page: 'mapped-errors.md#validation',
      },
      {
        when: { en: 'it is locked', 'zh-CN': '资源已锁定' },
        status: 423,
        page: 'errors.md',
      },
      {
        when: {
          en: 'an action that it depends on has failed',
          'zh-CN': '所依赖的操作失败了',
        },
        status: 424,
        page: 'errors.md',
      },
      {
        when: {
          en: 'it conflicts with what there is, such as a name that is taken',
          'zh-CN': '与现状冲突，例如名称已被占用',
        },
        status: 409,
        page: 'errors.md',
      },
      {
        when: { en: 'there is no room left to store it', 'zh-CN': '没有空间保存' },
        status: 507,
        page: 'errors.md',
      },
      {
        when: { en: 'it would go round in a loop', 'zh-CN': '会陷入循环' },
        status: 508,
        page: 'errors.md',
      },
      {
        when: {
          en: 'another server that was asked did not answer in time',
          'zh-CN': '上游服务器没有及时响应',
        },
        status: 504,
        page: 'mapped-errors.md',
      },
      {
        when: {
          en: 'another server that was asked gave no valid answer',
          'zh-CN': '上游服务器没有给出有效响应',
        },
        status: 502,
        page: 'mapped-errors.md',
      },
      {
        when: {
          en: 'what it needs, such as the database, is away for now',
          'zh-CN': '所需的服务（如数据库）暂时不可用',
        },
        status: 503,
        line: 'throw new ServiceUnavailable({ retryAfter: 10 })',
        page: 'mapped-errors.md',
      },
      {
        when: { en: 'something else went wrong', 'zh-CN': '出了别的问题' },
        status: 500,
        page: 'errors.md',
      },
    ],
  },
] as const satisfies readonly Stage[];
