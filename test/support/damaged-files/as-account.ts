import { vi } from 'vitest';

/** Runs something with the rights of another account: to root no file is closed. */
export const asAccount = async <T>(account: number, run: () => Promise<T>): Promise<T> => {
  process.setegid?.(account);
  process.seteuid?.(account);
  // The account by which files are said to be one's own.
  const own = vi.spyOn(process, 'getuid').mockReturnValue(account);
  try {
    return await run();
  } finally {
    own.mockRestore();
    process.seteuid?.(0);
    process.setegid?.(0);
  }
};
