import path from 'node:path';
import { app, nativeTheme, type WebContents } from 'electron';
import { systemClock } from '@shared/domain/time/clock';
import { storageNotice } from '@shared/domain/status/storage-notice';
import { needsHand } from '@shared/domain/licence/licence-summary';
import { defaultSettings, viewOf } from '@shared/domain/settings/settings';
import { contract } from '@shared/contract/page/page-contract';
import { createPublisher } from '@shared/contract/publish';
import { textOfCheck } from '@shared/i18n/check-words';
import { collectReport, reportText } from '@electron/report/collect-report';
import type { StartFacts } from '@electron/start/start-facts';
import { HIDDEN_SWITCH, setLoginStart } from '@electron/platform/login-start';
import { createNotifications } from '@electron/app/notifications';
import { createAppFacts, localeOf } from './app-facts';
import { openAppFolders, type AppFolders } from './open-app-folders';
import { composeAppAssistance } from '@electron/app/assistance/compose-app-assistance';
import { switchOffExpired } from '@electron/app/assistance/switch-off-expired';
import { setAppMenu } from '@electron/app/app-menu';
import { createPageHandlers } from '@electron/app/ipc/page-handlers';
import { askAboutDroppedFile } from '@electron/app/ipc/guards/ask-about-dropped-file';
import { createCallGuard } from '@electron/app/ipc/guards/call-guard';
import { PersonActs } from '@electron/app/ipc/guards/person-acts';
import { registerHandlers } from '@electron/app/ipc/register-handlers';
import { createPageSession } from '@electron/app/page-session';
import type { PersonAccess } from '@electron/app/supervision/connect-as-allowed';
import { readProgramParts } from '@electron/app/program-parts';
import {
  createServiceSupervision,
  type ServiceSupervision,
} from '@electron/app/supervision/service-supervision';
import { createAppLanguage, type AppLanguage } from '@electron/app/app-language';
import { createStatusMirror, type StatusMirror } from '@electron/app/status-mirror';
import { showsTrayIcons } from '@electron/platform/message-bus';
import { createAppTray } from '@electron/app/tray/app-tray';
import { askToReloadPage } from '@electron/app/windows/broken-page-dialog';
import { createMainWindow } from '@electron/app/windows/main-window';
import type { PageWindowOptions } from '@electron/app/windows/page-window';

/** The parts of the app that its life cycle needs. */
export interface ComposedApp {
  showWindow(): void;
  /** Ends what runs: the link, the embedded service, the tray. */
  stop(): Promise<void>;
}

/** A desktop that does not answer by then shows no icon that could be clicked. */
const TRAY_ANSWER_MS = 1000;

const pageOptions = async (facts: StartFacts, spoken: AppLanguage): Promise<PageWindowOptions> => ({
  preloadFile: path.join(facts.appRoot, 'out/preload/index.cjs'),
  pageSession: await createPageSession(path.join(facts.appRoot, 'out/renderer')),
  language: () => spoken.current().locale,
  hasDevTools: !facts.isReleasePackaged,
});

const composeWindow = (page: PageWindowOptions, { preferences, log }: AppFolders, spoken: AppLanguage) =>
  createMainWindow({
    ...page,
    hidesOnClose: () => preferences.current().keepInTray,
    hasTray: () => showsTrayIcons(TRAY_ANSWER_MS),
    log: (fields, message) => log.warn(fields, message),
    askToReload: (window) => askToReloadPage(window, spoken.current().translate),
  });

interface StatusParts {
  facts: StartFacts;
  foundation: AppFolders;
  page: PageWindowOptions;
  window: ReturnType<typeof composeWindow>;
  spoken: AppLanguage;
  personActed: () => void;
  onAccess: (may: PersonAccess) => void;
}

const composeStatus = (parts: StatusParts) => {
  const { facts, foundation, page, window, spoken, personActed, onAccess } = parts;
  const { paths, log, preferences, settings, settingsState, vendor } = foundation;
  const assistance = composeAppAssistance({
    ...{ vendor, page, log, language: spoken.current },
    service: () => supervision.client(),
  });
  const publish = createPublisher(contract, (channel, payload) => {
    window.send(channel, payload);
    assistance.windows.send(channel, payload);
  });
  const tray = createAppTray({
    open: window.show,
    tryNow: () => void supervision.tryNow(),
    check: () => {
      window.show();
      personActed();
      publish('app', 'navigate', { to: 'check' });
    },
    openUnable: () => {
      window.show();
      publish('app', 'navigate', { to: 'remote-service' });
    },
    stopAssistance: () =>
      void assistance.stopSession().catch((error: unknown) => log.warn({ error }, 'a session was not ended')),
    quit: () => app.quit(),
  });
  const showTray = () => {
    const { connection, licenceServers, remoteAssistance, notices } = mirror.current().status;
    const unable = licenceServers.filter(needsHand).length;
    const hasSession = remoteAssistance.session !== null;
    const storage = storageNotice(notices);
    tray.show({ connection, unable, hasSession, storage }, spoken.current().translate);
  };
  const mirror = createStatusMirror(settingsState?.settings ?? viewOf(defaultSettings()), {
    version: facts.version,
    mode: facts.mode,
    clock: systemClock,
    publish: (change) => {
      publish('status', 'changed', change);
      showTray();
    },
  });
  const announcer = createNotifications({
    isWanted: () => preferences.current().notifications,
    language: spoken.current,
    acknowledge: (ids) => void supervision.acknowledge(ids),
    open: () => {
      window.show();
      publish('app', 'navigate', { to: 'licence' });
    },
    onFailed: (id) => log.warn({ id }, 'the desktop did not show a notification'),
  });
  let mayAnswer = true;
  const supervision = createServiceSupervision({
    facts,
    paths,
    mirror,
    log,
    onStatus: ({ status }) => {
      announcer.see(status);
      // An account that may only look cannot answer, so nobody is asked here.
      if (!mayAnswer) return;
      assistance.presenter.statusChanged(status.remoteAssistance);
      if (status.remoteAssistance.hasExpired) void switchOffExpired(settings, log);
    },
    onLost: () => assistance.presenter.serviceLost(),
    onLinked: () => assistance.runner.linked(),
    onActivity: (appended) => publish('activity', 'appended', appended),
    onCheck: (change) => publish('check', 'progress', change),
    onAccess: (may) => {
      mayAnswer = may === 'change';
      onAccess(may);
    },
  });
  return { publish, tray, showTray, mirror, supervision, assistance };
};

