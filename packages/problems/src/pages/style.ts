import { PAGE_STYLE } from '@faultless/core/adapter';

/** The style of the pages: that of error pages, and what code needs. */
export const STYLE =
  `${PAGE_STYLE}pre{margin:0 0 .75rem;padding:.75rem;border:1px solid var(--line);` +
  'border-radius:.25rem;white-space:pre-wrap}';

/** The SHA-256 of `STYLE` in base64; a test recomputes it. */
export const STYLE_HASH = 'pQFSJ0zeoOwVk3nOibKe2Tr+5nwG2tPrO3RRaNyCLDI=';
