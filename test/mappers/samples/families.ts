import { CREDENTIAL_CASES } from '../credential-cases.js';
import { FILE_CASES } from '../file-cases.js';
import { FRAMEWORK_CASES } from '../framework-cases.js';
import { LISTED_CASES } from '../listed-cases.js';
import { PLAIN_CASES } from '../plain-cases.js';
import { TOLD_CASES } from '../told-cases.js';
import type { Sample } from './sample.js';

/** The errors of the families that are tested by tables. */
export const SAMPLES: readonly Sample[] = [
  ...FRAMEWORK_CASES,
  ...CREDENTIAL_CASES,
  ...LISTED_CASES,
  ...FILE_CASES,
  ...PLAIN_CASES,
  ...TOLD_CASES,
]
  .filter(({ bare }) => bare !== true)
  .map(
    ({ library, what, mapper, raise, told }): Sample => ({
      mapper,
      what: `${library}, ${what}`,
      raise,
      ...(told !== undefined && { told }),
    }),
  );
