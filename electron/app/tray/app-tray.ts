import { Menu, nativeImage, Tray, type NativeImage } from 'electron';
import type { ConnectionState, ConnectionStatus } from '@shared/domain/connection/connection';
import { connectionWords } from '@shared/i18n/connection-words';
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
  /** `unable`: on how many licence servers the licence could not be updated. */
  show(
    facts: { connection: ConnectionStatus; unable: number; hasSession: boolean },
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
    show: ({ connection, unable, hasSession }, translate) => {
      const word = connectionWords(connection, translate);
      const needsHand = unable === 0 ? null : translate('page.manual.trayCount', { count: unable }, unable);
      const session = hasSession ? translate('tray.assistance') : null;
      const words = [word, needsHand, session].filter((part) => part !== null).join('. ');
      if (shown === words) return;
      shown = words;
      const picture = pictureOf(connection.state, hasSession);
      tray ??= new Tray(picture);
      tray.setImage(picture);
      tray.setToolTip(translate('tray.tooltip', { state: words }));
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { label: word, enabled: false },
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
