import { entriesOf } from '@shared/contract/define';
import { contract } from './page-contract';

/**
 * The names of the page's contract, for the preload. Bundling puts the finished list in this file's place, because the
 * contract would bring zod along and make the preload ten times as large.
 */
export const CHANNELS: readonly { channel: string; kind: 'call' | 'event' }[] = entriesOf(contract).map(
  ({ channel, spec }) => ({ channel, kind: spec.kind }),
);
