import { AppError } from '@shared/errors/app-error';
import type { ActivityEntry } from '@shared/domain/activity/activity';
import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import { openPage } from '@renderer/pages/page.fixture';
// The router loads it on demand; here it is loaded before the clock of the first test runs.
import './ActivityPage.vue';

enableAutoUnmount(afterEach);

const entry = (number: number): ActivityEntry => ({
  number,
  at: '2026-03-02T09:00:00.000Z',
  kind: number === 3 ? 'licence-refused' : 'connected',
  actor: 'service',
  detail:
    number === 3 ? { code: 'signature', sequence: 8, vendorWord: '<b>x</b>', constructor: 'plain' } : {},
});

const open = (size: number, brokenAt: number | null = null) =>
  openPage({
    path: '/activity',
    handlers: {
      activity: {
        read: ({ before, limit }) => {
          const top = (before ?? size + 1) - 1;
          const entries = Array.from({ length: Math.min(top, limit) }, (_each, at) => entry(top - at));
          return Promise.resolve({ entries, total: size, brokenAt });
        },
        export: () => Promise.resolve({ fileName: 'activity.jsonl' }),
      },
    },
  });

it('draws a few of 10,000 rows, newest first, and what happens now on top', async () => {
  const { app, page, text } = await open(10_000);
  expect(page.findAll('[role=listitem]').length).toBeLessThan(60);
  expect(text()).toContain('200 of 10,000 shown');
  app.emit('activity', 'appended', { entries: [{ ...entry(10_001), kind: 'licence-installed' }] });
  await flushPromises();
  expect(page.get('[role=listitem]').text()).toContain('Licence installed');
});

it('finds an entry on an older page', async () => {
  const { field, page, type } = await open(450);
  await type(field('Search'), 'signature of the licence');
  await vi.waitFor(() => expect(page.findAll('[role=listitem]')).toHaveLength(1));
  expect(page.get('[role=listitem]').text()).toContain('Licence refused');
});

it('opens all that was recorded, with outside words as text', async () => {
  const { button, press, text, page } = await open(3);
  await press(button('Details of entry 3: Licence refused'));
  expect(text()).toContain('ReasonThe signature of the licence is invalid');
  expect(text()).toContain('vendorWord<b>x</b>');
  expect(text()).toContain('constructorplain');
  expect(page.findAll('b')).toEqual([]);
});

it('says which action was requested, in words, and when to the second', async () => {
  const asked: ActivityEntry = {
    ...entry(1),
    at: '2026-03-02T09:00:07.000Z',
    kind: 'service-control',
    actor: 'operator',
    detail: { action: 'restart' },
  };
  const read = () => Promise.resolve({ entries: [asked], total: 1, brokenAt: null });
  const { button, press, text } = await openPage({ path: '/activity', handlers: { activity: { read } } });
  expect(text()).toMatch(/Start, stop or restart requested\s*Restart/);
  await press(button('Details of entry 1: Start, stop or restart requested'));
  expect(text()).toContain('ActionRestart');
  expect(text()).toMatch(/Time2 Mar 2026, \d\d:\d\d:07/);
});

it('says the changes of a licence in words and dates of the language', async () => {
  const changes = [
    { kind: 'users' as const, from: 30, to: 40 },
    { kind: 'expiry' as const, from: '2026-12-31', to: '2027-12-31' },
  ];
  const difference = { isFirst: false, reason: 'users-added' as const, changes };
  const changed = { ...entry(1), kind: 'licence-changed' as const, detail: { sequence: 4, difference } };
  const { button, press, text, type, field, page } = await openPage({
    path: '/activity',
    handlers: {
      activity: { read: () => Promise.resolve({ entries: [changed], total: 1, brokenAt: null }) },
    },
  });
  await type(field('Search'), '31 December 2027');
  await vi.waitFor(() => expect(page.findAll('[role=listitem]')).toHaveLength(1));
  await press(button('Details of entry 1: Changes in the new licence'));
  expect(text()).toContain('ChangesUsers added · Users: 30 → 40 · Licence valid until 31 December 2027');
});

it('names the settings that were changed as the page does', async () => {
  const changed = {
    ...entry(1),
    kind: 'settings-applied' as const,
    detail: { changed: 'proxy.mode, language' },
  };
  const { button, press, text } = await openPage({
    path: '/activity',
    handlers: {
      activity: { read: () => Promise.resolve({ entries: [changed], total: 1, brokenAt: null }) },
    },
  });
  await press(button('Details of entry 1: Settings applied'));
  expect(text()).toContain('Changed settingsProxy server settings, Language');
});

it('says when nothing matches, when nothing happened yet, and when the record was changed', async () => {
  const { field, type, text } = await open(3, 2);
  expect(text()).toContain('Entries from number 2 onwards');
  await type(field('Search'), 'no such word');
  expect(text()).toContain('No matching entries');
});

it('says that nothing happened yet', async () => {
  const { button, text } = await open(0);
  expect(text()).toContain('No activity yet');
  expect(button('Export').getAttribute('aria-disabled')).toBe('true');
});

it('exports through the app', async () => {
  const { app, button, press } = await open(3);
  await press(button('Export'));
  expect(app.argumentsOf('activity.export')).toHaveLength(1);
});

it('reads again by itself as soon as the service runs', async () => {
  let isRunning = false;
  const { emitStatus, text } = await openPage({
    path: '/activity',
    status: {
      service: { state: 'stopped', version: '1.0.0', account: null, mode: 'embedded', keychain: null },
    },
    handlers: {
      activity: {
        read: () =>
          isRunning
            ? Promise.resolve({ entries: [entry(1)], total: 1, brokenAt: null })
            : Promise.reject(new AppError('service-stopped')),
      },
    },
  });
  expect(text()).toContain('Print ORS Service is not running.');
  isRunning = true;
  await emitStatus(2, {});
  expect(text()).toContain('1 of 1 shown');
  expect(text()).not.toContain('is not running.');
});
