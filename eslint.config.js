import { readdirSync } from 'node:fs';
import prettier from 'eslint-config-prettier';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import vue from 'eslint-plugin-vue';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import vueParser from 'vue-eslint-parser';

/** Only these may import the electron module: everything else meets it behind a port. */
const ELECTRON_ALLOWED = [
  'electron/main.ts',
  'electron/start/report-uncaught-failure.ts',
  'electron/app/**',
  'electron/preload/**',
  'electron/service/network/**',
  'electron/service/index.ts',
  'electron/platform/**',
  'build/runtime/loader/**',
  'test/integration/net-harness/main.ts',
];

const features = readdirSync(new URL('./renderer/features', import.meta.url));

/** The layers of the page, lowest first: each imports only from those before it. */
const pageLayers = ['i18n', 'bridge', 'stores', 'components', 'support', 'features', 'pages', 'app'];

const serviceJobs = ['back-office', 'licence', 'updates', 'assistance', 'network', 'audit'];

/** The arrows of the architecture, as import zones: `target` may not import `from`. */
const zones = [
  { target: './shared', from: ['./electron', './renderer', './build', './test'] },
  { target: './renderer', from: ['./electron', './build', './test'] },
  { target: './electron', from: ['./renderer', './build', './test'] },
  { target: './electron/preload', from: ['./electron/!(preload)/**'] },
  { target: './electron/app/compose/sta', from: ['./electron/service', './electron/cli'] },
  { target: './electron/service', from: ['./electron/app/compose/sta', './electron/cli'] },
  { target: './electron/cli', from: ['./electron/app/compose/sta', './electron/service'] },
  { target: './electron/link', from: ['./electron/app/compose/sta', './electron/service', './electron/cli'] },
  {
    target: './electron/settings',
    from: ['./electron/app/compose/sta', './electron/service', './electron/cli'],
  },
  { target: './electron/platform', from: ['./electron/{app,service,cli,link,settings}/**'] },
  ...features.map((feature) => ({
    target: `./renderer/features/${feature}`,
    from: features.filter((other) => other !== feature).map((other) => `./renderer/features/${other}`),
    message: "Features do not import each other: a page puts one into the other's slot.",
  })),
  ...pageLayers.slice(0, -1).map((layer, index) => ({
    target: `./renderer/${layer}`,
    from: pageLayers.slice(index + 1).map((above) => `./renderer/${above}`),
    message: `A lower layer of the page does not import a higher one: ${pageLayers.join(' <- ')}.`,
  })),
  ...serviceJobs.map((job) => ({
    target: `./electron/service/${job}`,
    from: serviceJobs.filter((other) => other !== job).map((other) => `./electron/service/${other}`),
    message:
      'Jobs of the service do not import each other; they meet in the composition or in shared/domain.',
  })),
];

const processSpawn = {
  name: 'node:child_process',
  importNames: ['exec', 'execSync'],
  message: 'A shell string is never built: use execFile or spawn with an argument array.',
};
const sudoPrompt = {
  name: 'sudo-prompt',
  message: 'It joins words into a shell command: use platform/elevation.',
};
const electronModule = {
  name: 'electron',
  message:
    'Only main.ts, start/report-uncaught-failure.ts, app, preload, service/network, service/index and platform may import electron.',
};
const uncheckedTexts = {
  name: 'vue-i18n',
  importNames: ['useI18n'],
  message: 'It takes any key: use renderer/i18n/use-translation.',
};
const uncheckedText = {
  selector:
    'CallExpression[callee.name="$t"], MemberExpression[object.property.name="global"][property.name="t"]',
  message: 'It takes any key: use renderer/i18n/use-translation.',
};
const insidePlatform = {
  group: ['**/platform/*/*', '!**/platform/*/index'],
  message: 'Only platform/*/index is imported from outside its folder.',
};

