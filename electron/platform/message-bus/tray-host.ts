import { HELLO, outcomeOf } from './ask-bus';
import { sessionBusPlaces, type Environment } from './bus-places';

const PING = {
  destination: 'org.kde.StatusNotifierWatcher',
  path: '/StatusNotifierWatcher',
  interfaceName: 'org.freedesktop.DBus.Peer',
  member: 'Ping',
  arguments: [],
} as const;

/** Whether the desktop shows tray icons; GNOME shows none without an extension. Without a desktop nothing is known against it. */
export const showsTrayIcons = async (
  limitMs: number,
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): Promise<boolean> => {
  const { XDG_CURRENT_DESKTOP: desktop = '' } = environment;
  if (platform !== 'linux' || desktop === '') return true;
  return (await outcomeOf(sessionBusPlaces(environment), [HELLO, PING], limitMs)) === 'answers';
};
