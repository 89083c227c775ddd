import { readFileSync } from 'node:fs';
import path from 'node:path';
import { accessibilityProblems } from '../support/axe';
import { expect, test } from '../support/fixtures';

/** The number that the help desk says, and the control that then has the focus; the program is in German. */
const CALL = [
  { number: '14', role: 'button', name: 'Verbindung prüfen' },
  { number: '16', role: 'switch', name: 'Remoteunterstützung erlauben' },
  { number: '17', role: 'combobox', name: 'Erlaubnis endet nach' },
  { number: '22', role: 'button', name: 'Speichern' },
  { number: '2', role: 'textbox', name: 'Serviceorganisations-ID' },
  { number: '40', role: 'button', name: 'Lizenzdatei importieren' },
  { number: '19', role: 'textbox', name: 'Tage vor einem Termin, an denen erinnert wird' },
  { number: '47', role: 'button', name: 'Neu starten' },
  { number: '42', role: 'button', name: 'Anforderungsdatei speichern' },
  { number: '50', role: 'button', name: 'Nach Updates suchen' },
  { number: '18', role: 'switch', name: 'Softwareupdates herunterladen' },
  { number: '3', role: 'textbox', name: 'Verifizierungscode' },
] as const;

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

test('twelve instructions by number alone lead through four pages, out of text fields too', async ({
  program,
  connected,
}) => {
  const { page, shell } = connected;
  await program.set('language', 'de');
  await program.set('secondLanguage', 'en-GB');
  await expect(shell.heading).toHaveText('Übersicht');
  await expect(page.getByRole('navigation').locator('[lang=en-GB]').first()).toBeVisible();
  await page.keyboard.press('F2');
  await expect(page.locator('.number').first()).toBeVisible();
  for (const { number, role, name } of CALL) {
    await page.keyboard.type(number);
    await expect(page.getByRole('main').getByRole(role, { name, exact: true })).toBeFocused();
  }
  await expect(page.getByRole('textbox', { name: 'Serviceorganisations-ID' })).not.toHaveValue(/40|19/);
  await page.keyboard.type('90');
  await expect(shell.heading).toHaveText('Info');
  await page.keyboard.press('Escape');
  await expect(page.locator('.number')).toHaveCount(0);
});