export default tseslint.config(
  { ignores: ['dist/**', 'out/**', 'node_modules/**', '.demo/**', 'test-results/**', 'test/vectors/**'] },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  vue.configs['flat/recommended'],
  {
    languageOptions: {
      parserOptions: {
        projectService: {
          allowDefaultProject: ['eslint.config.js', 'build/*.mjs', 'build/*/*.mjs'],
          maximumDefaultProjectFileMatchCount_THIS_WILL_SLOW_DOWN_LINTING: 80,
        },
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
    },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.json' })] },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Interfaces and aliases read alike here; zod types are aliases, so aliases throughout are allowed.
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': ['error', { zones }],
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', { max: 5 }],
      'max-depth': 'error',
      'no-console': 'error',
      'no-restricted-imports': [
        'error',
        { paths: [processSpawn, sudoPrompt, electronModule], patterns: [insidePlatform] },
      ],
    },
  },
  {
    files: ['**/*.vue'],
    languageOptions: { parser: vueParser, parserOptions: { parser: tseslint.parser } },
    rules: {
      'import-x/no-default-export': 'off',
      'vue/multi-word-component-names': 'off',
      'vue/no-v-html': 'error',
      'vue/component-api-style': ['error', ['script-setup']],
    },
  },
  {
    files: ELECTRON_ALLOWED,
    rules: {
      'no-restricted-imports': ['error', { paths: [processSpawn, sudoPrompt], patterns: [insidePlatform] }],
    },
  },
  {
    files: ['electron/platform/**'],
    rules: { 'no-restricted-imports': ['error', { paths: [processSpawn, sudoPrompt] }] },
  },
  {
    files: ['renderer/**'],
    languageOptions: { globals: globals.browser },
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [electronModule, uncheckedTexts],
          patterns: [{ group: ['node:*'], message: 'The page has no Node.' }],
        },
      ],
      'no-restricted-syntax': ['error', uncheckedText],
      'vue/no-restricted-syntax': ['error', uncheckedText],
    },
  },
  { files: ['renderer/i18n/use-translation.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    // Windows are made in one place, so that their preferences cannot drift apart.
    files: ['electron/**'],
    ignores: ['electron/app/windows/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'NewExpression[callee.name="BrowserWindow"]', message: 'Use the window factory.' },
        {
          selector:
            'CallExpression[callee.name=/^(spawn|execFile|fork)/] > ObjectExpression > Property[key.name="shell"]:not([value.value=false])',
          message: 'No program is started through a shell.',
        },
      ],
    },
  },
  {
    files: ['eslint.config.js', '**/*.config.ts', 'build/**/*.mjs', '**/*.spec.ts', 'test/**'],
    rules: { 'import-x/no-default-export': 'off' },
  },
  {
    // The body of a suite holds its tests, and the set-up of a Pinia store everything that the store is.
    files: ['**/*.spec.ts', 'renderer/stores/*.ts', 'test/**'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    // Each is one function for a reason: a composition lists its parts in their order; a closure keeps the state of one
    // window, session or connection; a fixture makes the surroundings of a whole suite.
    files: [
      'electron/app/compose/compose-app.ts',
      'electron/service/compose/compose-jobs.ts',
      'electron/service/licence/job/licence-job.ts',
      'electron/app/assistance/session-runner.ts',
      'electron/app/supervision/service-supervision.ts',
      'electron/app/windows/assistance-windows.ts',
      'electron/service/socket/call-handlers.ts',
      'electron/service/assistance/assistance-job.fixture.ts',
      'renderer/pages/page.fixture.ts',
    ],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    // A spec of a part may show it in the whole page.
    files: ['renderer/**/*.{spec,fixture}.ts'],
    rules: { 'import-x/no-restricted-paths': 'off' },
  },
  { files: ['build/**', 'test/**', 'electron/cli/**'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.mjs', 'eslint.config.js'],
    ...tseslint.configs.disableTypeChecked,
  },
  prettier,
);
