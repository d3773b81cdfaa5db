import type { IIS } from '../../statuses/iis.js';
import type { VendorExplanations } from './explanations.js';

/** What the three-digit codes of IIS mean for people. */
export const IIS_TEXTS: VendorExplanations<typeof IIS> = {
  440: {
    reference: 'Microsoft IIS and Outlook Web Access, 440 Login Timeout',
    reason: 'The credentials have expired; signing in again is what a challenge asks for.',
    en: {
      detail: 'You were signed in, but for too long without doing anything.',
      advice: 'Sign in again. What you had not saved may have to be entered anew.',
    },
    'zh-CN': {
      detail: '您此前已登录，但因长时间没有操作，会话已过期。',
      advice: '请重新登录，尚未保存的内容可能需要重新填写。',
    },
  },
  449: {
    reference: '[MS-WDVME], 449 Retry With',
    reason: 'Something that the request needs is missing from it.',
    note: 'Lists disagree: one says that an action must be carried out before the request is repeated, the other that the user has left something out.',
    en: {
      detail:
        'The server needs something more, such as a setting or an acceptance, before it can go on.',
      advice: 'Supply what the answer names, then send the request again.',
    },
    'zh-CN': {
      detail: '服务器还需要补充某些信息才能继续，例如某项设置或确认。',
      advice: '请按响应中的说明补充信息，然后重新发送请求。',
    },
  },
};
