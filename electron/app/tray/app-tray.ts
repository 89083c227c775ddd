import { Menu, nativeImage, Tray, type NativeImage } from 'electron';
import type { ConnectionState, ConnectionStatus } from '@shared/domain/connection/connection';
import type { storageNotice } from '@shared/domain/status/storage-notice';
import { connectionWords } from '@shared/i18n/connection-words';
import { errorKey } from '@shared/i18n/error-words';
import type { Translate } from '@shared/i18n/translator';
import { drawTrayPicture } from './tray-picture';

export interface TrayActions {
  open: () => void;
  tryNow: () => void;
  check: () => void;
  /** To the licence servers that the newest licence has not reached. */
  openUnable: () => void;
  /** Cuts the remote assistance session that runs. */
  stopAssistance: () => void;
  quit: () => void;
}

export interface AppTray {
  /** `unable`: on how many licence servers the licence could not be updated; `storage`: why the service stores nothing. */
  show(
    facts: {
      connection: ConnectionStatus;
      unable: number;
      hasSession: boolean;
      storage: ReturnType<typeof storageNotice>;
    },
    translate: Translate,
  ): void;
  remove(): void;
}

/** Logical size of a tray icon, and the factors it is drawn for. */
const SIZE = 22;
const SCALES = [1, 2] as const;

const pictureOf = (state: ConnectionState, hasSession: boolean): NativeImage => {
  const image = nativeImage.createEmpty();
  for (const scaleFactor of SCALES) {
    const { pixels, size } = drawTrayPicture(state, SIZE * scaleFactor, hasSession);
    const bitmap = nativeImage.createFromBitmap(pixels, { width: size, height: size, scaleFactor });
    image.addRepresentation({ scaleFactor, width: size, height: size, buffer: bitmap.toPNG() });
  }
  return image;
};

/** The tray icon: the connection state as picture and word, and what can be done from there. */
export const createAppTray = (actions: TrayActions): AppTray => {
  let tray: Tray | null = null;
  let shown = '';

  return {
    show: ({ connection, unable, hasSession, storage }, translate) => {
      const word = connectionWords(connection, translate);
      const needsHand = unable === 0 ? null : translate('page.manual.trayCount', { count: unable }, unable);
      const session = hasSession ? translate('tray.assistance') : null;
      const noStorage =
        storage === null ? null : translate(`${errorKey(storage.code)}.sentence`, storage.params);
      const words = [word, noStorage, needsHand, session].filter((part) => part !== null).join('. ');
      if (shown === words) return;
      shown = words;
      const isWell = connection.state !== 'connected' || storage === null;
      const picture = pictureOf(isWell ? connection.state : 'failed', hasSession);
      tray ??= new Tray(picture);
      tray.setImage(picture);
      tray.setToolTip(translate('tray.tooltip', { state: words }));
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { label: word, enabled: false },
          ...(noStorage === null ? [] : [{ label: noStorage, click: actions.open }]),
          ...(session === null ? [] : [{ label: session, enabled: false }]),
          ...(needsHand === null ? [] : [{ label: needsHand, click: actions.openUnable }]),
          { type: 'separator' },
          { label: translate('tray.open'), click: actions.open },
          { label: translate('tray.check'), click: actions.check },
          { label: translate('tray.stopAssistance'), click: actions.stopAssistance, enabled: hasSession },
          {
            label: translate('tray.tryNow'),
            click: actions.tryNow,
            enabled: connection.state !== 'disabled',
          },
          { type: 'separator' },
          { label: translate('tray.quit'), click: actions.quit },
        ]),
      );
      tray.removeAllListeners('click');
      tray.on('click', actions.open);
    },
    remove: () => {
      tray?.destroy();
      tray = null;
    },
  };
};
