import { expect, it } from 'vitest';
import { sessionBusPlaces } from './bus-places';

it.each([
  [{}, []],
  [{ XDG_RUNTIME_DIR: '/run/user/1000' }, [{ path: '/run/user/1000/bus' }]],
  [{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/tmp/a%20b,guid=1' }, [{ path: '/tmp/a b' }]],
  [{ DBUS_SESSION_BUS_ADDRESS: 'unix:abstract=/tmp/dbus-x' }, [{ path: '\0/tmp/dbus-x' }]],
  [{ DBUS_SESSION_BUS_ADDRESS: 'autolaunch:;unix:path=/b' }, [{ path: '/b' }]],
  [{ DBUS_SESSION_BUS_ADDRESS: 'tcp:host=127.0.0.1,port=7' }, [{ host: '127.0.0.1', port: 7 }]],
  [{ DBUS_SESSION_BUS_ADDRESS: 'unix:runtime=yes', XDG_RUNTIME_DIR: '/r' }, [{ path: '/r/bus' }]],
  [{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=%zz' }, [{ path: '%zz' }]],
])('finds the session bus of %j', (environment, places) => {
  expect(sessionBusPlaces(environment)).toEqual(places);
});
