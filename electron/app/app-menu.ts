import { Menu } from 'electron';
import type { Translate } from '@shared/i18n/translator';

/** The hidden menu bar: what gives the window its zoom and closing keys, and nothing that could leave the page. */
export const setAppMenu = (translate: Translate) => {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: translate('tray.view'),
        submenu: [
          { role: 'zoomIn', label: translate('tray.zoomIn') },
          { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
          { role: 'zoomOut', label: translate('tray.zoomOut') },
          { role: 'resetZoom', label: translate('tray.resetZoom') },
          { type: 'separator' },
          { role: 'close', label: translate('tray.close') },
        ],
      },
    ]),
  );
};
