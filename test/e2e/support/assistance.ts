import type { ElectronApplication, Page } from '@playwright/test';
import type { BackOffice } from '../../back-office/back-office';
import { configure, type Program } from '../../support/program';
import { createStandIn, type StandIn } from '../../support/stand-in-client';
import { expect, openApp, test as base, type OpenApp } from './fixtures';

export const LINK = 'https://get.teamviewer.com/v15/s12345678';
export const MARKUP = '<img src=x onerror=alert(1)><b>bold</b>';

/** A request of the help desk with markup in every text. */
export const ask = (change: object = {}) => ({
  technician: { name: `Ada ${MARKUP}`, organisation: `Druckhaus ${MARKUP}` },
  ticket: `T-1 ${MARKUP}`,
  reason: `Colours ${MARKUP}`,
  access: 'control' as const,
  session: {
    provider: 'teamviewer' as const,
    code: 's12-345-678',
    endCustomerLink: LINK,
    validUntil: new Date(Date.now() + 3_600_000).toISOString(),
  },
  ...change,
});

/** Opens the app, connected, with remote assistance allowed. */
export const openAssisted = async (program: Program, office: BackOffice): Promise<OpenApp> => {
  await configure(program, office);
  await program.set('remoteAssistance.allowed', true);
  const opened = await openApp(program);
  await expect(opened.shell.connectionStatus).toHaveText('Connected');
  return opened;
};

export const test = base.extend<{ client: StandIn; assisted: OpenApp }>({
  client: async ({ program }, use) => {
    const client = createStandIn();
    program.env['PATH'] = `${client.folder}:${program.env['PATH'] ?? ''}`;
    await use(client);
    client.remove();
  },
  assisted: async ({ office, program, client }, use) => {
    expect(client.starts()).toEqual([]);
    await use(await openAssisted(program, office));
  },
});

export type SmallWindow = 'request' | 'session';

/** The small window of this kind, as soon as it is there. */
export const windowOf = async (app: ElectronApplication, kind: SmallWindow): Promise<Page> => {
  const find = () => app.windows().find((page) => page.url().endsWith(`#${kind}`));
  await expect.poll(() => find() !== undefined, { intervals: [20], timeout: 30_000 }).toBe(true);
  const page = find();
  if (page === undefined) throw new Error(`the window ${kind} has gone`);
  return page;
};

/** The desktop's facts about the small window of this kind. */
export const factsOf = (app: ElectronApplication, kind: SmallWindow) =>
  app.evaluate(({ BrowserWindow, screen }, wanted) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().endsWith(`#${wanted}`),
    );
    if (window === undefined) throw new Error('there is no such window');
    const bounds = window.getBounds();
    const { workArea } = screen.getDisplayMatching(bounds);
    return { bounds, workArea, isVisible: window.isVisible(), isOnTop: window.isAlwaysOnTop() };
  }, kind);

export const zoom = (app: ElectronApplication, kind: SmallWindow, factor: number) =>
  app.evaluate(
    ({ BrowserWindow }, wanted) =>
      BrowserWindow.getAllWindows()
        .find(({ webContents }) => webContents.getURL().endsWith(`#${wanted.kind}`))
        ?.webContents.setZoomFactor(wanted.factor),
    { kind, factor },
  );
