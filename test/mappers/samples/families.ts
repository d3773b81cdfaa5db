import { CREDENTIAL_CASES } from '../credential-cases.js';
import { FRAMEWORK_CASES } from '../framework-cases.js';
import type { Sample } from './sample.js';

/** The errors of the families that are tested by tables. */
export const SAMPLES: readonly Sample[] = [...FRAMEWORK_CASES, ...CREDENTIAL_CASES].map(
  ({ library, what, mapper, raise, told }): Sample => ({
    mapper,
    what: `${library}, ${what}`,
    raise,
    ...(told !== undefined && { told }),
  }),
);
