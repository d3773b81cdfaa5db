import { BUILT_IN_MAPPERS, BUILT_IN_MESSAGES, CONNECTION_CODES } from '@faultless/core/adapter';
import { findStatus } from '@faultless/core/statuses';

/** What there is to know of a `code` that a problem document may have. */
export interface CodeEntry {
  readonly code: string;
  /** Such as `409 Conflict`; absent where several statuses have it. */
  readonly status?: string;
  readonly text: Readonly<Record<'en' | 'zh-CN', string>>;
  /** The mappers that answer with it, or `guardServer`. */
  readonly by: readonly string[];
  readonly docs: string;
}

/** Where the documents are. */
export const DOCS = 'https://github.com/faultless/faultless/blob/main/docs';

/** Lists the codes that Faultless sends of itself. */
export function listCodes(): readonly CodeEntry[] {
  const { en = {}, 'zh-CN': zhCN = {} } = BUILT_IN_MESSAGES;
  const mapped = new Set(BUILT_IN_MAPPERS.list.flatMap(({ answers }) => Object.keys(answers)));
  const guarded = new Set(CONNECTION_CODES);
  return Object.keys(en)
    .filter((code) => mapped.has(code) || guarded.has(code))
    .map((code) => ({
      code,
      text: { en: en[code] ?? '', 'zh-CN': zhCN[code] ?? '' },
      ...(mapped.has(code) ? describeMapped(code) : GUARDED),
    }));
}

const GUARDED = { by: ['guardServer'], docs: `${DOCS}/server.md` };

function describeMapped(code: string): Pick<CodeEntry, 'status' | 'by' | 'docs'> {
  const mappers = BUILT_IN_MAPPERS.list.filter(({ answers }) => Object.hasOwn(answers, code));
  const [status, ...others] = new Set(mappers.map(({ answers }) => answers[code]?.status));
  return {
    ...(status !== undefined &&
      others.length === 0 && { status: `${status} ${findStatus(status)[0]?.phrase ?? ''}` }),
    by: mappers.map(({ name }) => name),
    docs: `${DOCS}/mapped-errors.md#mapper-${mappers[0]?.name ?? ''}`,
  };
}
