import type { LicencePlacement } from '@shared/domain/licence/manual/manual-licence';
import { AppError } from '@shared/errors/app-error';
import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import { quietMessage } from '@renderer/components/feedback/quiet-message';
import { licenceServerFixture } from '@renderer/bridge/status.fixture';
import { openPage, type PageWorld } from '../../pages/page.fixture';
// The router loads it on demand; here it is loaded before the clock of the first test runs.
import '@renderer/pages/licence/LicencePage.vue';

enableAutoUnmount(afterEach);

const BARE =
  'SERVER printsrv01 0A1B2C3D4E5F 27000\nVENDOR ocelicd\nINCREMENT webshop ocelicd 1.0 31-dec-2027 25 SN=PD-0042-7781 SIGN=00AA\n';
const PACKAGE = 'eyJhIjoxfQ.eyJiIjoxfQ.c2ln';
const base64 = (text: string) => btoa(text);
const far = licenceServerFixture({ id: 'far', name: 'Far away', kind: 'remote', path: '' });

const open = (world: Partial<PageWorld> = {}) =>
  openPage({
    path: '/system/licence',
    status: { licenceServers: [licenceServerFixture(), far] },
    ...world,
    handlers: {
      ...world.handlers,
      licence: { history: () => Promise.resolve({ kept: [] }), ...world.handlers?.licence },
    },
  });
const choosing = (content: string) => () =>
  Promise.resolve({ chosen: { name: 'brought.lic', content: base64(content) } });
const drop = async (...files: File[]) => {
  const event = new Event('drop', { bubbles: true, cancelable: true });
  document.body.dispatchEvent(Object.assign(event, { dataTransfer: { files, types: ['Files'] } }));
  await flushPromises();
  return event;
};

it('installs a package that is chosen, at once', async () => {
  const install = vi.fn(() => Promise.resolve({ outcome: 'ok' as const, sequence: 8 }));
  const { button, press } = await open({
    handlers: { licence: { chooseFile: choosing(`${PACKAGE}\n`), install } },
  });
  await press(button('Import licence file'));
  expect(install).toHaveBeenCalledWith({ package: `${PACKAGE}\n` });
});

it('installs a package that is dropped anywhere on the page', async () => {
  const install = vi.fn(() => Promise.resolve({ outcome: 'unchanged' as const, sequence: 8 }));
  await open({ handlers: { licence: { install } } });
  const event = await drop(new File([PACKAGE], 'licence.jws'));
  await vi.waitFor(() => expect(install).toHaveBeenCalledWith({ package: PACKAGE }));
  expect(event.defaultPrevented).toBe(true);
});

it.each([
  ['keys-renewed', 'The new keys of the vendor are now in use.'],
  ['keys-unchanged', 'These keys are already in use.'],
] as const)('hands a key set to the service, and says %s in words', async (outcome, words) => {
  const keySet = '{ "payload": "eyJ9", "signatures": [] }';
  const install = vi.fn(() => Promise.resolve({ outcome, sequence: null }));
  const { button, press } = await open({
    handlers: { licence: { chooseFile: choosing(keySet), install } },
  });
  await press(button('Import licence file'));
  expect(install).toHaveBeenCalledWith({ package: keySet });
  expect(quietMessage.value?.text).toBe(words);
});

it('says by name why a package was refused', async () => {
  const install = () => Promise.resolve({ outcome: 'wrong-serial-number' as const, sequence: null });
  const { button, press, text } = await open({
    handlers: { licence: { chooseFile: choosing(PACKAGE), install } },
  });
  await press(button('Import licence file'));
  expect(text()).toContain('The licence is for another serial number.');
});

it('names the line of the file inside a package that no licence server can use', async () => {
  const blamed = { line: 7, word: '31-feb-2027' };
  const install = () =>
    Promise.resolve({ outcome: 'flexnet-date-invalid' as const, sequence: null, ...blamed });
  const { button, press, text } = await open({
    handlers: { licence: { chooseFile: choosing(PACKAGE), install } },
  });
  await press(button('Import licence file'));
  expect(text()).toContain('Line 7');
  expect(text()).toContain('31-feb-2027');
});

it('warns of a bare file, and puts it in place on the server that is chosen', async () => {
  const installFile = vi.fn(() => Promise.resolve({ outcome: 'ok' as const, line: null, word: null }));
  const { button, press, text } = await open({
    handlers: { licence: { chooseFile: choosing(BARE), installFile } },
  });
  await press(button('Import licence file'));
  expect(installFile).not.toHaveBeenCalled();
  expect(text()).toContain('This file has no signature');
  expect(text()).toContain('Serial numberPD-0042-7781');
  const options = [...document.querySelectorAll('#bare-server option')].map(({ textContent }) =>
    textContent.trim(),
  );
  expect(options).toEqual(['Main server']);
  await press(button('Install file'));
  expect(installFile).toHaveBeenCalledWith({
    licenceServerId: 'main',
    content: base64(BARE),
    acceptsLess: false,
  });
  expect(text()).not.toContain('This file has no signature');
});

