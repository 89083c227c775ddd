import { isOwnPage } from '@electron/app/page-address';

/** The part of Electron's `IpcMainInvokeEvent` that tells who is asking. */
export interface Sender<Contents> {
  sender: Contents;
  senderFrame: { url: string; parent: unknown } | null;
}

/** A call counts only from the top frame of a window made by us, showing our own page; any doubt is a no. */
export const isTrusted = <Contents>(event: Sender<Contents>, owns: (contents: Contents) => boolean) => {
  const frame = event.senderFrame;
  if (frame?.parent !== null) return false;
  return owns(event.sender) && isOwnPage(frame.url);
};
