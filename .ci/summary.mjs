/** Prints the closing line of a CI run from Jest's own results; the checks count as one. */
import { readFileSync } from 'node:fs';

const [resultsFile, checkStatus] = process.argv.slice(2);
const text = readFileSync(resultsFile, 'utf8');
const results =
  text === ''
    ? { numPassedTests: 0, numFailedTests: 1, numFailedTestSuites: 0, numPendingTests: 0, testResults: [] }
    : JSON.parse(text);
const brokenSuites = results.testResults.filter(
  (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
).length;
const checkPassed = checkStatus === '0';

const passed = results.numPassedTests + (checkPassed ? 1 : 0);
const failed = results.numFailedTests + brokenSuites + (checkPassed ? 0 : 1);
const skipped = results.numPendingTests > 0 ? `, ${results.numPendingTests} skipped` : '';
console.log(`${passed} passed, ${failed} failed${skipped}`);
