import type { NetConnectOpts } from 'node:net';
import path from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

const unescaped = (text: string) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const runtimeBus = ({ XDG_RUNTIME_DIR: folder = '' }: Environment): NetConnectOpts[] =>
  folder === '' ? [] : [{ path: path.join(folder, 'bus') }];

const placeOf = (address: string, environment: Environment): NetConnectOpts[] => {
  const [transport, rest = ''] = address.split(/:(.*)/s);
  const keys = Object.fromEntries(
    rest.split(',').map((pair) => {
      const [key = '', value = ''] = pair.split(/=(.*)/s);
      return [key, unescaped(value)];
    }),
  ) as Partial<Record<string, string>>;
  if (transport === 'tcp') return [{ host: keys['host'] ?? 'localhost', port: Number(keys['port'] ?? 0) }];
  if (transport !== 'unix') return [];
  if (keys['runtime'] === 'yes') return runtimeBus(environment);
  if (keys['abstract'] !== undefined) return [{ path: `\0${keys['abstract']}` }];
  return keys['path'] === undefined ? [] : [{ path: keys['path'] }];
};

/** Where the session bus of this environment listens, in the order in which it is tried. */
export const sessionBusPlaces = (environment: Environment): NetConnectOpts[] => {
  const { DBUS_SESSION_BUS_ADDRESS: addresses = '' } = environment;
  if (addresses === '') return runtimeBus(environment);
  return addresses.split(';').flatMap((address) => placeOf(address, environment));
};

/** Where the bus of the machine listens. */
export const systemBusPlaces = (environment: Environment): NetConnectOpts[] => {
  const { DBUS_SYSTEM_BUS_ADDRESS: addresses = '' } = environment;
  if (addresses === '') return [{ path: '/var/run/dbus/system_bus_socket' }];
  return addresses.split(';').flatMap((address) => placeOf(address, environment));
};
