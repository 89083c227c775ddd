import dbus, { type MessageBus } from 'dbus-next';
import { EventEmitter } from 'node:events';
import { startSessionBus } from './session-bus';

const { Interface } = dbus.interface;
const REQUEST_NOW = 4;

/** The `org.kde.StatusNotifierWatcher` of a desktop: programs tell it of their tray icons. */
class TrayWatcher extends Interface {
  readonly items: string[] = [];

  RegisterStatusNotifierItem(service: string): void {
    this.items.push(service);
  }
  RegisterStatusNotifierHost(): void {
    // This watcher is the host itself.
  }
  get RegisteredStatusNotifierItems() {
    return this.items;
  }
  readonly IsStatusNotifierHostRegistered = true;
  readonly ProtocolVersion = 0;
}
TrayWatcher.configureMembers({
  properties: {
    RegisteredStatusNotifierItems: { signature: 'as', access: 'read' },
    IsStatusNotifierHostRegistered: { signature: 'b', access: 'read' },
    ProtocolVersion: { signature: 'i', access: 'read' },
  },
  methods: {
    RegisterStatusNotifierItem: { inSignature: 's', outSignature: '' },
    RegisterStatusNotifierHost: { inSignature: 's', outSignature: '' },
  },
});

interface ShownNotification {
  id: number;
  application: string;
  summary: string;
  body: string;
}

/** The `org.freedesktop.Notifications` of a desktop. */
class NotificationServer extends Interface {
  readonly shown: ShownNotification[] = [];
  readonly arrivals = new EventEmitter();

  Notify(application: string, _replaces: number, _icon: string, summary: string, body: string): number {
    const id = this.shown.length + 1;
    this.shown.push({ id, application, summary, body });
    this.arrivals.emit('shown');
    return id;
  }
  GetCapabilities() {
    return ['body', 'actions'];
  }
  GetServerInformation() {
    return ['test desktop', 'tests', '1', '1.2'];
  }
  CloseNotification(): void {
    // Nothing is on a screen.
  }
  ActionInvoked(id: number, action: string): [number, string] {
    return [id, action];
  }
}
NotificationServer.configureMembers({
  methods: {
    Notify: { inSignature: 'susssasa{sv}i', outSignature: 'u' },
    GetCapabilities: { inSignature: '', outSignature: 'as' },
    GetServerInformation: { inSignature: '', outSignature: 'ssss' },
    CloseNotification: { inSignature: 'u', outSignature: '' },
  },
  signals: { ActionInvoked: { signature: 'us' } },
});

export interface Desktop {
  /** DBUS_SESSION_BUS_ADDRESS for a program that is to see this desktop. */
  address: string;
  bus: MessageBus;
  /** Bus names of the tray icons, in order of registration. */
  trayItems: readonly string[];
  notifications: readonly ShownNotification[];
  /** Clicks a notification as a person does. */
  click: (id: number) => void;
  stop: () => void;
}

/** A desktop with a tray and notifications on a bus of its own. */
export async function startDesktop(): Promise<Desktop> {
  const { address, stop } = await startSessionBus();
  const bus = dbus.sessionBus({ busAddress: address });
  // The bus is stopped under the connection at the end.
  bus.on('error', () => undefined);
  const watcher = new TrayWatcher('org.kde.StatusNotifierWatcher');
  const server = new NotificationServer('org.freedesktop.Notifications');
  bus.export('/StatusNotifierWatcher', watcher);
  bus.export('/org/freedesktop/Notifications', server);
  await bus.requestName('org.kde.StatusNotifierWatcher', REQUEST_NOW);
  await bus.requestName('org.freedesktop.Notifications', REQUEST_NOW);
  return {
    address,
    bus,
    trayItems: watcher.items,
    notifications: server.shown,
    click: (id) => void server.ActionInvoked(id, 'default'),
    stop: () => {
      bus.disconnect();
      stop();
    },
  };
}
