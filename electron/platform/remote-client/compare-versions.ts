const numbersOf = (version: string) => (/^\d+(\.\d+)*/.exec(version)?.[0] ?? '').split('.').map(Number);

/** Whether a version such as `15.52.3 (DEB)` reaches another, number by number. */
export const isAtLeast = (version: string, minimum: string): boolean => {
  const [has, needs] = [numbersOf(version), numbersOf(minimum)];
  const at = needs.findIndex((number, index) => number !== (has[index] ?? 0));
  return at === -1 || (has[at] ?? 0) > (needs[at] ?? 0);
};
