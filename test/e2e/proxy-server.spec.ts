import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { OpenApp } from './support/fixtures';
import { pacScript, startPacServer } from '../support/network/pac-server';
import { SQUID_ACCOUNT, startSquid } from '../support/network/squid';
import { configure, createProgram, type Program } from '../support/program';
import { nextStepOf, sentenceOf } from '../support/words';
import { accessibilityProblems } from './support/axe';
import { expect, test as base } from './support/fixtures';
import { misfits } from './support/layout';
import { CheckDialog } from './pages/check-dialog';
import { RemoteServicePage } from './pages/remote-service-page';
import { statusOf } from './support/status';

/** Only the proxy servers of these tests know this name; without one there is no way. */
const NAME = 'updates.test';
const PATIENCE = { timeout: 20_000 };

const test = base.extend({
  program: async ({ office }, use) => {
    const backOffice = `https://${NAME}:${office.port}/api/v1`;
    const program = await createProgram({ vendorProfile: { ...office.vendorProfile, backOffice } });
    await configure(program, office);
    await use(program);
    await program.end();
  },
});
test.describe.configure({ timeout: 120_000 });

const openSettings = async ({ page, shell }: OpenApp) => {
  await shell.goTo('Remote Service');
  return {
    settings: new RemoteServicePage(page),
    choose: (name: string) => page.getByRole('radio', { name, exact: true }).click(),
    box: (name: string) => page.getByLabel(name, { exact: true }),
  };
};

const logsOf = ({ home }: Program) => {
  const folder = path.join(home, 'logs');
  return readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));
};

test('a proxy server with a login is set up on the page, and the password is seen nowhere', async ({
  program,
  open,
}) => {
  const canary = 'CANARY-5d0e-page';
  const account = { ...SQUID_ACCOUNT, password: canary };
  const squid = await startSquid({ auth: 'basic', account });
  try {
    const opened = await open();
    const { page, shell } = opened;
    await expect(shell.connectionStatus).toContainText('Connection failed', PATIENCE);
    const { settings, choose, box } = await openSettings(opened);

    await choose('Use proxy server');
    await settings.proxyUrl.fill('ftp://proxy');
    await settings.save.click();
    await expect(settings.proxyUrl).toHaveAttribute('aria-invalid', 'true');
    await expect(settings.proxyUrl).toBeFocused();
    await settings.proxyUrl.fill(` http://${squid.address}/ `);
    await page.getByRole('switch', { name: 'Proxy server authentication' }).click();
    await box('Proxy user name').fill(account.userName);
    await box('Proxy password').fill('wrong');
    await settings.save.click();
    await expect(settings.proxyUrl).toHaveValue(squid.address);
    await expect(shell.connectionStatus).toContainText('Connection failed', PATIENCE);
    await expect
      .poll(async () => (await statusOf(program)).connection.reason, PATIENCE)
      .toBe('proxy-login-refused');
    expect(squid.logins()).toHaveLength(1);
    await shell.goTo('Overview');
    for (const words of [sentenceOf('proxy-login-refused'), nextStepOf('proxy-login-refused')]) {
      await expect(page.getByRole('main')).toContainText(words);
    }

    await shell.goTo('Remote Service');
    await box('Proxy password').fill(canary);
    await settings.save.click();
    await expect(shell.connectionStatus).toHaveText('Connected', PATIENCE);
    await expect(page.getByRole('main')).toContainText('The proxy server receives the password unencrypted');
    expect(squid.logins().at(-1)?.userName).toBe(account.userName);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await misfits(page)).toEqual([]);

    const dialog = new CheckDialog(page);
    await dialog.openButton.click();
    await expect(dialog.verdict).toHaveText('All checks passed.', PATIENCE);
    await dialog.stage('Login to the proxy server').getByText('Details').click();
    await expect(dialog.stage('Login to the proxy server')).toContainText('Login method: Basic');
    await dialog.button('Copy as text').click();
    await expect(dialog.box.getByText('Copied.')).toBeVisible();
    const copied = await opened.app.evaluate(({ clipboard }) => clipboard.readText());
    expect(copied).toContain(squid.address);
    for (const seen of [copied, await page.content(), ...logsOf(program)]) {
      expect(seen).not.toContain(canary);
      expect(seen).not.toContain(Buffer.from(`${account.userName}:${canary}`).toString('base64'));
    }
  } finally {
    await squid.stop();
  }
});

test('a proxy server that a script names is shown, and copied into the manual setting', async ({
  program,
  open,
}) => {
  const squid = await startSquid();
  const pac = await startPacServer(pacScript(`PROXY ${squid.address}`));
  try {
    program.env['auto_proxy'] = pac.url;
    const opened = await open();
    const { page, shell } = opened;
    const { settings, choose } = await openSettings(opened);
    await choose('Detect settings automatically');
    await settings.save.click();
    await expect(shell.connectionStatus).toHaveText('Connected', PATIENCE);
    await expect(page.getByRole('main')).toContainText(
      `Proxy server ${squid.address}, from the script ${pac.url}.`,
    );
    await page.getByRole('button', { name: 'Copy to Use proxy server' }).click();
    await expect(settings.proxyUrl).toHaveValue(squid.address);
    pac.serve(pacScript('PROXY 127.0.0.1:1'));
    await settings.save.click();
    await expect
      .poll(async () => (await statusOf(program)).proxy, PATIENCE)
      .toMatchObject({ mode: 'manual', found: squid.address, source: 'settings' });
    await expect(shell.connectionStatus).toHaveText('Connected', PATIENCE);
    await program.set('remoteService.enabled', false);
    await expect.poll(() => squid.accessLog().length, PATIENCE).toBeGreaterThan(0);
    for (const { method, target } of squid.accessLog()) {
      expect(method).toBe('CONNECT');
      expect(target).toMatch(/^updates\.test:/);
    }
  } finally {
    await pac.stop();
    await squid.stop();
  }
});
