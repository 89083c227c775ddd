import { createHash, X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from '@shared/domain/settings/settings';
import { configure, createProgram, type Program } from '../support/program';
import { sentenceOf } from '../support/words';
import { accessibilityProblems } from './support/axe';
import { expect, test as base } from './support/fixtures';
import { misfits } from './support/layout';
import { CheckDialog } from './pages/check-dialog';
import { RemoteServicePage } from './pages/remote-service-page';
import { statusOf } from './support/status';

const OFFER = "Trust this organisation's certificate";

/** An installation in a network whose certificate authority nobody has told it about. */
const test = base.extend({
  program: async ({ office }, use) => {
    const program = await createProgram({ vendorProfile: { ...office.vendorProfile, certificates: [] } });
    await configure(program, office);
    await use(program);
    await program.end();
  },
});

const fingerprintOf = (pem: string) =>
  createHash('sha256')
    .update(new X509Certificate(pem).raw)
    .digest('hex')
    .toUpperCase()
    .replaceAll(/(..)(?=.)/g, '$1:');

const certificatesOf = async (program: Program) =>
  (await program.cli(['settings', 'get', 'certificates', '--json'])).json as Settings['certificates'];

test('a certificate that nobody knows is trusted once its fingerprint has been compared', async ({
  office,
  program,
  open,
}) => {
  const { page, shell } = await open();
  await expect(shell.connectionStatus).toContainText('Connection failed');
  await expect(page.getByRole('main')).toContainText(
    sentenceOf('certificate-untrusted', { issuer: 'Reference Back Office CA' }),
  );
  const question = page.getByRole('alertdialog', { name: `${OFFER}?` });

  await page.getByRole('button', { name: OFFER }).click();
  await expect(question).toContainText(fingerprintOf(office.caPem));
  await expect(question).toContainText('Issued toReference Back Office CA');
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await accessibilityProblems(page), colorScheme).toEqual([]);
  }
  expect(await misfits(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await certificatesOf(program)).toEqual([]);

  await shell.goTo('Remote Service');
  await expect(page.getByRole('button', { name: OFFER })).toBeVisible();
  const dialog = new CheckDialog(page);
  await dialog.openButton.click();
  await dialog.stage('Secure connection').getByRole('button', { name: OFFER }).click();
  await expect(question).toContainText(fingerprintOf(office.caPem));
  await question.getByRole('button', { name: 'Fingerprints match: trust certificate' }).click();
  await expect(question).toBeHidden();
  await expect(dialog.verdict).toHaveText('All checks passed.', { timeout: 20_000 });
  await page.keyboard.press('Escape');
  await expect(shell.connectionStatus).toHaveText('Connected');
  await expect(page.getByRole('button', { name: OFFER })).toHaveCount(0);
  expect((await certificatesOf(program)).map(fingerprintOf)).toEqual([fingerprintOf(office.caPem)]);
});

test('a certificate is added from a file and removed again', async ({ office, program, open }) => {
  const file = path.join(program.base, 'organisation.pem');
  writeFileSync(file, office.caPem);
  const { app, page, shell } = await open();
  await expect(shell.connectionStatus).toContainText('certificate not trusted');
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
  await shell.goTo('Remote Service');
  const table = page.getByRole('table', { name: 'Certificates' });
  await page.getByRole('button', { name: 'Add certificate' }).click();
  await expect(table).toContainText('Reference Back Office CA');
  await expect(table).toContainText(fingerprintOf(office.caPem));
  const settings = new RemoteServicePage(page);
  await settings.save.click();
  await expect(shell.connectionStatus).toHaveText('Connected');

  await table.getByRole('button', { name: 'Remove certificate Reference Back Office CA' }).click();
  await settings.save.click();
  await expect(shell.connectionStatus).toContainText('certificate not trusted');
  expect((await statusOf(program)).connection.nextTry).not.toBeNull();
});
