import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import { factsFixture, settingsStateFixture, summaryFixture } from '@renderer/bridge/status.fixture';
import { openPage } from '../page.fixture';
// The router loads it on demand; here it is loaded before the clock of the first test runs.
import './AboutPage.vue';

enableAutoUnmount(afterEach);

it('shows expiry and maintenance as two separate dates, with features, users and versions', async () => {
  const { text } = await openPage({ path: '/about' });
  for (const words of [
    'Licence expiry date31 December 2027',
    'Maintenance end date30 June 2027',
    'Users50',
    'FeaturesBase',
    'Serial numberPD-0042-7781',
    'Version1.0.0',
    'Service version1.0.0',
    'Help desk telephone number+31 77 0',
  ]) {
    expect(text()).toContain(words);
  }
});

it('says nothing of service and licence to an account that may not look', async () => {
  const access = { may: 'nothing' as const, group: 'remote-service-operators' };
  const facts = () => Promise.resolve(factsFixture({ access }));
  const { text } = await openPage({ path: '/about', handlers: { app: { facts } } });
  expect(text()).toContain('Version1.0.0');
  expect(text()).not.toContain('Service version');
  expect(text()).not.toContain('Licence expiry date');
});

it('says of a package with the test runtime that it is not for release', async () => {
  const facts = () => Promise.resolve(factsFixture({ appVersion: '1.0.0-test-runtime' }));
  const { text } = await openPage({ path: '/about', handlers: { app: { facts } } });
  expect(text()).toContain('Version1.0.0-test-runtime');
  expect(text()).toContain('RuntimeElectron 45 (test runtime, not for release)');
});

it('lists the parts with their licences once somebody looks', async () => {
  const list = [
    { name: 'Electron', version: '45.0.0', licence: 'MIT', text: '' },
    { name: 'vue', version: '3.5.0', licence: 'MIT', text: 'Permission is hereby granted' },
  ];
  const parts = vi.fn(() => Promise.resolve({ parts: list }));
  const { page, text } = await openPage({ path: '/about', handlers: { app: { parts } } });
  expect(parts).not.toHaveBeenCalled();
  const disclosure = page
    .findAll('details')
    .find((one) => one.text().startsWith('Show third-party software'));
  await disclosure?.trigger('toggle');
  await flushPromises();
  expect(text()).toContain('Electron · 45.0.0 · MIT');
  expect(text()).toContain('vue · 3.5.0 · MIT');
  expect(text()).toContain('Permission is hereby granted');
  await disclosure?.trigger('toggle');
  expect(parts).toHaveBeenCalledOnce();
});

it('saves a preference at once and shows what the app made of it', async () => {
  const savePreferences = vi.fn((preferences: ReturnType<typeof factsFixture>['preferences']) =>
    Promise.resolve(factsFixture({ preferences })),
  );
  const { page, press } = await openPage({ path: '/about', handlers: { app: { savePreferences } } });
  const toggle = page.get<HTMLElement>('[role=switch][aria-label=Notifications]');
  await press(toggle.element);
  expect(savePreferences).toHaveBeenCalledExactlyOnceWith({
    colourScheme: 'system',
    notifications: false,
    keepInTray: true,
    startAtLogin: null,
  });
  expect(toggle.attributes('aria-checked')).toBe('false');
});

it('offers the start at login where the program can do it', async () => {
  const savePreferences = vi.fn((preferences: ReturnType<typeof factsFixture>['preferences']) =>
    Promise.resolve(factsFixture({ preferences, startsAtLogin: false })),
  );
  const { page, press } = await openPage({
    path: '/about',
    facts: { startsAtLogin: true },
    handlers: { app: { savePreferences } },
  });
  const toggle = page.get<HTMLElement>('[id=startAtLogin]');
  expect(toggle.attributes('aria-checked')).toBe('true');
  await press(toggle.element);
  expect(savePreferences).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ startAtLogin: false }));
  expect(toggle.attributes('aria-checked')).toBe('false');
  expect((await openPage({ path: '/about' })).page.find('[id=startAtLogin]').exists()).toBe(false);
});

it('saves the language as a setting', async () => {
  const { app, page } = await openPage({
    path: '/about',
    handlers: {
      settings: {
        save: ({ draft }) =>
          Promise.resolve({ saved: true, state: settingsStateFixture('2', { language: draft.language }) }),
      },
    },
  });
  await page.get('select').setValue('it');
  await flushPromises();
  expect(app.argumentsOf('settings.save')).toMatchObject([{ draft: { language: 'it' } }]);
  expect(page.get<HTMLSelectElement>('select').element.value).toBe('it');
});

it('saves the dates for the calendar, unless there are none', async () => {
  const save = vi.fn(() => Promise.resolve({ fileName: 'licence-dates.ics' }));
  const { button, emitStatus, page, press } = await openPage({
    path: '/about',
    handlers: { calendar: { save } },
  });
  await press(button('Save dates as calendar file'));
  expect(save).toHaveBeenCalledOnce();
  await emitStatus(2, { licence: { ...summaryFixture, expiresOn: null, maintenanceUntil: null } });
  expect(page.text()).not.toContain('Save dates as calendar file');
});
