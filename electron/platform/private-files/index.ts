export { readSmallFile, type SmallFile, type UnreadableReason } from './read-small-file';
export { replaceFile, syncFolder, type Readers } from './replace-file';
export { FileLocked, withFileLock } from './with-file-lock';
