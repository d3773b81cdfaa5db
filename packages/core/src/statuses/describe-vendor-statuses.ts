import type { CatalogueStatus } from './catalogue-status.js';
import { SOURCES, type Source } from './sources.js';
import type { Explanations } from './texts/explanations.js';
import { mayGoOnTheWire, type VendorRow } from './vendor-table.js';

/** A row of any vendor; one that is no error is nearest to no error. */
type AnyRow = Omit<VendorRow, 'nearest'> & { readonly nearest: number };

/** Puts the rows of one vendor and their texts together. */
export function describeVendorStatuses(
  source: Source,
  table: Readonly<Record<string, AnyRow>>,
  texts: Explanations<Record<string, unknown>>,
): readonly CatalogueStatus[] {
  const { vendor, reference } = SOURCES[source];
  return Object.entries(table)
    .sort(([a], [b]) => compareCodes(a, b))
    .map(([code, row]) => ({
      id: `${source}:${code}`,
      code,
      source,
      vendor,
      versions: row.versions,
      phrase: row.phrase,
      temporary: row.temporary,
      reference: row.reference ?? reference,
      nearest: row.nearest,
      reason: row.reason,
      wire: mayGoOnTheWire(code, row),
      transport: row.transport,
      note: row.note,
      texts: {
        en: { title: row.phrase, ...findText(texts, code).en },
        'zh-CN': { title: row.chinese, ...findText(texts, code)['zh-CN'] },
      },
    }));
}

type Texts = Explanations<Record<string, unknown>>;

/** The compiler has seen to it that every row has its texts. */
function findText(texts: Texts, code: string): Texts[string] {
  return texts[code] as Texts[string];
}

/** 403.2 comes before 403.14. */
function compareCodes(a: string, b: string): number {
  return rank(a) - rank(b);
}

function rank(code: string): number {
  const [status, substatus = -1] = code.split('.');
  return Number(status) * 1000 + Number(substatus);
}
