export { cutFile } from './cut-file';
export { openFolder, systemError } from './held-folder';
export { hashFile } from './hash-file';
export { readSmallFile, type SmallFile } from './read-small-file';
export { replaceFile, syncFolder, type Readers } from './replace-file';
export { replaceOwnFile, UnsafePlace } from './replace-own-file';
export { saveCopy } from './save-copy';
export { FileLocked, withFileLock } from './with-file-lock';
