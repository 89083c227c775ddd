import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { sentenceOf } from '../support/words';
import { accessibilityProblems } from './support/axe';
import { expect, test } from './support/fixtures';
import { statusOf, untilInstalled } from './support/status';

const REGION = 'Unable to update licence on:';

/** The system's dialogs answer with this file, without being shown. */
const answerDialogs = (app: ElectronApplication, file: string) =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, file);

/** As a person drops it, with the bytes of the file. */
const drop = async (page: Page, name: string, content: string) => {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], fileName));
      return transfer;
    },
    [name, content] as const,
  );
  await page.getByRole('main').dispatchEvent('drop', { dataTransfer });
};

test('a licence that cannot be brought is saved, copied by hand, and its row clears', async ({
  office,
  program,
  connected: { app, page, shell },
}) => {
  await untilInstalled(program, office);
  const folder = path.join(program.base, 'hall');
  await program.set('licenceServers', [
    ...(await statusOf(program)).licenceServers.map(({ id, name, kind, path: at }) => ({
      id,
      name,
      kind,
      path: at,
    })),
    { name: 'Hall', kind: 'local', path: folder },
    { name: 'Far away', kind: 'remote' },
  ]);
  await shell.goTo('Remote Service');
  const region = page.getByRole('region', { name: REGION });
  await expect(region).toContainText('The licence folder does not exist.');
  await expect(region).toContainText('There is no shared folder');
  await expect(shell.link('Remote Service')).toContainText('2');
  expect(await accessibilityProblems(page)).toEqual([]);

  const saved = path.join(program.base, 'saved.lic');
  await answerDialogs(app, saved);
  await region.getByRole('button', { name: 'Save licence file for Hall' }).click();
  await expect(page.getByText('Saved as saved.lic')).toBeVisible();
  const content = office.licences().at(-1)?.claims.file.content;
  expect(readFileSync(saved, 'utf8')).toBe(content);

  const stick = path.join(program.base, 'stick');
  await answerDialogs(app, stick);
  const saveAll = region.getByRole('button', { name: 'Save all files' });
  await saveAll.click();
  await expect(page.getByText('Saved as stick')).toBeVisible();
  const files = ['1 Hall', '2 Far away'].map((name) => path.join(stick, name, 'prismadirect.lic'));
  for (const file of files) expect(readFileSync(file, 'utf8')).toBe(content);
  // Chosen once more, the folder is completed; a file with another content in it is not replaced.
  writeFileSync(files[1] ?? '', 'theirs');
  await saveAll.click();
  await expect(region).toContainText(sentenceOf('file-exists', { file: 'prismadirect.lic' }));
  expect(files.map((file) => readFileSync(file, 'utf8'))).toEqual([content, 'theirs']);

  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(path.join(folder, 'prismadirect.lic'), readFileSync(saved));
  await expect(region.getByRole('button', { name: 'Try again for Hall' })).toHaveCount(0, {
    timeout: 30_000,
  });

  await region.getByRole('button', { name: 'Mark as copied for Far away' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Mark as copied' }).click();
  await expect(region).toHaveCount(0);
  await expect
    .poll(() => office.view().lastReport?.results.map(({ name, outcome }) => `${name}: ${outcome}`))
    .toContain('Far away: saved-by-operator');
});

test('a package dropped on the Licence page is installed, and an earlier licence goes back', async ({
  office,
  program,
  connected: { app, page, shell },
}) => {
  await untilInstalled(program, office);
  const first = readFileSync(program.licenceFile, 'utf8');
  await program.set('remoteService.enabled', false);
  await expect(shell.connectionStatus).toHaveText('Switched off');
  const { package: issued } = office.issueLicence({ kind: 'add-users', users: 7 });
  await shell.goTo('Licence');
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
  });
  await drop(page, 'licence.jws', issued);
  await untilInstalled(program, office);
  await expect(page.getByRole('main')).toContainText('32');

  const restore = page.getByRole('button', { name: /^Restore the licence of/ });
  // The file from before the first licence, and the first licence: the list is read anew after an installation.
  await expect(restore).toHaveCount(2);
  await restore.first().click();
  const dialog = page.getByRole('dialog');
  expect(await accessibilityProblems(page)).toEqual([]);
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('the new one counts wrong');
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await expect(dialog).toContainText('webshop: 32 → 25');
  await dialog.getByRole('button', { name: 'Install anyway' }).click();
  await expect(dialog).toHaveCount(0);
  expect(readFileSync(program.licenceFile, 'utf8')).toBe(first);
  await expect(page.getByRole('main')).toContainText('Changes in licence 2');
  await shell.goTo('Activity');
  await expect(page.getByRole('main')).toContainText('Earlier licence file restored by the operator');
  expect((await program.cli(['activity', 'verify', '--json'])).json).toMatchObject({ brokenAt: null });
});

test('a bare licence file is put in place after a warning, and a broken one named by its line', async ({
  office,
  program,
  connected: { app, page, shell },
}) => {
  await untilInstalled(program, office);
  await shell.goTo('Licence');
  const bare = readFileSync(program.licenceFile, 'utf8').replaceAll(' 25 ', ' 26 ');
  const brought = path.join(program.base, 'brought.lic');
  writeFileSync(brought, bare.replace(/\d+-[a-z]{3}-\d{4} 26/, '31-feb-2027 26'));
  await answerDialogs(app, brought);
  await page.getByRole('button', { name: 'Import licence file' }).click();
  await expect(page.getByRole('alert')).toContainText('contains a date that does not exist: 31-feb-2027');
  writeFileSync(brought, bare);
  await page.getByRole('button', { name: 'Import licence file' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('This file has no signature');
  expect(await accessibilityProblems(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Install file' }).click();
  await expect.poll(() => readFileSync(program.licenceFile, 'utf8')).toBe(bare);
  await expect(page.getByRole('main')).toContainText('Different licence installed manually');
});
