import js from '@eslint/js';
import compat from 'eslint-plugin-compat';
import esx from 'eslint-plugin-es-x';
import globals from 'globals';

const SHIPPED = ['**/webapp/assets/**/*.js'];
const OLDEST = '**/webapp/assets/call/old.js';

/** The browsers of the customer's document: Chrome 80, Firefox 68, Safari 11. Their common syntax is ES2017. */
export default [
  { ignores: ['**/node_modules/'] },
  js.configs.recommended,
  {
    rules: {
      'no-var': 'error',
      'prefer-const': 'error',
      'no-unused-vars': ['error', { caughtErrors: 'none' }],
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
    },
  },
  {
    files: SHIPPED,
    ...esx.configs['flat/restrict-to-es2017'],
    languageOptions: { ecmaVersion: 'latest', sourceType: 'module', globals: globals.browser },
    settings: {
      browsers: ['Chrome 80', 'Firefox 68', 'Safari 11'],
      // Each is asked for before use, and the page does without.
      polyfills: [
        'navigator.clipboard',
        'navigator.permissions',
        'MediaRecorder',
        'AudioContext',
        'document.exitFullscreen',
        'document.fullscreenElement',
      ],
    },
  },
  { files: SHIPPED, plugins: { compat }, rules: { 'compat/compat': 'error', 'max-lines': ['error', 170] } },
  // Classic scripts: for browsers that know no modules.
  {
    files: [OLDEST],
    languageOptions: { ecmaVersion: 5, sourceType: 'script' },
    rules: { 'no-var': 'off' },
  },
  { files: ['**/*.js'], ignores: SHIPPED, languageOptions: { globals: { ...globals.node, MediaStream: 'readonly' } } },
];
