/**
 * Runs `step` under its own umask. Only for calls that create their file before they return (bind, open): the umask is
 * the whole process's, and a call that returned early would create it under the wrong one.
 */
export const underUmask = <T>(mask: number, step: () => T): T => {
  const before = process.umask(mask);
  try {
    return step();
  } finally {
    process.umask(before);
  }
};
