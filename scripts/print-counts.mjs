import { existsSync, readFileSync } from 'node:fs';

const [file, status] = process.argv.slice(2);
const NOTHING_RAN = { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };

const ran = existsSync(file);
const results = ran ? JSON.parse(readFileSync(file, 'utf8')) : NOTHING_RAN;
const failedTests = results.numFailedTests + results.numRuntimeErrorTestSuites;
const failedOtherwise = failedTests === 0 && (status !== '0' || results.numPassedTests === 0);

if (failedOtherwise) {
  console.log(ran ? 'The tests passed, another check failed.' : 'A check failed before the tests.');
}
console.log(`${results.numPassedTests} passed, ${failedTests + Number(failedOtherwise)} failed`);
process.exitCode = failedTests > 0 || failedOtherwise ? 1 : 0;
