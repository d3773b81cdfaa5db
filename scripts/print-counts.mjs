// Sums up the results of jest in a folder: node scripts/print-counts.mjs folder status
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, status] = process.argv.slice(2);

const results = readdirSync(folder).map((name) =>
  JSON.parse(readFileSync(join(folder, name), 'utf8')),
);
const sum = (count) => results.reduce((total, result) => total + count(result), 0);
const passed = sum(({ numPassedTests }) => numPassedTests);
const failedTests = sum(
  ({ numFailedTests, numRuntimeErrorTestSuites }) => numFailedTests + numRuntimeErrorTestSuites,
);
const failedOtherwise = failedTests === 0 && (status !== '0' || passed === 0);

if (failedOtherwise) {
  const none = results.length === 0;
  console.log(
    none ? 'A check failed before the tests.' : 'The tests passed, another check failed.',
  );
}
console.log(`${passed} passed, ${failedTests + Number(failedOtherwise)} failed`);
process.exitCode = failedTests > 0 || failedOtherwise ? 1 : 0;
