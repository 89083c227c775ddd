import { STORAGE_TROUBLES, type StorageTrouble } from '@shared/errors/error-catalogue';
import type { Notice } from './status';

const isTrouble = (code: Notice['code']): code is StorageTrouble =>
  (STORAGE_TROUBLES as readonly string[]).includes(code);

/** The notice that the service cannot store anything; null while it can. */
export const storageNotice = (
  notices: readonly Notice[],
): { code: StorageTrouble; params: Notice['params'] } | null => {
  for (const { code, params } of notices) if (isTrouble(code)) return { code, params };
  return null;
};
