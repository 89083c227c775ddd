import { readFileSync } from 'node:fs';
import path from 'node:path';
import { accessibilityProblems } from '../support/axe';
import { expect, test } from '../support/fixtures';

test('a support report is saved exactly as it was shown, without a secret', async ({
  office,
  program,
  connected,
}) => {
  const { app, page, shell } = connected;
  await shell.goTo('Diagnostics');
  await page.getByRole('button', { name: 'Create support report' }).click();
  const report = page.getByRole('region', { name: 'Support report text' });
  const shown = (await report.textContent()) ?? '';
  expect(JSON.parse(shown)).toMatchObject({
    format: 'remote-service-report',
    status: { connection: { state: 'connected' } },
    settings: { remoteService: { serviceOrganisationId: office.organisation.id } },
    leftOut: ['remoteService.verificationCode'],
  });
  expect(shown).not.toContain(office.organisation.verificationCode);
  expect(await accessibilityProblems(page)).toEqual([]);

  const file = path.join(program.base, 'report.json');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await page.getByRole('button', { name: 'Save report' }).click();
  await expect(shell.text('Saved as report.json.')).toBeVisible();
  expect(readFileSync(file, 'utf8')).toBe(shown);
});

test('F2 numbers the controls, a typed number leads to one, and a second language stands beside', async ({
  program,
  connected,
}) => {
  const { page, shell } = connected;
  await program.set('secondLanguage', 'it');
  await shell.goTo('Remote Service');
  await expect(shell.text('Codice di verifica')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Verification code', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Check connection' }).scrollIntoViewIfNeeded();
  await page.keyboard.press('F2');
  await expect(page.getByText('14', { exact: true })).toBeVisible();
  await page.keyboard.type('14');
  await expect(page.getByRole('button', { name: 'Check connection' })).toBeFocused();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByText('14', { exact: true })).toHaveCount(0);
});
