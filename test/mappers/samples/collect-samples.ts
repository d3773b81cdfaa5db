import { readdirSync } from 'node:fs';
import type { Sample } from './sample.js';

const NO_SAMPLES = ['sample.ts', 'collect-samples.ts'];

/** The samples of every family: each other file here exports some as `SAMPLES`. */
export async function collectSamples(): Promise<readonly Sample[]> {
  const files = readdirSync(new URL('.', import.meta.url)).filter(
    (file) => file.endsWith('.ts') && !NO_SAMPLES.includes(file),
  );
  const modules = await Promise.all(
    files.map((file) => import(`./${file}`) as Promise<{ SAMPLES: readonly Sample[] }>),
  );
  return modules.flatMap(({ SAMPLES }) => SAMPLES);
}
