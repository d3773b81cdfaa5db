import { ADVICE_EN } from '../locales/advice-en.js';
import { ADVICE_ZH_CN } from '../locales/advice-zh-CN.js';
import { en } from '../locales/en.js';
import { zhCN } from '../locales/zh-CN.js';
import {
  REGISTERED_ERRORS,
  type RegisteredErrorCode,
  type RegisteredStatus,
} from '../statuses/registered.js';
import { mayGoOnTheWire, type VendorRow } from '../statuses/vendor-table.js';
import type { CatalogueStatus } from './catalogue-status.js';
import { IANA, IANA_NOTES, IANA_OTHERS, type OtherRow } from './iana.js';
import { REFERENCES } from './references.js';
import { SOURCES, type Source } from './sources.js';
import type { Explanations, VendorFacts } from './texts/explanations.js';
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
  const row: RegisteredStatus = REGISTERED_ERRORS[code];
  return {
    phrase: row.phrase,
    temporary: row.temporary ?? 'unknown',
    reference: REFERENCES[code],
    wire: true,
    note: IANA_NOTES[code],
    texts: {
      en: { ...en.statuses[code], advice: ADVICE_EN[code] },
      'zh-CN': { ...zhCN.statuses[code], advice: ADVICE_ZH_CN[code] },
    },
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

/** A row of any vendor; one that is no error is nearest to no error. */
type AnyRow = Omit<VendorRow, 'nearest'> & { readonly nearest: number };

/** What explains it; the names of a substatus are there, those of a status in its row. */
type AnyTexts = Explanations<Record<string, unknown>, VendorFacts, { readonly title?: string }>;

/** Puts the rows of one vendor and their texts together. */
export function describeVendorStatuses(
  source: Source,
  table: Readonly<Record<string, AnyRow>>,
  texts: AnyTexts,
): readonly CatalogueStatus[] {
  const { vendor, reference } = SOURCES[source];
  return Object.entries(table)
    .sort(([a], [b]) => compareCodes(a, b))
    .map(([code, row]) => {
      const { en, 'zh-CN': zhCN, ...facts } = findText(texts, code);
      const { title: phrase = '' } = { title: row.phrase, ...en };
      return {
        id: `${source}:${code}`,
        code,
        source,
        vendor,
        versions: facts.versions,
        phrase,
        temporary: row.temporary,
        reference: facts.reference ?? reference,
        nearest: row.nearest,
        reason: facts.reason,
        wire: mayGoOnTheWire(code, row),
        transport: row.transport,
        note: facts.note,
        texts: {
          en: { title: phrase, ...en },
          'zh-CN': { title: row.chinese ?? '', ...zhCN },
        },
      };
    });
}

/** The compiler has seen to it that every row has its texts. */
function findText(texts: AnyTexts, code: string): AnyTexts[string] {
  return texts[code] as AnyTexts[string];
}

/** 403.2 comes before 403.14. */
function compareCodes(a: string, b: string): number {
  return rank(a) - rank(b);
}

function rank(code: string): number {
  const [status, substatus = -1] = code.split('.');
  return Number(status) * 1000 + Number(substatus);
}
