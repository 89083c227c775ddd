import { enableAutoUnmount } from '@vue/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import { AppError } from '@shared/errors/app-error';
import type { AccountChoice, AccountWish } from '@shared/domain/status/service-account';
import { noAssistance, type AssistanceSession } from '@shared/domain/assistance/assistance';
import { openPage } from '@renderer/pages/page.fixture';
import '@renderer/pages/remote-service/RemoteServicePage.vue';

enableAutoUnmount(afterEach);

const CHOICE: AccountChoice = {
  canChange: true,
  needsPassword: true,
  computer: 'PRINT-01',
  domains: ['PRINT'],
};

const open = async (
  choice: Partial<AccountChoice> = {},
  change: (wish: AccountWish) => Promise<void> = () => Promise.resolve(),
  session: AssistanceSession | null = null,
) => {
  const done = vi.fn(change);
  const account = { choice: () => Promise.resolve({ ...CHOICE, ...choice }), change: done };
  const page = await openPage({
    path: '/system/connectivity/remote-service',
    handlers: { account },
    status: { remoteAssistance: { ...noAssistance(true), session } },
  });
  return { ...page, done };
};

it('changes the account to the one that was entered, letter by letter', async () => {
  const { button, field, type, press, done, text } = await open();
  await press(button('Change'));
  for (const words of [
    'Change remote assistance user',
    'This computer (PRINT-01)',
    'The system will ask for an administrator',
  ])
    expect(text()).toContain(words);
  await type(field('User name'), ' SvcPrint ');
  await type(field('Password'), 'PassWord 1');
  await press(button('OK'));
  expect(done).toHaveBeenCalledExactlyOnceWith({ domain: '.', userName: 'SvcPrint', password: 'PassWord 1' });
  expect(text()).not.toContain('Change remote assistance user');
});

it('asks for a user name, hints at the built-in ones, and changes nothing on Cancel', async () => {
  const { button, field, type, press, done, text } = await open();
  await press(button('Change'));
  await press(button('OK'));
  expect(text()).toContain('Enter the user name.');
  await type(field('User name'), 'LocalSystem');
  expect(text()).toContain('have no access to shared folders');
  const cancel = [...document.querySelectorAll<HTMLElement>('[role=dialog] button')].find(
    (one) => one.textContent.trim() === 'Cancel',
  );
  if (cancel === undefined) throw new Error('no Cancel');
  await press(cancel);
  expect(done).not.toHaveBeenCalled();
});

it('asks once more while a remote session runs, and keeps what was entered', async () => {
  const session: AssistanceSession = {
    ...{ requestId: 'r-1', technician: 'Petra Jansen', organisation: 'O', ticket: 'T', reason: 'R' },
    ...{ access: 'view', state: 'running' },
    ...{ startedAt: '2026-03-02T09:00:00Z', endsAt: '2026-03-02T10:00:00Z' },
  };
  const { button, field, type, press, done, text } = await open({}, undefined, session);
  await press(button('Change'));
  await type(field('User name'), 'SvcPrint');
  await press(button('OK'));
  expect(text()).toContain('Petra Jansen is connected to this computer. Changing the account restarts');
  expect(done).not.toHaveBeenCalled();
  const cancel = document.querySelector<HTMLElement>('[role=alertdialog] button');
  if (cancel === null) throw new Error('no question');
  expect(cancel.textContent.trim()).toBe('Cancel');
  await press(cancel);
  expect(done).not.toHaveBeenCalled();
  expect(field('User name').value).toBe('SvcPrint');
  await press(button('OK'));
  await press(button('End session and continue'));
  expect(done).toHaveBeenCalledOnce();
});

it('says why it was refused, and keeps what was entered', async () => {
  const refuse = () => Promise.reject(new AppError('account-change-failed'));
  const { button, field, type, press, text } = await open({}, refuse);
  await press(button('Change'));
  await type(field('User name'), 'print');
  await press(button('OK'));
  expect(text()).toContain('it uses the previous account again');
  expect(field('User name').value).toBe('print');
});

it('says that an embedded service has no account of its own', async () => {
  const { button } = await open({ canChange: false });
  const change = button('Change');
  expect(change.getAttribute('aria-disabled')).toBe('true');
  expect(change.title).toContain('install Print ORS Service as a service');
});
