import { findStatus } from '@faultless/core/statuses';
import { throwOf } from '../format-status.js';
import type { Case } from './stages.js';

/** What a case ends with. */
interface Ending {
  readonly status: number;
  /** The registry's name of the status. */
  readonly phrase: string;
  /** The class to throw; undefined for a status that is no error. */
  readonly class: string | undefined;
  readonly line: string | undefined;
  readonly reference: string;
  /** The document that tells more, under `docs/`. */
  readonly page: string;
}

/** Tells what to answer in a case, and how. */
export function describeCase({ status, line, page }: Case): Ending {
  const [known] = findStatus(`iana:${status}`);
  const thrown = line ?? (known && throwOf(known));
  return {
    status,
    phrase: known?.phrase ?? '',
    class: /new (\w+)/.exec(thrown ?? '')?.[1],
    line: thrown,
    reference: known?.reference ?? '',
    page,
  };
}