const createReport = async (
  { version }: StartFacts,
  { paths, settings }: AppFolders,
  mirror: StatusMirror,
  supervision: ServiceSupervision,
) => {
  const { status } = mirror.current();
  const service = status.service.state === 'running' ? supervision.client() : null;
  return reportText(await collectReport({ version, paths, settings, status, service, clock: systemClock }));
};

/** Makes every part once, in the order in which they need each other, and joins them. */
export const composeApp = async (facts: StartFacts): Promise<ComposedApp> => {
  const [foundation] = await Promise.all([
    openAppFolders(facts, () => supervision.client()),
    app.whenReady(),
  ]);
  const { settings, settingsState, vendor, preferences, pathStyle, log } = foundation;
  const spoken = await createAppLanguage(localeOf(settingsState?.settings.language ?? null));
  const access: { may: PersonAccess } = { may: settingsState === null ? 'nothing' : 'change' };
  /** Only a packaged program lies where it will still be at the next login. */
  const startsAtLogin = () => {
    if (!app.isPackaged) return null;
    return preferences.current().startAtLogin ?? (facts.mode === 'installed' && access.may === 'change');
  };
  const applyLoginStart = () => {
    const isOn = startsAtLogin();
    if (isOn === null) return;
    setLoginStart(isOn, facts, app).catch((error: unknown) =>
      log.warn({ error }, 'the start at login could not be set'),
    );
  };
  const applyScheme = () => (nativeTheme.themeSource = preferences.current().colourScheme);
  applyScheme();
  const acts = new PersonActs<WebContents>();
  app.on('web-contents-created', (_event, contents) => acts.watch(contents));
  const personActed = () => {
    const shown = window.browserWindow();
    if (shown !== null) acts.record(shown.webContents);
  };

  const page = await pageOptions(facts, spoken);
  const window = composeWindow(page, foundation, spoken);
  const { publish, tray, showTray, mirror, supervision, assistance } = composeStatus({
    ...{ facts, foundation, page, window, spoken, personActed },
    onAccess: (may) => {
      const isNews = access.may !== may;
      access.may = may;
      applyLoginStart();
      if (!isNews) return;
      publish('app', 'factsChanged', appFacts());
    },
  });
  const appFacts = () =>
    createAppFacts(
      vendor,
      { version: facts.version, pathStyle },
      {
        locale: spoken.current().locale,
        preferences: preferences.current(),
        startsAtLogin: startsAtLogin(),
        ...access,
      },
    );
  const handlers = createPageHandlers({
    facts: appFacts,
    programParts: () => readProgramParts(facts.appRoot),
    preferences,
    preferencesSaved: () => {
      applyScheme();
      applyLoginStart();
    },
    links: { 'help-desk': vendor.helpDesk.website },
    mirror,
    settings,
    textOfCheck: (check) => textOfCheck(check, spoken.current().translate, spoken.current().locale),
    service: supervision.client,
    control: supervision.control,
    downloads: path.join(foundation.paths.state, 'updates', 'files'),
    account: supervision.account,
    window: window.browserWindow,
    personActed,
    createReport: () => createReport(facts, foundation, mirror, supervision),
    assistance,
    language: spoken.current,
  });
  const guard = createCallGuard<WebContents>({
    kindOf: (contents) => (window.owns(contents) ? 'main' : assistance.windows.kindOf(contents)),
    acts,
    answersCountFrom: assistance.windows.answersCountFrom,
    askPerson: (call) => askAboutDroppedFile(call, window.browserWindow(), spoken.current().translate),
  });
  registerHandlers(handlers, supervision.client, guard, (ref, at, error) =>
    log.error({ ref, at, error }, 'a call failed'),
  );

  const speak = () => {
    publish('app', 'factsChanged', appFacts());
    setAppMenu(spoken.current().translate);
    showTray();
  };
  const unsubscribe = settings.subscribe((state) => {
    mirror.settingsChanged(state.settings);
    publish('settings', 'changed', state);
    spoken
      .change(localeOf(state.settings.language))
      .then(speak, (error: unknown) => log.error({ error }, 'the texts of a language could not be loaded'));
  });

  if (!app.commandLine.hasSwitch(HIDDEN_SWITCH)) window.show();
  setAppMenu(spoken.current().translate);
  showTray();
  supervision.start();
  return {
    showWindow: window.show,
    stop: async () => {
      window.release();
      unsubscribe();
      await assistance.stop();
      await supervision.stop();
      tray.remove();
      await log.close();
    },
  };
};
