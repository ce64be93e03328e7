/** Which files took longest, and how many tests passed and failed, in the one line that the workplace reads? */
const { relative } = require('node:path');

const SLOWEST = 5;

const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1).padStart(6)} s`;

module.exports = class TotalsReporter {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, startTime, testResults }) {
    const slowest = testResults
      .map(({ testFilePath, perfStats }) => ({ file: relative(process.cwd(), testFilePath), took: perfStats.runtime }))
      .sort((a, b) => b.took - a.took)
      .slice(0, SLOWEST);
    if (testResults.length > SLOWEST) {
      process.stdout.write(`\nThe slowest of ${testResults.length} files, all together ${seconds(Date.now() - startTime).trim()}:\n`);
      for (const { file, took } of slowest) process.stdout.write(`${seconds(took)}  ${file}\n`);
    }
    // A suite that could not even start holds tests that did not pass.
    process.stdout.write(`${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed\n`);
  }
};
