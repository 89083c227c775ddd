import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { CHANNELS } from '@shared/contract/page/channels';

type Listener = (payload: unknown) => void;

const entry = (channel: string, kind: 'call' | 'event') =>
  kind === 'call'
    ? (arg: unknown) => ipcRenderer.invoke(channel, arg)
    : (listener: Listener) => {
        const withoutEvent = (_event: IpcRendererEvent, payload: unknown) => listener(payload);
        ipcRenderer.on(channel, withoutEvent);
        return () => void ipcRenderer.off(channel, withoutEvent);
      };

const client = Object.fromEntries(
  Object.entries(CHANNELS).map(([domain, names]) => [
    domain,
    Object.fromEntries(
      Object.entries(names).map(([name, kind]: [string, 'call' | 'event']) => [
        name,
        entry(`${domain}.${name}`, kind),
      ]),
    ),
  ]),
);

contextBridge.exposeInMainWorld('remoteService', client);
