import path from 'node:path';
import { tsImport } from 'tsx/esm/api';
import type { Plugin } from 'vite';

const CHANNELS = '/shared/contract/page/channels.ts';

/** Puts the finished list of the page's channels in the place of the code that makes it from the contract. */
export const listChannels = (root: string): Plugin => ({
  name: 'list-channels',
  async transform(_code, id) {
    if (!id.endsWith(CHANNELS)) return null;
    const tsconfig = path.join(root, 'tsconfig.json');
    const made = (await tsImport(id, { parentURL: import.meta.url, tsconfig })) as { CHANNELS: unknown };
    return { code: `export const CHANNELS = ${JSON.stringify(made.CHANNELS)};`, map: null };
  },
});
