import type { App, WebContents } from 'electron';

const guard = (contents: WebContents) => {
  const refuse = (event: { preventDefault: () => void }) => event.preventDefault();
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // With the page's proxy, which leads nowhere, no connection of WebRTC leaves the machine either.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
};

/** No page ever leaves its address, opens a window or holds a webview, whoever made the contents. */
export const guardAllWindows = (app: App) => {
  app.on('web-contents-created', (_event, contents) => guard(contents));
};
