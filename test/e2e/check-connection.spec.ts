import { userInfo } from 'node:os';
import type { ConnectionCheck } from '@shared/domain/connection/connection-check';
import type { ErrorCode } from '@shared/errors/error-catalogue';
import type { Program } from '../support/program';
import { nextStepOf, sentenceOf } from '../support/words';
import { trayIcon } from '../support/desktop/tray-icon';
import { accessibilityProblems } from './support/axe';
import { expect, test, type OpenApp } from './support/fixtures';
import { misfits } from './support/layout';
import { CheckDialog } from './pages/check-dialog';
import { untilInstalled } from './support/status';

async function openDialog({ page, shell }: OpenApp) {
  await shell.goTo('Remote Service');
  const dialog = new CheckDialog(page);
  await dialog.openButton.click();
  await expect(dialog.box).toBeVisible();
  return dialog;
}

async function checkOf(program: Program) {
  const { code, json } = await program.cli(['check', '--json']);
  const check = json as ConnectionCheck;
  const outcomes = check.stages.map(({ stage, outcome, reason }) => [stage, reason ?? outcome]);
  return { code, check, outcomes: Object.fromEntries(outcomes) as Record<string, string> };
}

const texts = (code: ErrorCode) => [sentenceOf(code), nextStepOf(code)];

test('everything that works is said stage by stage, and ends with 0 on the command line', async ({
  office,
  program,
  connected,
}) => {
  await untilInstalled(program, office);
  const dialog = await openDialog(connected);
  await expect(dialog.verdict).toHaveText('All checks passed.');
  await expect(dialog.stages).toHaveCount(10);
  await expect(dialog.stage('Secure connection')).toContainText('passed');
  await expect(dialog.stage('Access to the proxy server')).toContainText('No proxy server is used.');
  await dialog.stage('Secure connection').getByText('Details').click();
  await expect(dialog.stage('Secure connection')).toContainText('SHA-256 fingerprint');
  await expect(dialog.stage('Licence folder: Main server')).toContainText('passed');
  await expect(dialog.stage('Remote assistance program: TeamViewer')).toContainText('5938');
  for (const colorScheme of ['light', 'dark'] as const) {
    await connected.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await accessibilityProblems(connected.page), colorScheme).toEqual([]);
  }
  expect(await misfits(connected.page)).toEqual([]);
  await dialog.box.getByRole('button', { name: 'Close' }).first().click();
  await expect(dialog.box).toBeHidden();
  await expect(dialog.credentials).toHaveValue(userInfo().username);

  const { code, check, outcomes } = await checkOf(program);
  expect(code).toBe(0);
  expect(check.outcome).toBe('passed');
  expect(outcomes).toEqual({
    ...{ account: 'passed', dns: 'passed', 'proxy-reachable': 'skipped', 'proxy-login': 'skipped' },
    ...{ tls: 'passed', 'back-office': 'passed', organisation: 'passed', clock: 'passed' },
    'licence-server': 'passed',
    'assistance-client': 'skipped',
  });
  await expect(connected.shell.connectionStatus).toHaveText('Connected');
});

test('a check leaves the connection and its token alone', async ({ office, program, connected }) => {
  await untilInstalled(program, office);
  const registrations = () =>
    office.requests.filter(({ method, path }) => method === 'POST' && path === '/installations');
  const before = registrations().length;
  expect((await checkOf(program)).code).toBe(0);
  office.issueLicence({ kind: 'add-users', users: 3 });
  await untilInstalled(program, office);
  expect(registrations()).toHaveLength(before);
  await expect(connected.shell.connectionStatus).toHaveText('Connected');
});

test('a sign-in page in the way is told by name, in the words of the page and as text for the help desk', async ({
  office,
  program,
  connected,
}) => {
  await untilInstalled(program, office);
  office.setBehaviour([{ route: 'GET /key-set', behaviour: { does: 'sign-in-page' } }]);
  const dialog = await openDialog(connected);
  await expect(dialog.verdict).toHaveText('One or more checks failed.');
  for (const words of texts('sign-in-page')) {
    await expect(dialog.stage('Response from the back office')).toContainText(words);
  }
  await expect(dialog.stage('Secure connection')).toContainText('passed');
  await expect(dialog.stage('Service organisation ID')).toContainText('not checked');
  await expect(dialog.stage('Licence folder')).toContainText('passed');
  for (const colorScheme of ['light', 'dark'] as const) {
    await connected.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await accessibilityProblems(connected.page), colorScheme).toEqual([]);
  }

  await dialog.button('Copy as text').click();
  await expect(dialog.box.getByText('Copied.')).toBeVisible();
  const copied = await connected.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain('[sign-in-page]');
  expect(copied).toContain(userInfo().username);
  expect(copied).not.toContain(office.organisation.verificationCode);

  const { code, text, errors } = await program.cli(['check']);
  expect(code).toBe(21);
  for (const words of texts('sign-in-page')) expect(text).toContain(words);
  expect(errors).toContain('One or more checks failed.');

  office.setBehaviour([]);
  await dialog.button('Check again').click();
  await expect(dialog.verdict).toHaveText('All checks passed.');
});

test('a check can be cancelled, and begins anew', async ({ office, program, connected }) => {
  await untilInstalled(program, office);
  office.setBehaviour([
    { route: 'GET /key-set', times: 1, behaviour: { does: 'delay', milliseconds: 60_000 } },
  ]);
  const dialog = await openDialog(connected);
  await expect(dialog.stage('Response from the back office')).toContainText('being checked');
  await dialog.button('Cancel').click();
  await expect(dialog.verdict).toHaveText('The check was cancelled.');
  await expect(dialog.stage('Response from the back office')).toContainText('not checked');
  await dialog.button('Check again').click();
  await expect(dialog.verdict).toHaveText('All checks passed.');
});

test('a refused verification code is told by name', async ({ office, program, connected }) => {
  await untilInstalled(program, office);
  await program.setSecret('remoteService.verificationCode', 'WRONG-CODE');
  await expect(connected.shell.connectionStatus).toContainText('Connection failed');
  const { code, outcomes } = await checkOf(program);
  expect(code).toBe(21);
  expect(outcomes).toMatchObject({
    'back-office': 'passed',
    organisation: 'verification-code-wrong',
    clock: 'passed',
  });
});

test('switched off, nothing is sent and the licence folders are still tried', async ({
  office,
  program,
  connected,
}) => {
  await untilInstalled(program, office);
  await program.set('remoteService.enabled', false);
  await expect(connected.shell.connectionStatus).toHaveText('Switched off');
  const before = office.requests.length;
  const { code, outcomes } = await checkOf(program);
  expect(code).toBe(0);
  expect(outcomes).toMatchObject({ dns: 'disabled', tls: 'disabled', 'licence-server': 'passed' });
  expect(office.requests).toHaveLength(before);
});

test('the tray leads to a check', async ({ desktop, office, program, connected }) => {
  await untilInstalled(program, office);
  await expect.poll(() => desktop.trayItems).toHaveLength(1);
  await trayIcon(desktop.bus, desktop.trayItems[0] ?? '').choose('Check connection');
  const dialog = new CheckDialog(connected.page);
  await expect(dialog.verdict).toHaveText('All checks passed.');
  await connected.page.keyboard.press('Escape');
  await expect(connected.shell.heading).toHaveText('Remote Service');
});
