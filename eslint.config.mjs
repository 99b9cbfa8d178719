import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import vocabulary from './test/lint/retired-words.mjs';

const NODE = {
  Buffer: 'readonly',
  URL: 'readonly',
  clearInterval: 'readonly',
  clearTimeout: 'readonly',
  console: 'readonly',
  fetch: 'readonly',
  globalThis: 'readonly',
  process: 'readonly',
  setInterval: 'readonly',
  setTimeout: 'readonly',
};

/** Browser globals used by the portal's script. */
const BROWSER = {
  AbortController: 'readonly',
  DataTransfer: 'readonly',
  File: 'readonly',
  caches: 'readonly',
  clearTimeout: 'readonly',
  createImageBitmap: 'readonly',
  crypto: 'readonly',
  document: 'readonly',
  history: 'readonly',
  location: 'readonly',
  fetch: 'readonly',
  navigator: 'readonly',
  print: 'readonly',
  self: 'readonly',
  setInterval: 'readonly',
  setTimeout: 'readonly',
  URL: 'readonly',
  window: 'readonly',
};

/** Mantine puts `dir` beside these controls, not on them: ui/fields.tsx and ui/choice-fields.tsx have them with the direction of their text. */
const MANTINE_TEXT_CONTROLS = [
  'Autocomplete',
  'Input',
  'InputBase',
  'JsonInput',
  'MultiSelect',
  'NumberInput',
  'PasswordInput',
  'PillsInput',
  'Select',
  'TagsInput',
  'Textarea',
  'TextInput',
];

export default defineConfig(
  globalIgnores([
    '**/dist/',
    'node_modules/',
    '.data/',
    'coverage/',
    'test/lint-fixtures/',
    '**/*.generated.ts',
  ]),
  // Rules are changed here for the whole tree; files cannot disable them.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' } },
  js.configs.recommended,
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: { globals: { ...NODE, module: 'writable', require: 'readonly' } },
  },
  {
    files: ['apps/portal/src/static/*.js'],
    languageOptions: { globals: BROWSER },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // An unhandled promise hides its error. These two rules need type information.
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // Entities and DTOs are classes whose fields are filled by their framework.
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  // The glossary of libs/README.md says which words are used instead.
  { plugins: { vocabulary }, rules: { 'vocabulary/retired-words': 'error' } },
  {
    rules: {
      // We search for control characters in addresses, names and headers on purpose.
      'no-control-regex': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.name='forwardRef']",
          message: 'Import only from lower layers; forwardRef hides a cycle.',
        },
      ],
    },
  },
  {
    files: ['apps/console/src/**/*.tsx'],
    ignores: ['apps/console/src/ui/fields.tsx', 'apps/console/src/ui/choice-fields.tsx'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@mantine/core',
              importNames: MANTINE_TEXT_CONTROLS,
              message:
                'Use the controls of ui/fields.tsx and ui/choice-fields.tsx: Arabic is typed from right to left in them.',
            },
          ],
        },
      ],
    },
  },
);
