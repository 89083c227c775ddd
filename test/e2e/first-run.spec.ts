import { expect, test } from './support/fixtures';
import { press, tabTo } from './support/keyboard';
import { RemoteServicePage } from './pages/remote-service-page';
import { sentenceOf } from '../support/words';
import { untilInstalled } from './support/status';

test('a first run is led through three steps to the connection, with the keyboard alone', async ({
  office,
  program,
  open,
}) => {
  const { app, page, shell } = await open();
  const form = new RemoteServicePage(page);
  await app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] });
  }, program.licences);
  await expect(page.getByRole('main')).toContainText('Three steps to the first connection');

  await press(page, page.getByRole('link', { name: 'Enter ID and code' }), 'Enter');
  await expect(form.serviceOrganisationId).toBeFocused();
  await page.keyboard.type(office.organisation.id);
  await tabTo(page, form.verificationCode);
  await page.keyboard.type(office.organisation.verificationCode);

  await press(page, form.addLicenceServer, 'Enter');
  const dialog = page.getByRole('dialog', { name: 'Add licence server' });
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Main server');
  await press(page, dialog.getByRole('button', { name: /^Choose/ }), 'Enter');
  await expect(dialog.getByRole('textbox', { name: 'Licence path' })).toHaveValue(program.licences);
  await press(page, dialog.getByRole('button', { name: 'OK' }), 'Enter');
  await expect(dialog).toBeHidden();
  await expect(form.licenceServers).toContainText('Main server');

  await press(page, form.enabled, 'Space');
  await expect(form.enabled).toBeChecked();
  await press(page, form.save, 'Enter');
  await expect(shell.connectionStatus).toHaveText('Connected');
  await expect(form.serialNumber).toHaveValue(office.serialNumber);
  await untilInstalled(program, office);
  expect(office.view().installation?.organisation.id).toBe(office.organisation.id);
});

test('what is wrong with a draft is said at its field, and nothing of it is saved', async ({
  program,
  connected: { page, shell },
}) => {
  const form = new RemoteServicePage(page);
  await shell.goTo('Remote Service');
  await form.serviceOrganisationId.fill('SO-3000');
  await page.getByRole('radio', { name: 'Use proxy server' }).click();
  await form.proxyUrl.fill('not a proxy');
  await form.save.click();
  await expect(form.proxyUrl).toHaveAttribute('aria-invalid', 'true');
  await expect(form.proxyUrl).toBeFocused();
  await expect(page.getByRole('main')).toContainText(sentenceOf('proxy-url-invalid'));
  const { json } = await program.cli(['settings', 'get', 'remoteService.serviceOrganisationId', '--json']);
  expect(JSON.stringify(json)).toContain('SO-2001');
  await form.cancel.click();
  await expect(form.serviceOrganisationId).toHaveValue('SO-2001');
  await expect(form.proxyUrl).toBeHidden();
});
