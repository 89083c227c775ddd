import { connect, type NetConnectOpts, type Socket } from 'node:net';
import { encodeCall, repliesIn, type BusCall } from './bus-message';
import { sessionBusPlaces, systemBusPlaces, type Environment } from './bus-places';

/** A few short answers are far less than this. */
const MOST_BYTES = 65_536;

const HELLO = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interfaceName: 'org.freedesktop.DBus',
  member: 'Hello',
  arguments: [],
} as const;
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

const converse = (socket: Socket, calls: readonly BusCall[], answered: (isAlive: boolean) => void) => {
  let said = Buffer.alloc(0);
  let hasBegun = false;
  const user = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex');
  socket.write(`\0AUTH EXTERNAL ${user}\r\n`);
  socket.on('data', (chunk) => {
    said = Buffer.concat([said, chunk]);
    if (said.length > MOST_BYTES) answered(false);
    const end = said.indexOf('\r\n');
    if (!hasBegun && end !== -1) {
      // Refused or not, there is somebody, and the library has its own error for it.
      if (!said.subarray(0, end).toString('latin1').startsWith('OK ')) answered(true);
      hasBegun = true;
      said = said.subarray(end + 2);
      socket.write(
        Buffer.concat([Buffer.from('BEGIN\r\n'), ...calls.map((call, at) => encodeCall(call, at + 1))]),
      );
    }
    if (hasBegun && repliesIn(said) >= calls.length) answered(true);
  });
  socket.once('close', () => answered(false));
};

type Outcome = 'answers' | 'silent' | 'nobody';

const answersAt = (place: NetConnectOpts, calls: readonly BusCall[], limitMs: number): Promise<Outcome> =>
  new Promise((resolve) => {
    const socket = connect(place);
    const over = (outcome: Outcome) => {
      clearTimeout(timer);
      resolve(outcome);
      socket.destroy();
    };
    const timer = setTimeout(() => over('silent'), limitMs);
    socket.on('error', () => over('nobody'));
    socket.once('connect', () => converse(socket, calls, (isAlive) => over(isAlive ? 'answers' : 'silent')));
  });

const isSilent = async (places: readonly NetConnectOpts[], calls: readonly BusCall[], limitMs: number) => {
  for (const place of places) {
    const outcome = await answersAt(place, calls, limitMs);
    if (outcome !== 'nobody') return outcome === 'silent';
  }
  return false;
};

/**
 * Whether somebody listens at the session bus and says nothing, or nothing of the key store there. The library of the
 * key store would wait for it on the main thread for good, where no timer and no signal ends it.
 */
export const isKeyStoreSilent = (limitMs: number, environment: Environment = process.env): Promise<boolean> =>
  isSilent(sessionBusPlaces(environment), [HELLO, OPEN_SESSION], limitMs);

/** An address that no bus has: whoever asks it fails at once. */
const NO_BUS = 'disabled:';

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
