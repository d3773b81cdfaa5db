import { explainMapping, type MappingExplanation, type MappingOptions } from '@faultless/core';

/** What a function throws, or its promise rejects with; fails if it does neither. */
export async function thrownBy(run: () => unknown): Promise<unknown> {
  try {
    await run();
  } catch (thrown) {
    return thrown;
  }
  throw new Error('nothing was thrown');
}

/** How what a function throws is mapped. */
export async function explain(
  run: () => unknown,
  options?: MappingOptions,
): Promise<MappingExplanation> {
  return explainMapping(await thrownBy(run), options);
}
