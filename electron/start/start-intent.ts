/** The purpose of a start. */
export type StartIntent =
  | { mode: 'app' }
  /**
   * `hasLifeline`: the service ends when its standard input does, because its parent is gone then. `isInstalled`: the
   * machine's service manager started it.
   */
  | { mode: 'service'; hasLifeline: boolean; isInstalled: boolean }
  | { mode: 'command'; argv: string[] };

const OWN_OPTIONS = new Set(['--help', '-h', '--version', '--json']);

/**
 * Reads how the program was started. `words` are the arguments without the executable and, in development, without the
 * folder of the program. Switches in front of the first word belong to Chromium and Electron and are passed over; the
 * first word begins a command, whatever it is, so that no path and no address is ever opened.
 */
export const readStartIntent = (words: readonly string[]): StartIntent => {
  const commandAt = words.findIndex((word) => !word.startsWith('-') || OWN_OPTIONS.has(word));
  const switches = commandAt === -1 ? words : words.slice(0, commandAt);
  if (switches.includes('--service'))
    return {
      mode: 'service',
      hasLifeline: switches.includes('--lifeline'),
      isInstalled: switches.includes('--installed'),
    };
  return commandAt === -1 ? { mode: 'app' } : { mode: 'command', argv: words.slice(commandAt) };
};

/** Takes the executable and, where the runtime was given a folder to run, that folder off the arguments. */
export const argumentsOfProgram = (argv: readonly string[], isGivenFolder: boolean): string[] => {
  const words = argv.slice(1);
  const folderAt = isGivenFolder ? words.findIndex((word) => !word.startsWith('-')) : -1;
  return words.filter((_, index) => index !== folderAt);
};
