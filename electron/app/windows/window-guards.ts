import type { App, WebContents } from 'electron';

const guard = (contents: WebContents) => {
  const refuse = (event: { preventDefault: () => void }) => event.preventDefault();
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
};

/** No page ever leaves its address, opens a window or holds a webview, whoever made the contents. */
export const guardAllWindows = (app: App) => {
  app.on('web-contents-created', (_event, contents) => guard(contents));
};
