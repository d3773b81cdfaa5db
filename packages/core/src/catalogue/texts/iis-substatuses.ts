import type { IIS_SUBSTATUSES } from '../../statuses/iis-substatuses.js';
import type { SubstatusExplanations } from './explanations.js';

/** What the substatuses of IIS mean for people. Settings are named as IIS names them. */
export const IIS_SUBSTATUSES_TEXTS: SubstatusExplanations<typeof IIS_SUBSTATUSES> = {
  '400.1': {
    versions: '7.0–8.0',
    reason: 'A header of the request is malformed.',
    en: {
      title: 'Invalid Destination Header',
      detail: 'The Destination header of a WebDAV COPY or MOVE is not a valid address.',
      advice: 'Send the full URL of the target, on the same server, in the Destination header.',
    },
    'zh-CN': {
      title: 'Destination 标头无效',
      detail: 'WebDAV 的 COPY 或 MOVE 请求中，Destination 标头不是有效的地址。',
      advice: '请在 Destination 标头中写明同一服务器上目标的完整 URL。',
    },
  },
  '400.2': {
    versions: '7.0–8.0',
    reason: 'A header of the request is malformed.',
    en: {
      title: 'Invalid Depth Header',
      detail: 'The Depth header of a WebDAV request has a value that does not exist.',
      advice: 'Send 0, 1 or infinity, whichever the method allows.',
    },
    'zh-CN': {
      title: 'Depth 标头无效',
      detail: 'WebDAV 请求的 Depth 标头的值不存在。',
      advice: '请改用该方法允许的 0、1 或 infinity。',
    },
  },
  '400.3': {
    versions: '7.0–8.0',
    reason:
      'A header of the request is malformed; 412 is for a condition that can be read and does not hold.',
    en: {
      title: 'Invalid If Header',
      detail: 'The If header of a WebDAV request cannot be read.',
      advice: 'Check its brackets and the lock tokens in it against RFC 4918.',
    },
    'zh-CN': {
      title: 'If 标头无效',
      detail: 'WebDAV 请求的 If 标头无法解析。',
      advice: '请对照 RFC 4918 检查其中的括号和锁定令牌。',
    },
  },
  '400.4': {
    versions: '7.0–8.0',
    reason: 'A header of the request is malformed.',
    en: {
      title: 'Invalid Overwrite Header',
      detail: 'The Overwrite header of a WebDAV request is neither T nor F.',
      advice: 'Send T to replace what is there, or F to leave it alone.',
    },
    'zh-CN': {
      title: 'Overwrite 标头无效',
      detail: 'WebDAV 请求的 Overwrite 标头既不是 T 也不是 F。',
      advice: '如需覆盖已有内容请发送 T，否则发送 F。',
    },
  },
  '400.5': {
    versions: '7.0–8.0',
    reason: 'A header of the request is malformed.',
    en: {
      title: 'Invalid Translate Header',
      detail: 'The Translate header of a WebDAV request is neither t nor f.',
      advice: 'Send f to get the source of a file, or leave the header out.',
    },
    'zh-CN': {
      title: 'Translate 标头无效',
      detail: 'WebDAV 请求的 Translate 标头既不是 t 也不是 f。',
      advice: '如需获取文件的源代码请发送 f，否则去掉此标头。',
    },
  },
  '400.6': {
    versions: '7.0–8.0',
    reason: 'The content cannot be read; 422 is for content that can be.',
    en: {
      title: 'Invalid Request Body',
      detail:
        'The content of the request is not what the method expects, such as XML that cannot be parsed.',
      advice: 'Check that the content is complete and well-formed, then send it again.',
    },
    'zh-CN': {
      title: '请求正文无效',
      detail: '请求的内容不符合该方法的要求，例如 XML 无法解析。',
      advice: '请确认内容完整且格式正确，然后重新发送。',
    },
  },
  '400.7': {
    versions: '7.0–8.0',
    reason: 'The length is given wrongly; 411 is for one that is not given.',
    en: {
      title: 'Invalid Content Length',
      detail:
        'The Content-Length of the request is missing its number or does not fit the content.',
      advice: 'Let the client library compute it; a proxy on the way may have changed it.',
    },
    'zh-CN': {
      title: '内容长度无效',
      detail: '请求的 Content-Length 不是有效数字，或与内容不符。',
      advice: '请让客户端库自动计算；途中的代理也可能改动了它。',
    },
  },
  '400.8': {
    versions: '7.0–8.0',
    reason:
      'The Timeout header of a lock is malformed; 408 is about the time that a request takes.',
    en: {
      title: 'Invalid Timeout',
      detail: 'The Timeout header of a WebDAV lock cannot be read.',
      advice: 'Send Second-n or Infinite, as in Timeout: Second-600.',
    },
    'zh-CN': {
      title: '超时值无效',
      detail: 'WebDAV 锁定请求的 Timeout 标头无法解析。',
      advice: '请发送 Second-n 或 Infinite，例如 Timeout: Second-600。',
    },
  },
  '400.9': {
    versions: '7.0–8.0',
    reason: 'The token cannot be read; 423 is for a resource that is locked.',
    en: {
      title: 'Invalid Lock Token',
      detail: 'The lock token that came with the request has the wrong form.',
      advice: 'Send the token exactly as the answer to LOCK gave it.',
    },
    'zh-CN': {
      title: '锁定令牌无效',
      detail: '请求附带的锁定令牌格式不正确。',
      advice: '请原样发送 LOCK 请求的响应中给出的令牌。',
    },
  },
  '400.10': {
    versions: '8.0',
    reason: 'A header of the request is malformed.',
    en: {
      title: 'Invalid XFF Header',
      detail: 'The X-Forwarded-For header is not a list of addresses.',
      advice: 'Check what the proxy in front of IIS writes into it.',
    },
    'zh-CN': {
      title: 'X-Forwarded-For 标头无效',
      detail: 'X-Forwarded-For 标头不是有效的地址列表。',
      advice: '请检查 IIS 前面的代理写入了什么。',
    },
  },
  '400.11': {
    versions: '8.0',
    reason: 'The handshake is malformed; 426 is for a client that does not try one.',
    en: {
      title: 'Invalid WebSocket Request',
      detail: 'The request wants to open a WebSocket, but its handshake is not valid.',
      advice:
        'Check that proxies on the way pass on Upgrade, Connection and the Sec-WebSocket headers.',
    },
    'zh-CN': {
      title: 'WebSocket 请求无效',
      detail: '请求想要建立 WebSocket，但握手无效。',
      advice: '请确认途中的代理转发了 Upgrade、Connection 和 Sec-WebSocket 标头。',
    },
  },
  '401.1': {
    versions: '5.0–8.0',
    reason: 'The credentials that came are not valid.',
    en: {
      title: 'Logon Failed',
      detail: 'The user name or the password is wrong, or the account may not log on.',
      advice:
        'Type both again. If they are right, ask whether the account is locked or has expired.',
    },
    'zh-CN': {
      title: '登录失败',
      detail: '用户名或密码错误，或该账号不允许登录。',
      advice: '请重新输入。如果确认无误，请询问账号是否已被锁定或过期。',
    },
  },
  '401.2': {
    versions: '5.0–8.0',
    reason:
      'No way to sign in that the client offers is switched on; the challenge says which are.',
    en: {
      title: 'Logon Failed Due to Server Configuration',
      detail: 'The server and the client have no way of signing in that both of them know.',
      advice:
        'Administrators: switch on the authentication that the clients use, and check its providers.',
    },
    'zh-CN': {
      title: '服务器配置导致登录失败',
      detail: '服务器与客户端没有双方都支持的登录方式。',
      advice: '管理员请启用客户端所用的身份验证方式，并检查其提供程序。',
    },
  },
  '401.3': {
    versions: '5.0–8.0',
    reason: 'The user is known, and the access list of the file refuses them.',
    en: {
      title: 'Unauthorized Due to ACL on Resource',
      detail:
        'The user is signed in, but the access list of the file or folder does not let them in.',
      advice:
        'Administrators: grant the user, or the identity of the application pool, the NTFS right to read it.',
    },
    'zh-CN': {
      title: '资源的访问控制列表不允许访问',
      detail: '用户已登录，但文件或文件夹的访问控制列表不允许其访问。',
      advice: '管理员请为该用户或应用程序池标识授予相应的 NTFS 读取权限。',
    },
  },
  '401.4': {
    versions: '5.0–8.0',
    reason: 'A filter has decided that the user may not.',
    en: {
      title: 'Authorization Failed by Filter',
      detail: 'An ISAPI filter on the server has refused the user.',
      advice: 'Administrators: find out which filter is installed and what it checks.',
    },
    'zh-CN': {
      title: '筛选器拒绝授权',
      detail: '服务器上的 ISAPI 筛选器拒绝了该用户。',
      advice: '管理员请查明安装了哪个筛选器，以及它检查什么。',
    },
  },
  '401.5': {
    versions: '5.0–8.0',
    reason: 'The application has decided that the user may not.',
    en: {
      title: 'Authorization Failed by ISAPI/CGI Application',
      detail: 'The ISAPI or CGI application itself has refused the user.',
      advice: 'Ask the owner of the application which rights it wants.',
    },
    'zh-CN': {
      title: 'ISAPI 或 CGI 应用程序拒绝授权',
      detail: 'ISAPI 或 CGI 应用程序自身拒绝了该用户。',
      advice: '请向应用程序的负责人咨询所需的权限。',
    },
  },
  '401.7': {
    versions: '6.0',
    reference: 'Microsoft KB 318380',
    reason: 'A policy has decided that the user may not.',
    note: 'Only IIS 6.0 has it; lists of later versions end at 401.5.',
    en: {
      title: 'Access Denied by URL Authorization Policy',
      detail: 'A URL authorization policy of IIS 6.0 does not let this user have this address.',
      advice: 'Administrators: add the user to a role that the policy allows.',
    },
    'zh-CN': {
      title: 'URL 授权策略拒绝访问',
      detail: 'IIS 6.0 的 URL 授权策略不允许该用户访问此地址。',
      advice: '管理员请将该用户加入策略允许的角色。',
    },
  },
  '403.1': {
    versions: '5.0–8.0',
    reason: 'The folder does not let anything be run.',
    en: {
      title: 'Execute Access Forbidden',
      detail: 'The folder is set so that nothing in it may be run, or not with this method.',
      advice:
        'Administrators: allow scripts or executables there, and check the methods of the handler.',
    },
    'zh-CN': {
      title: '禁止执行访问',
      detail: '此文件夹不允许运行任何内容，或不允许以该方法运行。',
      advice: '管理员请在此处允许脚本或可执行文件，并检查处理程序支持的方法。',
    },
  },
  '403.2': {
    versions: '5.0–8.0',
    reason: 'The folder does not let anything be read.',
    en: {
      title: 'Read Access Forbidden',
      detail: 'The folder is set so that nothing in it may be read.',
      advice: 'Administrators: grant read access, and check that the default document exists.',
    },
    'zh-CN': {
      title: '禁止读取访问',
      detail: '此文件夹不允许读取任何内容。',
      advice: '管理员请授予读取权限，并确认默认文档存在。',
    },
  },
  '403.3': {
    versions: '5.0–8.0',
    reason: 'The folder does not let anything be written.',
    note: 'Lists disagree on the cure: one asks for the right to write, another, wrongly, for the right to read.',
    en: {
      title: 'Write Access Forbidden',
      detail: 'The folder is set so that nothing in it may be written.',
      advice:
        'Administrators: grant write access in IIS and in NTFS, if uploads are meant to go there.',
    },
    'zh-CN': {
      title: '禁止写入访问',
      detail: '此文件夹不允许写入任何内容。',
      advice: '如果确实要在此上传，管理员请在 IIS 和 NTFS 中授予写入权限。',
    },
  },
  '403.4': {
    versions: '5.0–8.0',
    reason: 'Over plain HTTP it is refused to all; no browser follows a 426 to TLS.',
    en: {
      title: 'SSL Required',
      detail: 'This page is shown over an encrypted connection only.',
      advice: 'Open the address again with https:// in front.',
    },
    'zh-CN': {
      title: '要求使用 SSL',
      detail: '此页面只能通过加密连接查看。',
      advice: '请改用 https:// 开头的地址重新打开。',
    },
  },
  '403.5': {
    versions: '5.0–8.0',
    reason: 'Over weak encryption it is refused to all.',
    en: {
      title: 'SSL 128 Required',
      detail: 'The connection is encrypted too weakly for this page.',
      advice: 'Update the browser or the client, so that it offers at least 128-bit encryption.',
    },
    'zh-CN': {
      title: '要求使用 128 位 SSL',
      detail: '连接的加密强度不足以查看此页面。',
      advice: '请更新浏览器或客户端，使其支持至少 128 位加密。',
    },
  },
  '403.6': {
    versions: '5.0–8.0',
    reason: 'The address of the client is refused.',
    en: {
      title: 'IP Address Rejected',
      detail: 'The server does not take requests from your IP address.',
      advice:
        'If that is a mistake, tell the administrator your address; a VPN or a proxy may be the reason.',
    },
    'zh-CN': {
      title: 'IP 地址被拒绝',
      detail: '服务器不接受来自您的 IP 地址的请求。',
      advice: '如属误判，请将您的地址告知管理员；也可能是 VPN 或代理所致。',
    },
  },
  '403.7': {
    versions: '5.0–8.0',
    reason: 'A certificate is asked for in TLS, where no challenge of a 401 can ask.',
    en: {
      title: 'Client Certificate Required',
      detail: 'The site wants a client certificate, and none came.',
      advice:
        'Install the certificate that you were given, restart the browser and choose it when asked.',
    },
    'zh-CN': {
      title: '要求客户端证书',
      detail: '此网站要求客户端证书，但请求未提供。',
      advice: '请安装发给您的证书，重启浏览器，并在提示时选择它。',
    },
  },
  '403.8': {
    versions: '5.0–8.0',
    reason: 'The domain of the client is refused.',
    en: {
      title: 'Site Access Denied',
      detail: 'The site does not take requests from your domain.',
      advice: 'If that is a mistake, tell the administrator which domain your network belongs to.',
    },
    'zh-CN': {
      title: '禁止访问站点',
      detail: '此网站不接受来自您所在域的请求。',
      advice: '如属误判，请告知管理员您的网络所属的域。',
    },
  },
  '403.9': {
    versions: '5.0–8.0',
    reason: 'The server is full; it is not about who asks.',
    note: 'Lists of IIS 7.0 and later call it "too many clients are trying to connect".',
    en: {
      title: 'Too Many Users',
      detail: 'More clients are connected than the server allows.',
      advice:
        'Wait a few minutes and try again. Desktop editions of Windows allow ten connections or so.',
    },
    'zh-CN': {
      title: '连接的用户过多',
      detail: '连接的客户端数量超过了服务器的上限。',
      advice: '请等待几分钟后重试。Windows 桌面版只允许约十个连接。',
    },
  },
  '403.10': {
    versions: '5.0–8.0',
    reason: 'By the later reading, the server is set not to run anything here.',
    note: 'Lists disagree: older ones say that the configuration is invalid, those of IIS 7.0 and later that it denies execute access.',
    en: {
      title: 'Invalid Configuration',
      detail: 'The server is configured so that it refuses to run what is at this address.',
      advice: 'Administrators: check the handler permissions and the configuration of the folder.',
    },
    'zh-CN': {
      title: '配置无效',
      detail: '服务器的配置拒绝运行此地址上的内容。',
      advice: '管理员请检查处理程序权限和此文件夹的配置。',
    },
  },
  '403.11': {
    versions: '5.0–8.0',
    reason: 'The password has to be put right elsewhere; sending it again does not help.',
    en: {
      title: 'Password Change',
      detail: 'The password of the account has changed or has to be changed.',
      advice: 'Set a new password, then sign in with it.',
    },
    'zh-CN': {
      title: '密码已更改',
      detail: '账号的密码已更改，或必须更改。',
      advice: '请设置新密码，然后用它登录。',
    },
  },
  '403.12': {
    versions: '5.0–8.0',
    reason: 'The account that the certificate stands for is refused.',
    en: {
      title: 'Mapper Denied Access',
      detail: 'Your client certificate stands for an account that may not see this page.',
      advice: 'Choose another certificate, or ask the administrator to change the mapping.',
    },
    'zh-CN': {
      title: '证书映射拒绝访问',
      detail: '您的客户端证书所映射的账号无权查看此页面。',
      advice: '请选择其他证书，或请管理员更改映射。',
    },
  },
  '403.13': {
    versions: '5.0–8.0',
    reason: 'The certificate is refused, and no challenge of a 401 can ask for another.',
    en: {
      title: 'Client Certificate Revoked',
      detail: 'Your client certificate has been revoked, or that could not be checked.',
      advice:
        'Ask for a new certificate. Administrators: check that the revocation list can be reached.',
    },
    'zh-CN': {
      title: '客户端证书已被吊销',
      detail: '您的客户端证书已被吊销，或无法检查其是否被吊销。',
      advice: '请申请新的证书。管理员请确认可以获取吊销列表。',
    },
  },
  '403.14': {
    versions: '5.0–8.0',
    reason: 'The folder is there, and its list is shown to nobody.',
    note: 'One list leaves it out and goes from 403.13 to 403.15.',
    en: {
      title: 'Directory Listing Denied',
      detail: 'There is no default document in this folder, and its list of files is not shown.',
      advice: 'Add the name of a page to the address. Administrators: add a default document.',
    },
    'zh-CN': {
      title: '不允许列出目录',
      detail: '此文件夹没有默认文档，也不显示文件列表。',
      advice: '请在地址后加上页面的名称。管理员请添加默认文档。',
    },
  },
  '403.15': {
    versions: '5.0–8.0',
    reason: 'All licences are in use at the moment; it is not about who asks.',
    en: {
      title: 'Client Access Licenses Exceeded',
      detail: 'All licences for clients of this server are in use.',
      advice: 'Try again later. Administrators: add client access licences.',
    },
    'zh-CN': {
      title: '客户端访问许可证已用完',
      detail: '此服务器的客户端访问许可证已全部占用。',
      advice: '请稍后重试。管理员请增加客户端访问许可证。',
    },
  },
  '403.16': {
    versions: '5.0–8.0',
    reason: 'The certificate is refused, and no challenge of a 401 can ask for another.',
    en: {
      title: 'Client Certificate Untrusted or Invalid',
      detail: 'The server does not trust whoever issued your client certificate.',
      advice:
        'Use a certificate of an issuer that the site accepts. Administrators: install its root certificate.',
    },
    'zh-CN': {
      title: '客户端证书不受信任或无效',
      detail: '服务器不信任您的客户端证书的颁发机构。',
      advice: '请使用网站认可的机构颁发的证书。管理员请安装其根证书。',
    },
  },
  '403.17': {
    versions: '5.0–8.0',
    reason: 'The certificate is refused, and no challenge of a 401 can ask for another.',
    en: {
      title: 'Client Certificate Expired or Not Yet Valid',
      detail: 'Your client certificate has run out, or is not valid yet.',
      advice: 'Check the date of your computer, then ask for a new certificate.',
    },
    'zh-CN': {
      title: '客户端证书已过期或尚未生效',
      detail: '您的客户端证书已过期，或尚未生效。',
      advice: '请先检查计算机的日期，再申请新的证书。',
    },
  },
  '403.18': {
    versions: '6.0–8.0',
    reason: 'The server is set up wrongly; no client can mend that.',
    note: 'Some lists give it to IIS 6.0 alone, others to IIS 7.0 and later too.',
    en: {
      title: 'Cannot Execute Requested URL in the Current Application Pool',
      detail: 'A request was handed on to an address that runs in another application pool.',
      advice: 'Administrators: keep error pages and child requests in the same application pool.',
    },
    'zh-CN': {
      title: '无法在当前应用程序池中执行所请求的 URL',
      detail: '请求被转到了在另一个应用程序池中运行的地址。',
      advice: '管理员请将错误页面和子请求放在同一个应用程序池中。',
    },
  },
  '403.19': {
    versions: '6.0–8.0',
    reason: 'The account of the pool lacks a right; no client can mend that.',
    note: 'Some lists give it to IIS 6.0 alone, others to IIS 7.0 and later too.',
    en: {
      title: 'Cannot Execute CGI in This Application Pool',
      detail: 'The account of the application pool may not start CGI programs for a client.',
      advice:
        'Administrators: grant it the right to replace a process-level token, or use FastCGI.',
    },
    'zh-CN': {
      title: '无法在此应用程序池中为客户端执行 CGI',
      detail: '应用程序池的账号无权为客户端启动 CGI 程序。',
      advice: '管理员请授予其替换进程级令牌的权限，或改用 FastCGI。',
    },
  },
  '403.20': {
    versions: '6.0–8.0',
    reason: 'Signing in failed, which is what a challenge is for.',
    note: 'Some lists give it to IIS 6.0 alone, others to IIS 7.0 and later too.',
    en: {
      title: 'Passport Logon Failed',
      detail: 'Signing in through Microsoft Passport did not work.',
      advice: 'Sign in again. Administrators: Passport is gone; switch to another authentication.',
    },
    'zh-CN': {
      title: 'Passport 登录失败',
      detail: '通过 Microsoft Passport 登录未成功。',
      advice: '请重新登录。管理员请注意 Passport 已停用，应改用其他身份验证方式。',
    },
  },
  '403.21': {
    versions: '7.0–8.0',
    reason: 'WebDAV may not hand out the source of what is run here.',
    en: {
      title: 'Source Access Denied',
      detail: 'A WebDAV client asked for the source of a script, which is not given out.',
      advice:
        'Leave out Translate: f. Administrators: allow source access only to those who author the site.',
    },
    'zh-CN': {
      title: '禁止访问源代码',
      detail: 'WebDAV 客户端请求了脚本的源代码，但不予提供。',
      advice: '请去掉 Translate: f。管理员应只对网站作者开放源代码访问。',
    },
  },
  '403.22': {
    versions: '7.0–8.0',
    reason: 'RFC 4918 §9.1 has 403 for a PROPFIND that goes too deep.',
    en: {
      title: 'Infinite Depth Denied',
      detail: 'A WebDAV client asked for a folder and everything below it, which is not allowed.',
      advice: 'Ask level by level, with Depth: 1.',
    },
    'zh-CN': {
      title: '不允许无限深度',
      detail: 'WebDAV 客户端请求了文件夹及其下的全部内容，这是不允许的。',
      advice: '请使用 Depth: 1 逐级请求。',
    },
  },
  '403.502': {
    versions: '8.0',
    reason: 'It is a rate limit on one address.',
    en: {
      title: 'Dynamic IP Restriction Limit Reached',
      detail: 'Too many requests came from your IP address, so it is locked out for a while.',
      advice:
        'Wait, then go on more slowly. Administrators: check the limit if many people share the address.',
    },
    'zh-CN': {
      title: '同一 IP 地址的请求过多',
      detail: '来自您的 IP 地址的请求过多，已被暂时限制。',
      advice: '请稍候，再以较低的频率继续。如果多人共用此地址，管理员请检查限额。',
    },
  },
  '404.0': {
    versions: '6.0–8.0',
    reason: 'It is the plain 404.',
    note: 'One list leaves it out and begins with 404.1.',
    en: {
      title: 'Not Found',
      detail: 'There is no file and no folder at this address.',
      advice: 'Check the address for typing errors, or start from the home page.',
    },
    'zh-CN': {
      title: '未找到文件或目录',
      detail: '此地址上没有文件或文件夹。',
      advice: '请检查地址是否有误，或从首页重新进入。',
    },
  },
  '404.1': {
    versions: '5.0–8.0',
    reason: 'By either reading nothing is served at that address.',
    note: 'Two readings: no such site (IIS 7.0 and later), or the site does not answer on the port of the request (IIS 6.0).',
    en: {
      title: 'Site Not Found',
      detail: 'No site answers to this name, address or port.',
      advice: 'Check host name and port. Administrators: check the bindings of the site.',
    },
    'zh-CN': {
      title: '未找到网站',
      detail: '没有网站对应此名称、地址或端口。',
      advice: '请检查主机名和端口。管理员请检查网站的绑定。',
    },
  },
  '404.2': {
    versions: '6.0–8.0',
    reason: 'What the server will not run is not there for a client.',
    note: 'IIS 6.0 calls it the lockdown policy of web service extensions.',
    en: {
      title: 'ISAPI or CGI Restriction',
      detail: 'The program for this address is not on the list of those that may run.',
      advice: 'Administrators: allow it under ISAPI and CGI Restrictions, if you trust it.',
    },
    'zh-CN': {
      title: 'ISAPI 或 CGI 受限制',
      detail: '此地址对应的程序不在允许运行的列表中。',
      advice: '如果信任该程序，管理员请在 ISAPI 和 CGI 限制中允许它。',
    },
  },
  '404.3': {
    versions: '6.0–8.0',
    reason: 'What the server has no type for it does not serve.',
    note: 'IIS 6.0 calls it the policy of the MIME map.',
    en: {
      title: 'MIME Type Restriction',
      detail: 'The server does not know files with this extension.',
      advice: 'Administrators: add a MIME type for it, or the handler that runs it.',
    },
    'zh-CN': {
      title: 'MIME 类型受限制',
      detail: '服务器不认识此扩展名的文件。',
      advice: '管理员请为其添加 MIME 类型，或添加运行它的处理程序。',
    },
  },
  '404.4': {
    versions: '7.0–8.0',
    reason: 'Nothing serves such an address.',
    en: {
      title: 'No Handler Configured',
      detail: 'No handler is set up for this kind of file or this method.',
      advice: 'Administrators: add a handler mapping, or repair the installation of the framework.',
    },
    'zh-CN': {
      title: '未配置处理程序',
      detail: '没有为此类文件或此方法配置处理程序。',
      advice: '管理员请添加处理程序映射，或修复框架的安装。',
    },
  },
  '404.5': {
    versions: '7.0–8.0',
    reason: 'IIS hides from a prober what its filter caught, and so does this.',
    en: {
      title: 'Denied by Request Filtering',
      detail: 'Request filtering has found a sequence in the address that it does not let pass.',
      advice: 'Change the address. Administrators: the sequence is listed under denyUrlSequences.',
    },
    'zh-CN': {
      title: '被请求筛选拒绝',
      detail: '请求筛选在地址中发现了不允许的序列。',
      advice: '请修改地址。管理员可在 denyUrlSequences 中找到该序列。',
    },
  },
  '404.6': {
    versions: '7.0–8.0',
    reason: 'It is the method that is refused; Allow tells which would do.',
    en: {
      title: 'Verb Denied',
      detail: 'Request filtering does not let this method pass.',
      advice:
        'Use GET or POST if they do what you need. Administrators: allow the method under verbs.',
    },
    'zh-CN': {
      title: '请求方法被拒绝',
      detail: '请求筛选不允许使用此方法。',
      advice: '如果 GET 或 POST 可以满足需要，请改用它们。管理员可在 verbs 中允许此方法。',
    },
  },
  '404.7': {
    versions: '7.0–8.0',
    reason: 'Files of that kind are not served, whether they exist or not.',
    en: {
      title: 'File Extension Denied',
      detail: 'Request filtering does not let files with this extension out.',
      advice:
        'Administrators: allow it under fileExtensions, unless it holds code or configuration.',
    },
    'zh-CN': {
      title: '文件扩展名被拒绝',
      detail: '请求筛选不允许提供此扩展名的文件。',
      advice: '管理员可在 fileExtensions 中允许它，但含代码或配置的文件除外。',
    },
  },
  '404.8': {
    versions: '7.0–8.0',
    reason: 'It is hidden on purpose.',
    en: {
      title: 'Hidden Namespace',
      detail: 'The address goes through a folder that is never served, such as bin or App_Data.',
      advice: 'Move what should be public elsewhere. Administrators: see hiddenSegments.',
    },
    'zh-CN': {
      title: '命名空间已隐藏',
      detail: '地址经过了从不对外提供的文件夹，例如 bin 或 App_Data。',
      advice: '请将需要公开的内容移到别处。管理员请查看 hiddenSegments。',
    },
  },
  '404.9': {
    versions: '7.0–8.0',
    reason: 'It is hidden on purpose.',
    en: {
      title: 'File Attribute Hidden',
      detail: 'The file has the attribute hidden and is therefore not served.',
      advice: 'Administrators: take the attribute away if the file should be public.',
    },
    'zh-CN': {
      title: '文件具有隐藏属性',
      detail: '文件带有隐藏属性，因此不对外提供。',
      advice: '如果文件应当公开，管理员请去掉该属性。',
    },
  },
  '404.10': {
    versions: '7.0–8.0',
    reason: 'It is the header that is too large.',
    en: {
      title: 'Request Header Too Long',
      detail: 'A header of the request is longer than the server accepts.',
      advice: 'Clear the cookies of this site. Administrators: the limits are under headerLimits.',
    },
    'zh-CN': {
      title: '请求标头过长',
      detail: '请求的某个标头超过了服务器允许的长度。',
      advice: '请清除此网站的 Cookie。管理员可在 headerLimits 中调整上限。',
    },
  },
  '404.11': {
    versions: '7.0–8.0',
    reason: 'The address is written in a way that is not accepted.',
    en: {
      title: 'Double Escape Sequence',
      detail: 'The address was percent-encoded twice, which attackers do to get past filters.',
      advice: 'Encode it once. Administrators: allowDoubleEscaping lets it pass, at a risk.',
    },
    'zh-CN': {
      title: '请求包含双重转义序列',
      detail: '地址经过了两次百分号编码，攻击者常以此绕过筛选。',
      advice: '请只编码一次。管理员可用 allowDoubleEscaping 放行，但有风险。',
    },
  },
  '404.12': {
    versions: '7.0–8.0',
    reason: 'The address is written in a way that is not accepted.',
    en: {
      title: 'High-Bit Characters',
      detail: 'The address has characters beyond ASCII, which this site does not accept.',
      advice: 'Percent-encode or avoid them. Administrators: see allowHighBitCharacters.',
    },
    'zh-CN': {
      title: '请求包含高位字符',
      detail: '地址中含有 ASCII 以外的字符，此网站不接受。',
      advice: '请进行百分号编码或避免使用。管理员请查看 allowHighBitCharacters。',
    },
  },
  '404.13': {
    versions: '7.0–8.0',
    reason: 'It is the content that is too large.',
    en: {
      title: 'Content Length Too Large',
      detail: 'The content of the request is larger than the site accepts.',
      advice:
        'Send less. Administrators: raise maxAllowedContentLength, and maxRequestLength of ASP.NET with it.',
    },
    'zh-CN': {
      title: '内容长度过大',
      detail: '请求的内容超过了此网站允许的大小。',
      advice:
        '请减少内容。管理员请一并调高 maxAllowedContentLength 和 ASP.NET 的 maxRequestLength。',
    },
  },
  '404.14': {
    versions: '7.0–8.0',
    reason: 'It is the address that is too long.',
    en: {
      title: 'Request URL Too Long',
      detail: 'The address is longer than the site accepts.',
      advice:
        'Shorten it, or send the long part in the content of a POST. Administrators: see maxUrl.',
    },
    'zh-CN': {
      title: '请求的 URL 过长',
      detail: '地址超过了此网站允许的长度。',
      advice: '请缩短地址，或用 POST 的内容发送较长的部分。管理员请查看 maxUrl。',
    },
  },
  '404.15': {
    versions: '7.0–8.0',
    reason: 'The query is part of the address.',
    en: {
      title: 'Query String Too Long',
      detail: 'The query of the address is longer than the site accepts.',
      advice: 'Send the long part in the content of a POST. Administrators: see maxQueryString.',
    },
    'zh-CN': {
      title: '查询字符串过长',
      detail: '地址中的查询字符串超过了此网站允许的长度。',
      advice: '请用 POST 的内容发送较长的部分。管理员请查看 maxQueryString。',
    },
  },
  '404.16': {
    versions: '7.0–8.0',
    reason: 'A static file does not have the methods of WebDAV; Allow tells which it has.',
    en: {
      title: 'WebDAV Request Sent to the Static File Handler',
      detail: 'A WebDAV method reached the handler for static files, which has no such methods.',
      advice:
        'Administrators: install and enable WebDAV for the site, or take the method away from clients.',
    },
    'zh-CN': {
      title: 'WebDAV 请求被发送到静态文件处理程序',
      detail: 'WebDAV 方法被交给了不支持它的静态文件处理程序。',
      advice: '管理员请为网站安装并启用 WebDAV，或让客户端不再使用该方法。',
    },
  },
  '404.17': {
    versions: '7.0–8.0',
    reason: 'The server is set up wrongly; no client can mend that.',
    en: {
      title: 'Dynamic Content Mapped to the Static File Handler',
      detail: 'A page that should be run was about to be sent as a file, and was held back.',
      advice:
        'Administrators: register the framework, so that its handler comes before the one for static files.',
    },
    'zh-CN': {
      title: '动态内容被映射到静态文件处理程序',
      detail: '本应运行的页面即将作为文件发送，已被拦截。',
      advice: '管理员请注册相应的框架，使其处理程序排在静态文件处理程序之前。',
    },
  },
  '404.18': {
    versions: '7.0–8.0',
    reason: 'The resource may well exist; it is the query that is refused.',
    en: {
      title: 'Query String Sequence Denied',
      detail: 'Request filtering has found a sequence in the query that it does not let pass.',
      advice:
        'Change the query. Administrators: the sequence is listed under denyQueryStringSequences.',
    },
    'zh-CN': {
      title: '查询字符串序列被拒绝',
      detail: '请求筛选在查询字符串中发现了不允许的序列。',
      advice: '请修改查询字符串。管理员可在 denyQueryStringSequences 中找到该序列。',
    },
  },
  '404.19': {
    versions: '7.0–8.0',
    reason: 'IIS hides from a prober what its filter caught, and so does this.',
    en: {
      title: 'Denied by Filtering Rule',
      detail: 'A filtering rule of the site has caught the request.',
      advice: 'Administrators: the failed request trace names the rule.',
    },
    'zh-CN': {
      title: '被筛选规则拒绝',
      detail: '请求被网站的某条筛选规则拦截。',
      advice: '管理员可在失败请求跟踪中查到该规则。',
    },
  },
  '404.20': {
    versions: '7.0–8.0',
    reason: 'The address is longer, in segments, than is accepted.',
    en: {
      title: 'Too Many URL Segments',
      detail: 'The address has more parts between slashes than the server accepts.',
      advice: 'Use a flatter address. Administrators: UrlSegmentMaxCount of HTTP.sys is the limit.',
    },
    'zh-CN': {
      title: 'URL 的段数过多',
      detail: '地址中以斜杠分隔的段数超过了服务器允许的数量。',
      advice: '请使用层级较少的地址。管理员请查看 HTTP.sys 的 UrlSegmentMaxCount。',
    },
  },
  '500.0': {
    versions: '7.0–8.0',
    reason: 'It is the plain 500.',
    note: 'One list alone has it.',
    en: {
      title: 'Module or ISAPI Error',
      detail: 'A module of IIS or an ISAPI extension has failed.',
      advice: 'Administrators: the event log and the failed request trace say which.',
    },
    'zh-CN': {
      title: '模块或 ISAPI 出错',
      detail: 'IIS 的某个模块或 ISAPI 扩展出错。',
      advice: '管理员可在事件日志和失败请求跟踪中查到是哪一个。',
    },
  },
  '500.11': {
    versions: '5.0–8.0',
    reason: 'The application will be back after its restart.',
    note: 'Older lists say that the server, not the application, is shutting down, and write 500-11.',
    en: {
      title: 'Application Is Shutting Down',
      detail: 'The application is being shut down, to be started again or to be taken away.',
      advice:
        'Try again in a moment. Administrators: look for what recycles it if that happens often.',
    },
    'zh-CN': {
      title: '应用程序正在关闭',
      detail: '应用程序正在关闭，可能是要重启，也可能是要停用。',
      advice: '请稍后重试。如果经常发生，管理员请查明回收它的原因。',
    },
  },
  '500.12': {
    versions: '5.0–8.0',
    reason: 'The application will be back in a moment.',
    note: 'Older lists write 500-12.',
    en: {
      title: 'Application Is Restarting',
      detail: 'The application is starting again.',
      advice:
        'Reload the page in a moment. Administrators: a virus scanner that touches its files restarts it over and over.',
    },
    'zh-CN': {
      title: '应用程序正在重新启动',
      detail: '应用程序正在重新启动。',
      advice: '请稍后刷新页面。如果反复出现，管理员请检查防病毒软件是否在改动其文件。',
    },
  },
  '500.13': {
    versions: '5.0–8.0',
    reason: 'The server is overloaded.',
    note: 'Older lists write 500-13.',
    en: {
      title: 'Web Server Is Too Busy',
      detail: 'The server has more requests than it can handle.',
      advice:
        'Try again in a few minutes. Administrators: look at the queue length and at slow requests.',
    },
    'zh-CN': {
      title: '服务器太忙',
      detail: '服务器收到的请求超出了其处理能力。',
      advice: '请几分钟后重试。管理员请检查队列长度和缓慢的请求。',
    },
  },
  '500.14': {
    versions: '5.0',
    reference: 'Microsoft KB 318380',
    reason: 'The server is set up wrongly; no client can mend that.',
    note: 'Lists of IIS 7.0 and later do not have it. Older lists write 500-14.',
    en: {
      title: 'Invalid Application',
      detail: 'The application at this address is not set up as one.',
      advice: 'Administrators: create the application anew in the IIS console.',
    },
    'zh-CN': {
      title: '应用程序无效',
      detail: '此地址上的应用程序没有正确创建。',
      advice: '管理员请在 IIS 控制台中重新创建该应用程序。',
    },
  },
  '500.15': {
    versions: '5.0–8.0',
    reason: 'That file is never served, so for a client it is not there.',
    note: 'Lists disagree on the name: global.asa in older ones (ASP), Global.asax in later ones (ASP.NET). Older lists write 500-15.',
    en: {
      title: 'Direct Requests for Global.asax Are Not Allowed',
      detail: 'The file that holds the events of an application is not a page, and is never shown.',
      advice: 'Open a page of the application instead.',
    },
    'zh-CN': {
      title: '不允许直接请求 Global.asax',
      detail: '存放应用程序事件的文件不是页面，从不显示。',
      advice: '请改为打开该应用程序的页面。',
    },
  },
  '500.16': {
    versions: '6.0',
    reference: 'Microsoft KB 318380',
    reason: "The server's own credentials for a share are wrong.",
    note: 'Only IIS 6.0 has it, and one list alone names it.',
    en: {
      title: 'UNC Authorization Credentials Incorrect',
      detail: 'The account with which IIS 6.0 opens a network share has a wrong name or password.',
      advice: 'Administrators: set the credentials of the virtual directory again.',
    },
    'zh-CN': {
      title: 'UNC 授权凭据不正确',
      detail: 'IIS 6.0 用来打开网络共享的账号的用户名或密码错误。',
      advice: '管理员请重新设置该虚拟目录的凭据。',
    },
  },
  '500.18': {
    versions: '6.0',
    reference: 'Microsoft KB 318380',
    reason: 'The server cannot read its own rules.',
    note: 'Only IIS 6.0 has it, and one list alone names it.',
    en: {
      title: 'URL Authorization Store Cannot Be Opened',
      detail: 'IIS 6.0 cannot open the store that holds its URL authorization rules.',
      advice: 'Administrators: check the path of the store and the rights on it.',
    },
    'zh-CN': {
      title: '无法打开 URL 授权存储',
      detail: 'IIS 6.0 无法打开存放 URL 授权规则的存储。',
      advice: '管理员请检查该存储的路径及其权限。',
    },
  },
  '500.19': {
    versions: '6.0–8.0',
    reason: 'The server cannot read its own configuration.',
    note: 'In IIS 6.0 it is the metabase, in IIS 7.0 and later a web.config or applicationHost.config.',
    en: {
      title: 'Configuration Data Is Invalid',
      detail: 'The configuration of the site cannot be read, or has a section that is locked.',
      advice: 'Administrators: the error page on the server itself names file and line.',
    },
    'zh-CN': {
      title: '配置数据无效',
      detail: '网站的配置无法读取，或含有被锁定的节。',
      advice: '管理员可在服务器本机的错误页面上看到出错的文件和行号。',
    },
  },
  '500.21': {
    versions: '7.0–8.0',
    reason: 'The server is set up wrongly; no client can mend that.',
    en: {
      title: 'Module Not Recognized',
      detail: 'The configuration names a module that is not installed.',
      advice: 'Administrators: install it, or take its name out of the handlers.',
    },
    'zh-CN': {
      title: '无法识别模块',
      detail: '配置中指定的模块没有安装。',
      advice: '管理员请安装该模块，或从处理程序中去掉它的名称。',
    },
  },
  '500.22': {
    versions: '7.0–8.0',
    reason: 'The server is set up wrongly; no client can mend that.',
    en: {
      title: 'ASP.NET httpModules Do Not Apply in Managed Pipeline Mode',
      detail: 'The configuration has httpModules, which an integrated pipeline does not read.',
      advice: 'Administrators: move them to system.webServer/modules, or use a classic pool.',
    },
    'zh-CN': {
      title: 'ASP.NET httpModules 配置不适用于托管管道模式',
      detail: '配置中含有 httpModules，而集成管道不会读取它。',
      advice: '管理员请将其移到 system.webServer/modules，或使用经典模式的应用程序池。',
    },
  },
  '500.23': {
    versions: '7.0–8.0',
    reason: 'The server is set up wrongly; no client can mend that.',
    en: {
      title: 'ASP.NET httpHandlers Do Not Apply in Managed Pipeline Mode',
      detail: 'The configuration has httpHandlers, which an integrated pipeline does not read.',
      advice: 'Administrators: move them to system.webServer/handlers, or use a classic pool.',
    },
    'zh-CN': {
      title: 'ASP.NET httpHandlers 配置不适用于托管管道模式',
      detail: '配置中含有 httpHandlers，而集成管道不会读取它。',
      advice: '管理员请将其移到 system.webServer/handlers，或使用经典模式的应用程序池。',
    },
  },
  '500.24': {
    versions: '7.0–8.0',
    reason: 'The server is set up wrongly; no client can mend that.',
    en: {
      title: 'ASP.NET Impersonation Does Not Apply in Managed Pipeline Mode',
      detail:
        'The configuration asks for impersonation, which an integrated pipeline carries out only in part.',
      advice:
        'Administrators: use a classic pool, or switch off the validation if the application can live with it.',
    },
    'zh-CN': {
      title: 'ASP.NET 模拟配置不适用于托管管道模式',
      detail: '配置要求模拟，而集成管道只能部分实现。',
      advice: '管理员请使用经典模式的应用程序池；如果应用程序可以接受，也可关闭该验证。',
    },
  },
  '500.50': {
    versions: '7.0–8.0',
    reason: 'A rewrite rule of the server failed.',
    note: 'RQ_BEGIN_REQUEST: distributed rules, inbound and outbound, are read here.',
    en: {
      title: 'Rewrite Error While Beginning the Request',
      detail: 'A rewrite rule failed as the request came in, or the rules could not be read.',
      advice:
        'Administrators: check the inbound rules in web.config; the failed request trace shows the rule.',
    },
    'zh-CN': {
      title: '开始处理请求时发生重写错误',
      detail: '请求到达时某条重写规则出错，或规则无法读取。',
      advice: '管理员请检查 web.config 中的入站规则；失败请求跟踪会显示该规则。',
    },
  },
  '500.51': {
    versions: '7.0–8.0',
    reason: 'A rewrite rule of the server failed.',
    note: 'GL_PRE_BEGIN_REQUEST: global rules are read here.',
    en: {
      title: 'Rewrite Error Before Beginning the Request',
      detail:
        'A global rewrite rule failed before the request was begun, or the rules could not be read.',
      advice: 'Administrators: check the global rules in applicationHost.config.',
    },
    'zh-CN': {
      title: '开始处理请求前发生重写错误',
      detail: '开始处理请求前，某条全局重写规则出错，或规则无法读取。',
      advice: '管理员请检查 applicationHost.config 中的全局规则。',
    },
  },
  '500.52': {
    versions: '7.0–8.0',
    reason: 'A rewrite rule of the server failed.',
    note: 'RQ_SEND_RESPONSE: outbound rules run here.',
    en: {
      title: 'Rewrite Error While Sending the Response',
      detail: 'An outbound rewrite rule failed as the answer went out.',
      advice: 'Administrators: outbound rules cannot change compressed content; check their order.',
    },
    'zh-CN': {
      title: '发送响应时发生重写错误',
      detail: '发送响应时，某条出站重写规则出错。',
      advice: '出站规则无法改写压缩后的内容，管理员请检查其先后顺序。',
    },
  },
  '500.53': {
    versions: '7.0–8.0',
    reason: 'A rewrite rule of the server failed.',
    note: 'RQ_RELEASE_REQUEST_STATE: outbound rules that run before the output cache is updated.',
    en: {
      title: 'Rewrite Error While Releasing the Request State',
      detail: 'An outbound rewrite rule that runs before the output cache failed.',
      advice: 'Administrators: check the outbound rules that are marked to run before the cache.',
    },
    'zh-CN': {
      title: '释放请求状态时发生重写错误',
      detail: '在更新输出缓存之前运行的出站重写规则出错。',
      advice: '管理员请检查标记为在缓存之前运行的出站规则。',
    },
  },
  '500.100': {
    versions: '5.0–8.0',
    reason: 'The program behind the page failed.',
    en: {
      title: 'Internal ASP Error',
      detail: 'The ASP page that was asked for has a fault.',
      advice:
        'Administrators: send errors to the browser on a test server, and read the line that it names.',
    },
    'zh-CN': {
      title: 'ASP 内部错误',
      detail: '所请求的 ASP 页面有错误。',
      advice: '管理员请在测试服务器上将错误发送到浏览器，并查看其中指出的行。',
    },
  },
  '502.1': {
    versions: '5.0–8.0',
    reason: 'The program did not answer in time.',
    note: 'Lists agree that 502.1 is the program that ran too long, and disagree on 502.2.',
    en: {
      title: 'CGI Application Timeout',
      detail: 'The CGI program did not finish in time and was ended.',
      advice: 'Try again. Administrators: make the program faster, or raise the timeout of CGI.',
    },
    'zh-CN': {
      title: 'CGI 应用程序超时',
      detail: 'CGI 程序未能按时完成，已被终止。',
      advice: '请重试。管理员请加快程序的速度，或调高 CGI 的超时时间。',
    },
  },
  '502.2': {
    versions: '5.0–8.0',
    reason: 'The program behind the gateway ended without a usable answer.',
    note: 'Three readings: a CGI program that ended too early (IIS 7.0 and later), any error in a CGI program (IIS 6.0), and a request that could not be mapped (ARR).',
    en: {
      title: 'Bad Gateway: Premature Exit',
      detail: 'The CGI program ended before it had given a complete answer with valid headers.',
      advice:
        'Administrators: run the program by hand and check that it writes headers and an empty line first.',
    },
    'zh-CN': {
      title: 'CGI 程序过早退出',
      detail: 'CGI 程序在给出带有有效标头的完整响应之前就结束了。',
      advice: '管理员请手动运行该程序，确认它先输出标头和一个空行。',
    },
  },
  '502.3': {
    versions: '7.0–8.0',
    reason: 'The connection to the upstream failed.',
    note: 'It comes from ARR, whose own list calls it a failure of WinHTTP to complete.',
    en: {
      title: 'Bad Gateway: Forwarder Connection Error',
      detail: 'The proxy could not reach the server behind it, or lost the connection.',
      advice:
        'Try again. Administrators: the win32 status in the log says whether it was refused or timed out.',
    },
    'zh-CN': {
      title: '转发器连接错误',
      detail: '代理无法连接后面的服务器，或连接中断。',
      advice: '请重试。管理员可从日志的 win32 状态中看出是被拒绝还是超时。',
    },
  },
  '502.4': {
    versions: '7.0–8.0',
    reason: 'Every server of the farm is out; the service as a whole is unavailable.',
    note: 'It comes from ARR, whose own list has it too.',
    en: {
      title: 'Bad Gateway: No Server',
      detail: 'None of the servers behind the proxy can take the request.',
      advice:
        'Try again in a few minutes. Administrators: check the health test of the server farm.',
    },
    'zh-CN': {
      title: '没有可用的服务器',
      detail: '代理后面没有可以处理请求的服务器。',
      advice: '请几分钟后重试。管理员请检查服务器场的运行状况测试。',
    },
  },
  '503.0': {
    versions: '7.0–8.0',
    reason: 'It is a 503, though it may last until somebody starts the pool.',
    en: {
      title: 'Application Pool Unavailable',
      detail: 'The application pool of the site is stopped or cannot start.',
      advice: 'Try again later. Administrators: the event log says why the pool was stopped.',
    },
    'zh-CN': {
      title: '应用程序池不可用',
      detail: '网站的应用程序池已停止或无法启动。',
      advice: '请稍后重试。管理员可在事件日志中查到应用程序池停止的原因。',
    },
  },
  '503.2': {
    versions: '7.0–8.0',
    reason: 'The server is overloaded.',
    en: {
      title: 'Concurrent Request Limit Exceeded',
      detail: 'The application has as many requests at once as it may have.',
      advice:
        'Try again in a moment. Administrators: look for slow requests, or raise appConcurrentRequestLimit.',
    },
    'zh-CN': {
      title: '并发请求超出上限',
      detail: '应用程序同时处理的请求已达上限。',
      advice: '请稍后重试。管理员请查找缓慢的请求，或调高 appConcurrentRequestLimit。',
    },
  },
  '503.3': {
    versions: '7.0–8.0',
    reason: 'The server is overloaded.',
    en: {
      title: 'ASP.NET Queue Full',
      detail: 'The queue of ASP.NET is full.',
      advice: 'Try again in a moment. Administrators: look for requests that block threads.',
    },
    'zh-CN': {
      title: 'ASP.NET 队列已满',
      detail: 'ASP.NET 的队列已满。',
      advice: '请稍后重试。管理员请查找阻塞线程的请求。',
    },
  },
};
