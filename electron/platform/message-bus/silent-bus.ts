import { HELLO, outcomeOf } from './ask-bus';
import { sessionBusPlaces, systemBusPlaces, type Environment } from './bus-places';

/** The first call of whoever uses the store; it starts a store that does not run yet, and shows no dialog. */
const OPEN_SESSION = {
  destination: 'org.freedesktop.secrets',
  path: '/org/freedesktop/secrets',
  interfaceName: 'org.freedesktop.Secret.Service',
  member: 'OpenSession',
  arguments: [
    ['s', 'plain'],
    ['v', ''],
  ],
} as const;

const isSilent = async (...asked: Parameters<typeof outcomeOf>) => (await outcomeOf(...asked)) === 'silent';

/**
 * Whether somebody listens at the session bus and says nothing, or nothing of the key store there. The library of the
 * key store would wait for it on the main thread for good, where no timer and no signal ends it.
 */
export const isKeyStoreSilent = (limitMs: number, environment: Environment = process.env): Promise<boolean> =>
  isSilent(sessionBusPlaces(environment), [HELLO, OPEN_SESSION], limitMs);

/** An address that no bus has: whoever asks it fails at once. */
const NO_BUS = 'disabled:';

/** Whether one of the buses was taken out of the environment, or never was in it. */
export const isWithoutBus = (environment: Environment = process.env): boolean =>
  [environment['DBUS_SESSION_BUS_ADDRESS'], environment['DBUS_SYSTEM_BUS_ADDRESS']].includes(NO_BUS);

/**
 * Takes a bus that accepts connections and never answers out of the environment, before Chromium connects to it: its
 * threads would wait for it for good, and the process could not end.
 */
export const leaveSilentBuses = async (
  limitMs: number,
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): Promise<void> => {
  if (platform !== 'linux') return;
  const [session, system] = await Promise.all([
    isSilent(sessionBusPlaces(environment), [HELLO], limitMs),
    isSilent(systemBusPlaces(environment), [HELLO], limitMs),
  ]);
  if (session) environment['DBUS_SESSION_BUS_ADDRESS'] = NO_BUS;
  if (system) environment['DBUS_SYSTEM_BUS_ADDRESS'] = NO_BUS;
};
