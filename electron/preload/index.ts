import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { CHANNELS } from '@shared/contract/page/channels';
import { isForWindow, WINDOW_KIND_SWITCH, WINDOW_KINDS } from '@shared/contract/page/window-calls';

type Listener = (payload: unknown) => void;

const entry = (channel: string, kind: 'call' | 'event') =>
  kind === 'call'
    ? (arg: unknown) => ipcRenderer.invoke(channel, arg)
    : (listener: Listener) => {
        const withoutEvent = (_event: IpcRendererEvent, payload: unknown) => listener(payload);
        ipcRenderer.on(channel, withoutEvent);
        return () => void ipcRenderer.off(channel, withoutEvent);
      };

const given = process.argv.find((word) => word.startsWith(WINDOW_KIND_SWITCH));
const window = WINDOW_KINDS.find((kind) => given === `${WINDOW_KIND_SWITCH}${kind}`);

/** Each window gets the part of the contract that is for its kind. */
const client: Record<string, Record<string, unknown>> = {};
for (const { channel, kind } of CHANNELS) {
  if (window === undefined || !isForWindow(window, channel)) continue;
  const [domain = '', name = ''] = channel.split('.');
  (client[domain] ??= {})[name] = entry(channel, kind);
}

contextBridge.exposeInMainWorld('remoteService', client);
