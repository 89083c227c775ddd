import { SERVICE_SWITCHES } from './service-switches';
import type { StartIntent } from './start-intent';

/** Switches that would remove the isolation of pages. The service opens no page. */
const UNDO_THE_PAGES_BOUNDS = [
  'no-sandbox',
  'no-zygote-sandbox',
  'disable-gpu-sandbox',
  'disable-namespace-sandbox',
  'disable-seccomp-filter-sandbox',
  'disable-setuid-sandbox',
  'in-process-gpu',
  'single-process',
  'allow-file-access-from-files',
  'allow-running-insecure-content',
  'disable-site-isolation-trials',
  'disable-web-security',
];

/** Switches that let others read or steer the process, be started by it, or intercept its connection to the back office. */
const OPEN_THE_PROGRAM = [
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-wait',
  'js-flags',
  'remote-debugging-pipe',
  'remote-debugging-port',
  'browser-subprocess-path',
  'gpu-launcher',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'load-extension',
  'host-resolver-rules',
  'host-rules',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'log-net-log',
  'ssl-key-log-file',
];

const REFUSED: Record<StartIntent['mode'], readonly string[]> = {
  app: [...UNDO_THE_PAGES_BOUNDS, ...OPEN_THE_PROGRAM],
  service: OPEN_THE_PROGRAM,
  // A command ends before Chromium begins.
  command: [],
};

/** Chromium knows a switch by two dashes, one or, on Windows, a slash, and there in any case. */
const givenIn = (words: readonly string[]) =>
  new Set(words.map((word) => /^(?:--?|\/)([^=]+)/.exec(word)?.[1]?.toLowerCase() ?? ''));

/**
 * The first switch, without its dashes, with which a release does not start; null = none is there. Only what somebody gave
 * counts, because Electron adds switches of its own; `isWithoutSandbox`: the environment, too, can take the sandbox away.
 */
export const refusedSwitch = (
  mode: StartIntent['mode'],
  words: readonly string[],
  isWithoutSandbox: boolean,
): string | null => {
  // The unit says them as they stand, word by word; others of the same name are somebody's own.
  const own = mode === 'service' ? SERVICE_SWITCHES : [];
  const given = givenIn(words.filter((word) => !own.includes(word)));
  if (isWithoutSandbox) given.add('no-sandbox');
  return REFUSED[mode].find((name) => given.has(name)) ?? null;
};
