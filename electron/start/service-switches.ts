const SWITCH = 'disable-features';
/** Gives a little memory back every four seconds, in every process of Chromium, for good. */
const WAKES_EVERY_FOUR_SECONDS = 'PartitionAllocMemoryReclaimer';

/** The switches of Print ORS Service: no display, no GPU process, and a Chromium that sleeps when the service does. */
export const SERVICE_SWITCHES: readonly string[] = [
  '--service',
  '--ozone-platform=headless',
  '--disable-gpu',
  '--in-process-gpu',
  `--${SWITCH}=${WAKES_EVERY_FOUR_SECONDS}`,
  // Else V8 looks every eight seconds whether there is memory to give back, for as long as there is none.
  '--js-flags=--no-memory-reducer',
];

type Switches = {
  getSwitchValue: (name: string) => string;
  appendSwitch: (name: string, value: string) => void;
};

/**
 * Lets the processes that Chromium is still to start sleep, also where whoever started this one did not say so. To be
 * called before `app` is ready; for this process it is too late.
 */
export const disablePeriodicWakeUps = (commandLine: Switches): void => {
  const given = commandLine.getSwitchValue(SWITCH).split(',').filter(Boolean);
  const features = new Set([...given, WAKES_EVERY_FOUR_SECONDS]);
  commandLine.appendSwitch(SWITCH, [...features].join(','));
};
