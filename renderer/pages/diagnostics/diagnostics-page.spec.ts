import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { AppError } from '@shared/errors/app-error';
import { afterEach, expect, it, vi } from 'vitest';
import { settingsStateFixture } from '@renderer/bridge/status.fixture';
import { openPage } from '../page.fixture';
import './DiagnosticsPage.vue';

enableAutoUnmount(afterEach);

const ID = '7f9d6c1e-0b3a-4c58-9d1f-2a4b6c8e0f13';
const TEXT = '{\n  "note": "<b>bold</b>"\n}\n';

it('shows every character of the report as text before any of it is saved', async () => {
  const saveReport = vi.fn(() => Promise.resolve({ fileName: 'report.json' }));
  const createReport = vi.fn(() => Promise.resolve({ id: ID, text: TEXT }));
  const { button, press, page, text } = await openPage({
    path: '/diagnostics',
    handlers: { diagnostics: { createReport, saveReport } },
  });
  expect(page.find('pre').exists()).toBe(false);
  await press(button('Create support report'));
  const shown = page.get('pre');
  expect(shown.element.textContent).toBe(TEXT);
  expect(shown.find('b').exists()).toBe(false);
  expect(shown.attributes('aria-label')).toBe('Support report text');
  await press(button('Save report'));
  expect(saveReport).toHaveBeenCalledWith({ id: ID });
  expect(text()).toContain('Saved as report.json.');
});

it('says why it could not be saved, and keeps the report on the page', async () => {
  const { button, press, page, text } = await openPage({
    path: '/diagnostics',
    handlers: {
      diagnostics: {
        createReport: () => Promise.resolve({ id: ID, text: TEXT }),
        saveReport: () => Promise.reject(new AppError('file-not-saved', { file: 'report.json' })),
      },
    },
  });
  await press(button('Create support report'));
  await press(button('Save report'));
  expect(text()).toContain('The file report.json could not be saved.');
  expect(page.get('pre').element.textContent).toBe(TEXT);
});

it('says where the service keeps its keys, and what the policy does', async () => {
  const policy = { lockedBy: 'IT', locked: ['proxy.mode' as const], problem: null };
  const { text, emitStatus } = await openPage({
    path: '/diagnostics',
    settings: { ...settingsStateFixture('1'), policy },
  });
  expect(text()).toContain('settings controlled by the policy of IT: 1');
  const service = { state: 'running', version: '1', account: 'print', mode: 'embedded' } as const;
  await emitStatus(2, { service: { ...service, keychain: 'file' } });
  await flushPromises();
  expect(text()).toContain('in an encrypted file of the service');
});