it('asks before a file that grants less is put in place', async () => {
  const change = { kind: 'feature-removed' as const, id: 'webshop', name: 'Web shop', quantity: 25 };
  const difference = { isFirst: false, reason: null, changes: [change] };
  const asked = { outcome: 'flexnet-grants-less' as const, line: null, word: null, difference };
  const installFile = vi
    .fn<() => Promise<LicencePlacement>>()
    .mockResolvedValueOnce(asked)
    .mockResolvedValueOnce({ outcome: 'ok', line: null, word: null });
  const { button, press, text } = await open({
    handlers: { licence: { chooseFile: choosing(BARE), installFile } },
  });
  await press(button('Import licence file'));
  await press(button('Install file'));
  expect(text()).toContain('What this file reduces on Main server');
  expect(text()).toContain('Web shop');
  await press(button('Install anyway'));
  expect(installFile).toHaveBeenLastCalledWith(expect.objectContaining({ acceptsLess: true }));
  expect(text()).not.toContain('This file has no signature');
});

it('names the line of a bare file that cannot be used, without asking the service', async () => {
  const broken = BARE.replace('31-dec-2027', '31-feb-2027');
  const { button, press, text, app } = await open({
    handlers: { licence: { chooseFile: choosing(broken) } },
  });
  await press(button('Import licence file'));
  expect(text()).toContain('Line 3 of the licence file contains a date that does not exist: 31-feb-2027');
  expect(app.argumentsOf('licence.installFile')).toEqual([]);
});

it('refuses 5 MB of junk at once, unread', async () => {
  const { text } = await open();
  const junk = new File([], 'junk');
  Object.defineProperty(junk, 'size', { value: 5_000_000 });
  const read = vi.spyOn(junk, 'arrayBuffer');
  await drop(junk);
  expect(text()).toContain('The file is too large to be a licence.');
  expect(read).not.toHaveBeenCalled();
});

it('takes one file at a time', async () => {
  const { text } = await open();
  await drop(new File(['a'], 'a'), new File(['b'], 'b'));
  expect(text()).toContain('Drop only one file.');
});

it('saves the newest licence file and a request for one', async () => {
  const saveFile = vi.fn(() => Promise.resolve({ savedAs: 'a.lic' }));
  const saveRequest = () => Promise.reject(new AppError('serial-number-missing'));
  const { button, press, text } = await open({ handlers: { licence: { saveFile, saveRequest } } });
  await press(button('Save licence file'));
  expect(saveFile).toHaveBeenCalledWith({ licenceServerId: null });
  await press(button('Save request file'));
  expect(text()).toContain('The serial number is unknown, so no licence can be requested.');
});

const kept = {
  backup: 'a'.repeat(64),
  keptAt: '2026-02-01T10:00:00.000Z',
  isUsable: true,
  isInstalled: false,
  serialNumber: 'PD-0042-7781',
  expiresOn: '2027-12-31',
  features: [
    {
      ...{ id: 'webshop', name: 'webshop', quantity: 25, expiresOn: null },
      ...{ version: '1.0', state: 'in-force' as const, startsOn: null, pool: '' },
    },
  ],
  fromPackage: { sequence: 6, users: 25, maintenanceUntil: '2027-06-30' },
};

it('puts an earlier licence back, with the reason that it asks for', async () => {
  const restore = vi.fn(() => Promise.resolve({ outcome: 'ok' as const, line: null, word: null }));
  const history = () =>
    Promise.resolve({ kept: [kept, { ...kept, backup: 'b'.repeat(64), isUsable: false }] });
  const { button, press, text, type, field } = await open({ handlers: { licence: { history, restore } } });
  expect(text()).toMatch(/Number 6, until 31 December 2027\s*25 users, webshop \(25\)/);
  expect(text()).toContain('Damaged, cannot be restored');
  const restoreButtons = [...document.querySelectorAll('button')].filter(
    ({ textContent }) => textContent.trim() === 'Restore',
  );
  expect(restoreButtons.map((one) => one.getAttribute('aria-disabled'))).toEqual([null]);
  await press(restoreButtons[0] as HTMLElement);
  await press(button('Restore'));
  expect(text()).toContain('Enter a reason.');
  expect(restore).not.toHaveBeenCalled();
  await type(field('Reason'), 'the new one counts wrong');
  await press(button('Restore'));
  expect(restore).toHaveBeenCalledWith({
    licenceServerId: 'main',
    backup: kept.backup,
    reason: 'the new one counts wrong',
    acceptsLess: false,
  });
});

it('shows what a waiting licence would change, and whether the host fits', async () => {
  const waiting = {
    isFirst: false,
    reason: 'users-added' as const,
    changes: [{ kind: 'users' as const, from: 25, to: 50 }],
  };
  const server = licenceServerFixture({
    state: 'failing',
    reason: 'access-denied',
    hostId: '0A1B2C3D4E5F',
    fitsHost: false,
    waiting,
    installed: {
      serialNumber: 'PD-0042-7781',
      serialNumbers: ['PD-0042-7781'],
      expiresOn: null,
      features: [],
      moreFeatures: 0,
      hostIds: ['0A1B2C3D4E5F'],
      sha256: 'a'.repeat(64),
      modifiedAt: '2026-03-02T09:00:00.000Z',
      fromPackage: { sequence: 6, users: 25, maintenanceUntil: '2027-06-30' },
    },
  });
  const { text } = await open({ status: { licenceServers: [server] } });
  expect(text()).toMatch(/Changes in licence 7\s*Users: 25 → 50/);
  expect(text()).toContain('0A1B2C3D4E5Fnot included in the newest licence');
  expect(text()).toMatch(/Maintenance end date30 June 2027/);
});
