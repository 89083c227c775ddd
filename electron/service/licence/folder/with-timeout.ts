/** Waits for the work, but no longer than this; the work itself goes on. Passes its failure on while it is waited for. */
export const withTimeout = async (work: Promise<unknown>, milliseconds: number): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  try {
    await Promise.race([work, patience]);
  } finally {
    clearTimeout(timer);
  }
  work.catch(() => undefined);
};
