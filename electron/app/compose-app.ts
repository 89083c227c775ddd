import path from 'node:path';
import { app, nativeTheme } from 'electron';
import { systemClock } from '@shared/domain/clock';
import { needsHand } from '@shared/domain/licence-summary';
import { defaultSettings, viewOf } from '@shared/domain/settings';
import { contract } from '@shared/ipc/contract';
import { createPublisher } from '@shared/ipc/publish';
import { textOfCheck } from '@shared/i18n/check-words';
import { createTranslator } from '@shared/i18n/translator';
import { collectReport, reportText } from '@electron/report/collect-report';
import type { StartFacts } from '@electron/start-facts';
import { createAnnouncer } from './announcer';
import { createAppFacts, localeOf } from './app-facts';
import { layFoundation, type AppFoundation } from './app-foundation';
import { setAppMenu } from './app-menu';
import { createHandlers } from './ipc/handlers';
import { registerHandlers } from './ipc/register-handlers';
import { createPageSession } from './page-session';
import type { PersonMay } from './service/connect-as-allowed';
import { readProgramParts } from './program-parts';
import { createServiceSupervision, type ServiceSupervision } from './service/service-supervision';
import { createStatusMirror, type StatusMirror } from './status-mirror';
import { createAppTray } from './tray/app-tray';
import { createMainWindow } from './windows/main-window';

/** The parts of the app that its life cycle needs. */
export interface ComposedApp {
  showWindow(): void;
  /** Ends what runs: the link, the embedded service, the tray. */
  stop(): Promise<void>;
}

const composeWindow = (facts: StartFacts, { preferences }: AppFoundation) =>
  createMainWindow({
    preloadFile: path.join(facts.appRoot, 'out/preload/index.cjs'),
    pageSession: createPageSession(path.join(facts.appRoot, 'out/renderer')),
    hasDevTools: !facts.isReleasePackaged,
    hidesOnClose: () => preferences.current().keepInTray,
  });

const composeStatus = (
  facts: StartFacts,
  { paths, log, preferences, settingsState }: AppFoundation,
  window: ReturnType<typeof composeWindow>,
  language: { locale: ReturnType<typeof localeOf> },
  onAccess: (may: PersonMay) => void,
) => {
  const publish = createPublisher(contract, window.send);
  const tray = createAppTray({
    open: window.show,
    tryNow: () => void supervision.tryNow(),
    check: () => {
      window.show();
      publish('app', 'navigate', { to: 'check' });
    },
    openUnable: () => {
      window.show();
      publish('app', 'navigate', { to: 'remote-service' });
    },
    quit: () => app.quit(),
  });
  const showTray = () => {
    const { connection, licenceServers } = mirror.current().status;
    tray.show(connection, licenceServers.filter(needsHand).length, createTranslator(language.locale));
  };
  const mirror = createStatusMirror(settingsState?.settings ?? viewOf(defaultSettings()), {
    version: facts.version,
    mode: facts.mode,
    clock: systemClock,
    publish: (snapshot) => {
      publish('status', 'changed', snapshot);
      showTray();
    },
  });
  const announcer = createAnnouncer({
    isWanted: () => preferences.current().notifications,
    locale: () => language.locale,
    acknowledge: (ids) => void supervision.acknowledge(ids),
    open: () => {
      window.show();
      publish('app', 'navigate', { to: 'licence' });
    },
    onFailed: (id) => log.warn({ id }, 'the desktop did not show a notification'),
  });
  const supervision = createServiceSupervision({
    facts,
    paths,
    mirror,
    log,
    onStatus: ({ status }) => announcer.see(status),
    onActivity: (entry) => publish('activity', 'appended', entry),
    onCheck: (check) => publish('check', 'progress', check),
    onAccess,
  });
  return { publish, tray, showTray, mirror, supervision };
};

const createReport = async (
  { version }: StartFacts,
  { paths, settings }: AppFoundation,
  mirror: StatusMirror,
  supervision: ServiceSupervision,
) => {
  const { status } = mirror.current();
  const service = status.service.state === 'running' ? supervision.client() : null;
  return reportText(await collectReport({ version, paths, settings, status, service, clock: systemClock }));
};

/** Makes every part once, in the order in which they need each other, and joins them. */
export const composeApp = async (facts: StartFacts): Promise<ComposedApp> => {
  const [foundation] = await Promise.all([layFoundation(facts), app.whenReady()]);
  const { settings, settingsState, vendor, preferences, pathStyle, log } = foundation;
  const language = { locale: localeOf(settingsState?.settings.language ?? null) };
  const access: { may: PersonMay } = { may: settingsState === null ? 'nothing' : 'change' };
  const applyScheme = () => (nativeTheme.themeSource = preferences.current().colourScheme);
  applyScheme();

  const window = composeWindow(facts, foundation);
  const { publish, tray, showTray, mirror, supervision } = composeStatus(
    facts,
    foundation,
    window,
    language,
    (may) => {
      if (access.may === may) return;
      access.may = may;
      publish('app', 'factsChanged', appFacts());
    },
  );
  const appFacts = () =>
    createAppFacts(
      vendor,
      { version: facts.version, pathStyle },
      { locale: language.locale, preferences: preferences.current(), ...access },
    );
  const handlers = createHandlers({
    facts: appFacts,
    programParts: () => readProgramParts(facts.appRoot),
    preferences,
    preferencesSaved: applyScheme,
    links: { 'help-desk': vendor.helpDesk.website },
    mirror,
    settings,
    textOfCheck: (check) => textOfCheck(check, createTranslator(language.locale), language.locale),
    service: supervision.client,
    window: window.browserWindow,
    createReport: () => createReport(facts, foundation, mirror, supervision),
  });
  registerHandlers(handlers, window.owns, (ref, at, error) => log.error({ ref, at, error }, 'a call failed'));

  const unsubscribe = settings.subscribe((state) => {
    language.locale = localeOf(state.settings.language);
    mirror.settingsChanged(state.settings);
    publish('settings', 'changed', state);
    publish('app', 'factsChanged', appFacts());
    setAppMenu(createTranslator(language.locale));
    showTray();
  });

  window.show();
  setAppMenu(createTranslator(language.locale));
  showTray();
  supervision.start();
  return {
    showWindow: window.show,
    stop: async () => {
      window.release();
      unsubscribe();
      await supervision.stop();
      tray.remove();
      await log.close();
    },
  };
};
