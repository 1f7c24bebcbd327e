import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/**', '.listmark/**', 'node_modules/**'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  // Every wait has an end: a promise of the browser's may stay open for ever (src/within.ts).
  {
    files: ['src/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...['object.object.name', 'object.object.object.name'].map((namespace) => ({
          selector: `:not(CallExpression[callee.name="within"]) > CallExpression[callee.${namespace}="browser"]:not([callee.property.name=/^(addListener|getURL)$/])`,
          message: 'A call of the browser needs a limit: within(browser.…).',
        })),
      ],
    },
  },
  // What a browser's protocol or a peer of a benchmark hands over has no types worth writing down.
  {
    files: ['tests/**', 'tools/**'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
    },
  },
  // Plain Node and settings: outside the TypeScript project.
  { files: ['**/*.js', '**/*.mjs'], ...tseslint.configs.disableTypeChecked },
);
