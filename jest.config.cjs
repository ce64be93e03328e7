/** Tests run as the code does, through swc; hucre is an ES module and goes through it too. */
const target = 'es2022';

module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  // By itself jest leaves one core free, which on two cores is half of all.
  maxWorkers: '100%',
  // No test is a stopwatch: a busy machine only makes it slower.
  testTimeout: 60_000,
  testSequencer: '<rootDir>/test/longestFirst.cjs',
  transform: {
    '^.+\\.tsx$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target } }],
    '^.+\\.(ts|mjs)$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target } }],
  },
  // Chance that finds something new on another machine is no gate: exploring is `npm run fuzz`, and KESHIKOMI_SEED.
  moduleNameMapper: { '^fast-check$': '<rootDir>/test/properties/seeded.cjs' },
  reporters: ['default', '<rootDir>/test/totalsReporter.cjs'],
  transformIgnorePatterns: ['/node_modules/(?!hucre/)'],
};
