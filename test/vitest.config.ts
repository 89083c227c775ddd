import path from 'node:path';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');
const alias = {
  '@shared': path.join(root, 'shared'),
  '@electron': path.join(root, 'electron'),
  '@renderer': path.join(root, 'renderer'),
};

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
          name: 'unit',
          include: ['{shared,electron,build}/**/*.spec.ts', 'test/contract/**/*.spec.ts'],
          environment: 'node',
          testTimeout: UNIT_LIMIT_MS,
        },
      },
      {
        extends: true,
        test: {
          name: 'renderer',
          include: ['renderer/**/*.spec.ts'],
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
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/{integration,security,back-office}/**/*.spec.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
