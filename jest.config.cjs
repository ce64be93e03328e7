/** Tests run as the code does, through swc; hucre is an ES module and goes through it too. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  transform: { '^.+\\.(ts|mjs)$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
  reporters: ['default', '<rootDir>/test/totalsReporter.cjs'],
  transformIgnorePatterns: ['/node_modules/(?!hucre/)'],
};
