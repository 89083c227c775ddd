import type { SettingsDraft } from '@shared/domain/settings/settings';
import { NO_UPDATES, type ReleaseList, type UpdateStatus } from '@shared/domain/updates/update';
import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { settingsStateFixture } from '@renderer/bridge/status.fixture';
import { openPage } from '@renderer/pages/page.fixture';
// The router loads it on demand; here it is loaded before the clock of the first test runs.
import './UpdatesPage.vue';

enableAutoUnmount(afterEach);

const path = '/system/software-updates';
const brief = {
  releaseId: 'r-2',
  version: '2.0.0',
  releasedOn: '2026-05-01',
  countsFrom: '2026-05-01',
  severity: 'security' as const,
  size: 100_000_000,
};
const list: ReleaseList = {
  checkedAt: '2026-05-02T08:00:00.000Z',
  runningVersion: '1.0.0',
  holdUntil: null,
  maintenanceUntil: '2026-04-30',
  releases: [{ ...brief, platform: 'linux-x64', standing: 'offered', notes: { en: 'Line <b>one</b>' } }],
};
const open = (updates: Partial<UpdateStatus>, handlers: Record<string, () => Promise<unknown>> = {}) =>
  openPage({
    path,
    status: { updates: { ...NO_UPDATES, checkedAt: list.checkedAt, ...updates } },
    handlers: { updates: { list: () => Promise.resolve(list), ...handlers } },
  });
const download = { ...NO_UPDATES.download };

describe('the page of software updates', () => {
  it('says that there is nothing newer, and asks when told to', async () => {
    const check = vi.fn(() => Promise.resolve({ ...list, releases: [] }));
    const { button, press, text } = await open({}, { check });
    expect(text()).toContain('You have the newest version');
    await press(button('Check for updates'));
    expect(check).toHaveBeenCalledOnce();
  });

  it('does not call the program the newest while a newer version is released in stages', async () => {
    const releases = list.releases.map((release) => ({ ...release, standing: 'in-stages' as const }));
    const { text } = await open({}, { list: () => Promise.resolve({ ...list, releases }) });
    expect(text()).toContain('Version 2.0.0 is not available for this computer yet');
    expect(text()).toContain('The vendor releases this version in stages.');
    expect(text()).not.toContain('You have the newest version');
    expect(text()).toContain('Not yet available for this computer');
  });

  it('says from which day a version is offered that a setting holds back', async () => {
    const releases = list.releases.map((release) => ({ ...release, standing: 'held-back' as const }));
    const held = { ...list, holdUntil: '2026-12-24', releases };
    const { text } = await open({}, { list: () => Promise.resolve(held) });
    expect(text()).toContain('Version 2.0.0 is offered from 24 December 2026');
    expect(text()).not.toContain('You have the newest version');
    expect(text()).toContain('Held back by a setting');
  });

  it('shows how far the download is, its rate and the time left, and can pause it', async () => {
    const pause = vi.fn(() => Promise.resolve());
    const { button, press, text } = await open(
      {
        offered: brief,
        newestOffered: '2.0.0',
        download: { ...download, state: 'running', receivedBytes: 40_000_000, bytesPerSecond: 1_000_000 },
      },
      { pause },
    );
    expect(text()).toContain('Version 2.0.0 is available');
    expect(text()).toContain('Security release');
    expect(text()).toContain('40 MB of 100 MB · 1 MB/s · 1 minute left');
    await press(button('Pause'));
    expect(pause).toHaveBeenCalledOnce();
  });

  it('installs only after a question, and says how it went', async () => {
    let finish: () => void = () => undefined;
    const install = vi.fn(
      () =>
        new Promise<{ version: string; outcome: 'installed' }>((resolve) => {
          finish = () => resolve({ version: '2.0.0', outcome: 'installed' });
        }),
    );
    const { button, press, text } = await open(
      {
        offered: brief,
        downloaded: '2.0.0',
        download: { ...download, state: 'ready', receivedBytes: brief.size },
      },
      { install },
    );
    expect(text()).toContain('Downloaded and checked');
    expect(text()).not.toContain('100 MB of 100 MB');
    await press(button('Install now'));
    expect(install).not.toHaveBeenCalled();
    await press(button('Install'));
    expect(document.body.textContent).toContain('the update waits until that is finished');
    finish();
    await flushPromises();
    expect(text()).toContain('Version 2.0.0 is installed. Restart Remote Service to use it.');
  });

  it('names both dates where maintenance does not cover a release', async () => {
    const { text } = await open({ notCovered: brief });
    expect(text()).toContain(
      'This version needs maintenance on 1 May 2026. Your maintenance covers versions up to 30 April 2026.',
    );
    expect(text()).toContain('extend the maintenance');
  });

  it('says what went wrong and how to go on; notes are text', async () => {
    const { button, text } = await open({
      offered: brief,
      download: { ...download, receivedBytes: 5 },
      problem: { code: 'update-hash-mismatch', params: {} },
    });
    expect(text()).toContain('does not match the signature of the vendor');
    expect(button('Resume')).toBeDefined();
    expect(text()).toContain('Line <b>one</b>');
  });

  it.each([
    ['en-US', { de: 'Deutsch', 'en-GB': 'English' }, 'English'],
    ['pt', { en: 'English', 'pt-BR': 'Português' }, 'Português'],
    ['it', { 'de-DE': 'Deutsch', 'en-GB': 'English' }, 'English'],
    ['it', { 'de-DE': 'Deutsch' }, 'Deutsch'],
  ] as const)('shows the notes in the nearest language to %s: %o', async (locale, notes, shown) => {
    const releases = list.releases.map((release) => ({ ...release, notes }));
    const { text } = await openPage({
      path,
      locale,
      status: { updates: { ...NO_UPDATES, checkedAt: list.checkedAt, offered: brief } },
      handlers: { updates: { list: () => Promise.resolve({ ...list, releases }) } },
    });
    expect(text()).toContain(shown);
  });
});

it('switches the automatic download off at once', async () => {
  const save = ({ draft }: { draft: SettingsDraft }) =>
    Promise.resolve({
      saved: true as const,
      state: settingsStateFixture('2', { updates: draft.updates }),
    });
  const { app, page, press } = await openPage({
    path,
    handlers: { updates: { list: () => Promise.resolve(list) }, settings: { save } },
  });
  const control = () => page.get<HTMLElement>('[role=switch]').element;
  expect(control().getAttribute('aria-checked')).toBe('true');
  await press(control());
  expect(app.argumentsOf('settings.save')).toMatchObject([{ draft: { updates: { download: false } } }]);
  expect(control().getAttribute('aria-checked')).toBe('false');
});
