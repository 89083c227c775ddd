import type { Readable } from 'node:stream';
import { readDescriptor } from './read-descriptor';

const STANDARD_INPUT = 0;

/**
 * This process's standard input; to be opened once. On Windows Electron puts an empty stream into the place of
 * `process.stdin`, which has ended before anybody looks: a lifeline would be cut and a secret be nothing. The descriptor
 * itself is there all the same, so it is read in Electron's stead.
 */
export const openStandardInput = (platform: NodeJS.Platform = process.platform): Readable =>
  platform === 'win32' ? readDescriptor(STANDARD_INPUT) : process.stdin;
