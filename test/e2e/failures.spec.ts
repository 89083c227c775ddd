import { readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { ErrorCode } from '@shared/errors/error-catalogue';
import type { Params } from '@shared/errors/app-error';
import { demoLicenceFile } from '../back-office/desks/flexnet-file';
import { configure, type Program } from '../support/program';
import { nextStepOf, sentenceOf } from '../support/words';
import { accessibilityProblems } from './support/axe';
import { expect, test, type OpenApp } from './support/fixtures';
import { statusOf, untilInstalled } from './support/status';

/** The sentence and the next step of a failure stand on the page and in `status`. */
async function expectSaid({ page }: OpenApp, program: Program, code: ErrorCode, params?: Params) {
  const said = [sentenceOf(code, params), nextStepOf(code, params)];
  for (const words of said) await expect(page.getByRole('main')).toContainText(words);
  const { text, errors } = await program.cli(['status']);
  for (const words of said) expect(`${text}${errors}`.replaceAll(/\s+/g, ' ')).toContain(words);
}

const state = (code: 'connected' | 'failed') => (code === 'connected' ? 'Connected' : 'Connection failed');

test('a wrong verification code is said, and the right one connects by itself', async ({
  office,
  program,
  open,
}) => {
  await configure(program, { organisation: { ...office.organisation, verificationCode: 'WRONG-CODE' } });
  const opened = await open();
  await expect(opened.shell.connectionStatus).toContainText(state('failed'));
  await expectSaid(opened, program, 'verification-code-wrong');
  expect((await statusOf(program)).connection).toMatchObject({
    state: 'failed',
    reason: 'verification-code-wrong',
    nextTry: null,
  });
  await program.setSecret('remoteService.verificationCode', office.organisation.verificationCode);
  await expect(opened.shell.connectionStatus).toContainText(state('connected'));
});

test('an unknown organisation is said, and the right one connects by itself', async ({
  office,
  program,
  open,
}) => {
  await configure(program, { organisation: { ...office.organisation, id: 'SO-9999' } });
  const opened = await open();
  await expect(opened.shell.connectionStatus).toContainText(state('failed'));
  await expectSaid(opened, program, 'organisation-unknown');
  await opened.shell.goTo('Activity');
  await opened.page.getByRole('button', { name: 'Connection details' }).click();
  const details = opened.page.getByRole('group', { name: 'Connection details' });
  await expect(details).toContainText('There is no service organisation with this ID.');
  await expect(details.getByRole('button', { name: 'Try again' })).toBeVisible();
  expect(await accessibilityProblems(opened.page)).toEqual([]);
  await opened.page.keyboard.press('Escape');
  await expect(details).toBeHidden();
  expect((await statusOf(program)).connection.reason).toBe('organisation-unknown');
  await program.set('remoteService.serviceOrganisationId', office.organisation.id);
  await expect(opened.shell.connectionStatus).toContainText(state('connected'));
});

test('a serial number that the organisation does not know is said; the right licence file connects', async ({
  office,
  program,
  open,
}) => {
  writeFileSync(program.licenceFile, demoLicenceFile({ serialNumber: 'PD-9999-9999' }));
  await configure(program, office);
  const opened = await open();
  await expect(opened.shell.connectionStatus).toContainText(state('failed'));
  await expectSaid(opened, program, 'serial-number-unknown');
  writeFileSync(program.licenceFile, demoLicenceFile());
  await expect(opened.shell.connectionStatus).toContainText(state('connected'), { timeout: 20_000 });
});

test('a licence for another serial number is refused by name, and the next good one is installed', async ({
  office,
  program,
  connected,
}) => {
  await untilInstalled(program, office);
  const good = office.licences().at(-1)?.claims.file.content;
  office.issueLicence({ kind: 'add-users', users: 5 }, { claims: { serialNumber: 'PD-0000-0000' } });
  await expect.poll(async () => (await statusOf(program)).refusedLicence?.code).toBe('wrong-serial-number');
  await expectSaid(connected, program, 'wrong-serial-number');
  expect(readFileSync(program.licenceFile, 'utf8')).toBe(good);
  office.issueLicence({ kind: 'add-users', users: 6 }, { claims: { serialNumber: office.serialNumber } });
  await untilInstalled(program, office);
  await expect.poll(async () => (await statusOf(program)).refusedLicence).toBeNull();
});

test.describe('without a licence for this serial number', () => {
  test.use({
    officeOptions: {
      serialNumbers: [
        {
          serialNumber: 'PD-0042-7781',
          customer: { id: 'C-1', name: 'Druckhaus Beispiel' },
          hasLicence: false,
        },
      ],
    },
  });

  test('it is said that there is none yet, and the first one is installed by itself', async ({
    office,
    program,
    connected,
  }) => {
    await expectSaid(connected, program, 'no-licence');
    office.issueLicence({ kind: 'add-users', users: 1 });
    await untilInstalled(program, office);
    await expect(connected.page.getByRole('main')).not.toContainText(sentenceOf('no-licence'));
  });
});

test('a licence folder that is not there is said, and used when it is', async ({
  office,
  program,
  connected,
}) => {
  await untilInstalled(program, office);
  const missing = path.join(program.base, 'press-room');
  await program.set('licenceServers', [
    ...(await statusOf(program)).licenceServers.map(({ id, name, kind, path: folder }) => ({
      id,
      name,
      kind,
      path: folder,
    })),
    { name: 'Press room', kind: 'local', path: missing },
  ]);
  const press = async () =>
    (await statusOf(program)).licenceServers.find(({ name }) => name === 'Press room');
  await expect.poll(async () => (await press())?.reason).toBe('path-missing');
  await expectSaid(connected, program, 'path-missing');
  await mkdir(missing, { mode: 0o700 });
  await connected.page.getByRole('button', { name: 'Try again for Press room' }).click();
  await expect(connected.page.getByRole('main')).not.toContainText(sentenceOf('path-missing'));
  await expect.poll(async () => (await press())?.state, { timeout: 10_000 }).toBe('up-to-date');
});

test('a file where the licence folder should be is said with the missing serial number', async ({
  office,
  program,
  open,
}) => {
  await configure(program, office);
  await program.set('licenceServers', [{ name: 'Main server', kind: 'local', path: program.licenceFile }]);
  const opened = await open();
  await expect(opened.shell.connectionStatus).toHaveText('Not set up yet');
  const status = await statusOf(program);
  expect(status.connection.missing).toEqual(['serial-number']);
  expect(status.licenceServers[0]?.reason).toBe('not-a-folder');
  await expectSaid(opened, program, 'not-a-folder');
});

test('a settings file that cannot be read is kept aside and said; saving again recovers', async ({
  office,
  program,
  open,
}) => {
  await configure(program, office);
  writeFileSync(path.join(program.home, 'settings.json'), '{ "version": 1, "remoteService": ');
  const opened = await open();
  await opened.shell.goTo('Remote Service');
  await expectSaid(opened, program, 'settings-broken');
  await configure(program, office);
  await expect(opened.shell.connectionStatus).toContainText(state('connected'));
});

test('a back office that is gone is said, and found again by itself', async ({
  office,
  program,
  connected,
}) => {
  await office.goAway();
  await expect(connected.shell.connectionStatus).toContainText(state('failed'));
  await expectSaid(connected, program, 'back-office-unreachable');
  expect((await statusOf(program)).connection.nextTry).not.toBeNull();
  await office.comeBack();
  await expect(connected.shell.connectionStatus).toContainText(state('connected'), { timeout: 30_000 });
});
