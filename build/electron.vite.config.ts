import path from 'node:path';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'electron-vite';
import { compileMessages } from './bundling/compile-messages';
import { listChannels } from './bundling/list-channels';
import { listParts } from './bundling/list-parts';

const root = path.resolve(import.meta.dirname, '..');
const target = (name: string) => path.join(root, process.env['BUNDLE_FOLDER'] ?? 'out', name);
const resolve = {
  alias: {
    '@shared': path.join(root, 'shared'),
    '@electron': path.join(root, 'electron'),
    '@renderer': path.join(root, 'renderer'),
  },
};
// The oldest runtime that the program must run on: Electron 33 carries Node 20.18 and Chrome 130.
const NODE = 'node20.18';
const CHROME = 'chrome130';

// Stays outside of the bundle, each package with the addon of its own system.
const KEYRING = ['', '-linux-x64-gnu', '-win32-x64-msvc'].map((system) => `@napi-rs/keyring${system}`);

export default defineConfig({
  main: {
    plugins: [listParts(root, KEYRING)],
    resolve,
    build: {
      target: NODE,
      outDir: target('main'),
      // Bundled, because one file opens faster than the many of a package; a native addon has to stay outside.
      externalizeDeps: false,
      minify: false,
      rolldownOptions: {
        input: {
          main: path.join(root, 'electron/main.ts'),
          'folder-worker': path.join(root, 'electron/service/licence/folder/worker/folder-worker.ts'),
        },
        external: ['electron', /^@napi-rs\/keyring/],
        output: {
          format: 'es',
          // Without blanks and comments only: names stay, so that a stack trace in the log can be read.
          minify: { compress: false, mangle: false, codegen: true },
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    plugins: [listChannels(root), listParts(root)],
    resolve,
    build: {
      target: NODE,
      outDir: target('preload'),
      // A sandboxed preload can load nothing but electron itself.
      externalizeDeps: false,
      minify: false,
      rolldownOptions: {
        input: path.join(root, 'electron/preload/index.ts'),
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: path.join(root, 'renderer'),
    base: './',
    resolve,
    define: {
      __VUE_OPTIONS_API__: false,
      __VUE_PROD_DEVTOOLS__: false,
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: false,
      __VUE_I18N_FULL_INSTALL__: false,
      __VUE_I18N_LEGACY_API__: false,
      __INTLIFY_JIT_COMPILATION__: true,
      __INTLIFY_DROP_MESSAGE_COMPILER__: true,
      __INTLIFY_PROD_DEVTOOLS__: false,
    },
    // A parsed string is opened faster than an object that is written out, and is smaller.
    json: { stringify: true, namedExports: false },
    plugins: [vue(), compileMessages(), listParts(path.join(root, 'renderer'))],
    build: {
      target: CHROME,
      outDir: target('renderer'),
      emptyOutDir: true,
      // The page's policy admits files of its own only: no data: addresses, no inline scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      cssCodeSplit: false,
      rolldownOptions: {
        input: {
          index: path.join(root, 'renderer/index.html'),
          assistance: path.join(root, 'renderer/assistance.html'),
        },
      },
    },
  },
});
