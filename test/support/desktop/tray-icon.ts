import dbus, { type MessageBus } from 'dbus-next';

const { Message, Variant } = dbus;

const ITEM = 'org.kde.StatusNotifierItem';
const MENU = 'com.canonical.dbusmenu';

type Raw = { value: unknown };
type Layout = [id: number, properties: Record<string, Raw>, children: { value: Layout }[]];

export interface TrayMenuItem {
  id: number;
  label: string;
  isEnabled: boolean;
}

/** A program's tray icon as a desktop sees it. Chromium answers no introspection, so every call is a plain message. */
export function trayIcon(bus: MessageBus, destination: string) {
  const call = async (path: string, face: string, member: string, signature: string, body: unknown[]) => {
    const answer = await bus.call(
      new Message({ destination, path, interface: face, member, signature, body }),
    );
    return answer?.body as unknown[];
  };
  const property = async (name: string) => {
    const [raw] = await call('/StatusNotifierItem', 'org.freedesktop.DBus.Properties', 'Get', 'ss', [
      ITEM,
      name,
    ]);
    return (raw as Raw).value;
  };
  const menuPath = async () => String(await property('Menu'));
  const menu = async (): Promise<TrayMenuItem[]> => {
    const [, root] = await call(await menuPath(), MENU, 'GetLayout', 'iias', [0, -1, []]);
    return (root as Layout)[2].map(({ value: [id, properties] }) => ({
      id,
      label: ((properties['label']?.value ?? '') as string).replaceAll('_', ''),
      isEnabled: properties['enabled']?.value !== false,
    }));
  };
  return {
    menu,
    /** Width and height of each picture, in pixels. */
    pictures: async () =>
      ((await property('IconPixmap')) as [number, number, Uint8Array][]).map(([width, height, pixels]) => ({
        width,
        height,
        bytes: pixels.length,
      })),
    tooltip: async () => String(((await property('ToolTip')) as unknown[])[2]),
    choose: async (label: string) => {
      const item = (await menu()).find((entry) => entry.label === label);
      if (item === undefined) throw new Error(`no ${label} in the tray menu`);
      await call(await menuPath(), MENU, 'Event', 'isvu', [item.id, 'clicked', new Variant('s', ''), 0]);
    },
  };
}
