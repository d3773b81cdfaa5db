import type { Locale } from '@faultless/core';
import { MESSAGES } from './messages.js';
import { STATUSES } from './statuses.js';

/**
 * Arabic, written from right to left; for every reader of Arabic until another locale claims a region's.
 * No text puts a number before what it counts: what is counted would have another form for 1, 2, 3 to 10
 * and 11 to 99. Times come from `Intl`, which knows these forms.
 */
export const ar: Locale = {
  tag: 'ar',
  direction: 'rtl',
  labels: {
    reference: 'الرقم المرجعي',
    more: 'التفاصيل',
    temporary: 'هذه مشكلة مؤقتة: قد ينجح الطلب نفسه لاحقًا.',
    wait: 'هذه مشكلة مؤقتة. أعد المحاولة بعد انقضاء هذه المدة: {time}.',
    signIn: 'تسجيل الدخول',
    tryAgain: 'إعادة المحاولة',
    home: 'الصفحة الرئيسية',
    support: 'الاتصال بالدعم',
    errors: 'ما يجب تصحيحه',
    field: '{name}: {detail}',
    query: '{name} (معامل استعلام): {detail}',
    path: '{name} (جزء من المسار): {detail}',
    header: '{name} (حقل ترويسة): {detail}',
    cookie: '{name} (ملف تعريف ارتباط): {detail}',
  },
  statuses: STATUSES,
  messages: MESSAGES,
};
