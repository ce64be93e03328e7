/** What does the linter hold us to, beyond the compiler? */
import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/'] },
  eslint.configs.recommended,
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  {
    files: ['**/*.ts', '**/*.tsx'],
    rules: {
      // Typed arrays are read by index in loops that own their bounds: `!` says so, and noUncheckedIndexedAccess makes us say it.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-irregular-whitespace': ['error', { skipStrings: true, skipRegExps: true, skipTemplates: true }],
      'no-control-regex': 'off',
    },
  },
  {
    files: ['**/*.cjs', 'webpack.config.js'],
    languageOptions: { globals: { module: 'writable', require: 'readonly', process: 'readonly', URL: 'readonly', __dirname: 'readonly' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  { files: ['scripts/**', 'test/bench/**', 'test/fuzz/**', 'test/mutate/**', 'test/pane/story/**'], rules: { 'no-console': 'off' } },
);
