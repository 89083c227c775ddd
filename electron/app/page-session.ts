import { session, type Session } from 'electron';
import { createPageFiles } from './page-files';
import { isOwnPage, PAGE_SCHEME } from './page-address';

/** Kept in memory: a page leaves nothing on the disk. */
const PARTITION = 'page';

/** Nobody answers at the discard port: what Chromium would connect to past our answers ends here. */
const NOWHERE = 'socks5://127.0.0.1:9';

/** The session of all our pages: own files only, no network, every permission and device refused. */
export const createPageSession = async (rendererFolder: string): Promise<Session> => {
  const pageSession = session.fromPartition(PARTITION);
  await pageSession.setProxy({
    mode: 'fixed_servers',
    proxyRules: NOWHERE,
    proxyBypassRules: '<-loopback>',
  });
  pageSession.protocol.handle(PAGE_SCHEME, createPageFiles(rendererFolder));
  pageSession.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isOwnPage(details.url) }));
  pageSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  pageSession.setPermissionCheckHandler(() => false);
  pageSession.setDevicePermissionHandler(() => false);
  pageSession.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  // With a language set, Chromium fetches its dictionary from a server of its maker, switched off or not.
  pageSession.setSpellCheckerLanguages([]);
  pageSession.setSpellCheckerEnabled(false);
  pageSession.on('will-download', (event) => event.preventDefault());
  return pageSession;
};
