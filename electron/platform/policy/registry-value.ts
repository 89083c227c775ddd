/**
 * The text of a REG_SZ value in the output of `reg query KEY /v NAME`: a line with the name, the type and the value,
 * apart by four blanks, in every language of the system. Null where it has none.
 */
export const registryValue = (output: string, name: string): string | null => {
  for (const line of output.split(/\r?\n/)) {
    const match = /^ {4}(\S+) {4}(REG_\w+) {4}(.*)$/.exec(line);
    if (match?.[1]?.toLowerCase() === name.toLowerCase() && match[2] === 'REG_SZ') return match[3] ?? null;
  }
  return null;
};
