import { en } from '../locales/en.js';
import { zhCN } from '../locales/zh-CN.js';
import type { CatalogueStatus } from './catalogue-status.js';
import { IANA, IANA_NOTES, IANA_OTHERS, type OtherRow } from './iana.js';
import { REGISTERED_ERRORS, type RegisteredErrorCode } from './registered.js';
import { SOURCES } from './sources.js';
import { IANA_TEXTS } from './texts/iana.js';

/** Puts the rows of the registry and their texts together; those of errors are the locales'. */
export function describeRegisteredStatuses(): readonly CatalogueStatus[] {
  return Object.keys(IANA)
    .map(Number)
    .sort((a, b) => a - b)
    .map((code) => ({
      id: `iana:${code}`,
      code: String(code),
      source: 'iana',
      vendor: SOURCES.iana.vendor,
      versions: undefined,
      nearest: code,
      reason: 'It is registered.',
      transport: undefined,
      ...(isError(code) ? describeError(code) : describeOther(code as keyof typeof IANA_OTHERS)),
    }));
}

type Particulars = Pick<
  CatalogueStatus,
  'phrase' | 'temporary' | 'reference' | 'wire' | 'note' | 'texts'
>;

function isError(code: number): code is RegisteredErrorCode {
  return Object.hasOwn(REGISTERED_ERRORS, code);
}

function describeError(code: RegisteredErrorCode): Particulars {
  const row: { phrase: string; temporary?: boolean; reference: string } = REGISTERED_ERRORS[code];
  return {
    phrase: row.phrase,
    temporary: row.temporary ?? 'unknown',
    reference: row.reference,
    wire: true,
    note: IANA_NOTES[code],
    texts: { en: en.statuses[code], 'zh-CN': zhCN.statuses[code] },
  };
}

function describeOther(code: keyof typeof IANA_OTHERS): Particulars {
  const row: OtherRow = IANA_OTHERS[code];
  const texts = IANA_TEXTS[code];
  return {
    phrase: row.phrase,
    temporary: row.temporary ?? 'unknown',
    reference: row.reference,
    wire: row.wire ?? true,
    note: row.note,
    texts: {
      en: { title: row.phrase, ...texts.en },
      'zh-CN': { title: row.chinese, ...texts['zh-CN'] },
    },
  };
}
