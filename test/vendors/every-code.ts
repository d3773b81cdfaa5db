import type { VendorCode } from '@faultless/core';
import { listSources, type Source, statusesOf } from '@faultless/core/statuses';

/** The registry has error classes of its own; the one code of Google Gears is no error. */
const NOT_THROWN: ReadonlySet<Source> = new Set<Source>(['iana', 'gears']);

/** The name of every status that can be thrown as a VendorError. */
export const EVERY_CODE = listSources()
  .filter((source) => !NOT_THROWN.has(source))
  .flatMap((source) => statusesOf(source))
  .map(({ id }) => id as VendorCode);
