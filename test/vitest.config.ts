import path from 'node:path';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');
const alias = {
  '@shared': path.join(root, 'shared'),
  '@electron': path.join(root, 'electron'),
  '@renderer': path.join(root, 'renderer'),
};

/** Vitest itself takes one less than there are processors, which is one of two. */
const WORKERS = 2;

const UNITS = ['{shared,electron,build}/**/*.spec.ts', 'test/contract/**/*.spec.ts'];
/** Units that replace modules, or look at what a module keeps for the whole process. */
const ISOLATED_UNITS = [
  'electron/service/back-office/connection/back-office-connection*.spec.ts',
  'electron/service/back-office/connection/event-inbox.spec.ts',
  'electron/service/licence/install/licence-installer-faults.spec.ts',
  'electron/service/state/storage-monitor.spec.ts',
];

/** Far above what a test takes: on a machine with other work each is several times slower. */
const UNIT_LIMIT_MS = 30_000;

export default defineConfig({
  root,
  plugins: [vue()],
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        test: {
          // Most of the time of short specs is spent on loading modules: these share them.
          name: 'unit',
          include: UNITS,
          exclude: ISOLATED_UNITS,
          isolate: false,
          maxWorkers: WORKERS,
          environment: 'node',
          testTimeout: UNIT_LIMIT_MS,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit-isolated',
          include: ISOLATED_UNITS,
          maxWorkers: WORKERS,
          environment: 'node',
          testTimeout: UNIT_LIMIT_MS,
        },
      },
      {
        extends: true,
        test: {
          name: 'renderer',
          include: ['renderer/**/*.spec.ts'],
          maxWorkers: WORKERS,
          environment: 'happy-dom',
          testTimeout: UNIT_LIMIT_MS,
        },
      },
      {
        extends: true,
        test: {
          // The packages are made once, by whichever comes first; a box or a Windows takes most of a processor.
          name: 'packages',
          include: ['test/packages/**/*.spec.ts'],
          environment: 'node',
          testTimeout: 300_000,
          hookTimeout: 900_000,
          maxWorkers: WORKERS,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/{integration,security,back-office}/**/*.spec.ts'],
          environment: 'node',
          // Against hanging only: a test takes seconds, and many times as long on a machine with other work.
          testTimeout: 180_000,
          hookTimeout: 180_000,
          maxWorkers: WORKERS,
        },
      },
    ],
  },
});
