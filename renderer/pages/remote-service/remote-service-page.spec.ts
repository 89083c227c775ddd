import SelectField from '@renderer/components/fields/SelectField.vue';
import { AppError } from '@shared/errors/app-error';
import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import { settingsFixture, settingsStateFixture } from '@renderer/bridge/status.fixture';
import { openPage, type PageWorld } from '../page.fixture';
// The router loads it on demand; here it is loaded before the clock of the first test runs.
import './RemoteServicePage.vue';

enableAutoUnmount(afterEach);

const path = '/system/connectivity/remote-service';
const open = (world: Partial<PageWorld> = {}) => openPage({ path, ...world });
const identity = (serviceOrganisationId: string) => ({
  remoteService: { ...settingsFixture().remoteService, serviceOrganisationId },
});

it('has the controls of the manual under their names, and none of later versions', async () => {
  const { button, field, page } = await open({
    settings: settingsStateFixture('1', {
      proxy: { ...settingsFixture().proxy, mode: 'manual', url: 'proxy:8080' },
    }),
  });
  expect(page.get('h1').text()).toBe('Remote Service');
  expect(page.findAll('[role=tab]').map((tab) => tab.text())).toEqual([
    'General settings',
    'Remote assistance',
  ]);
  expect(page.get('[role=switch]').attributes('aria-label')).toBe('Enabled');
  expect(field('Service organisation ID').value).toBe('SO-2001');
  expect(field('Verification code').type).toBe('password');
  expect(field('Serial number').readOnly).toBe(true);
  expect(field('Serial number').value).toBe('PD-0042-7781');
  expect(page.findAll('[role=radio]').map((radio) => radio.attributes('aria-label'))).toEqual([
    'No proxy server',
    'Detect settings automatically',
    'Use proxy script',
    'Use proxy server',
  ]);
  expect(field('Proxy URL').value).toBe('proxy:8080');
  expect(page.get('table caption').text()).toBe('Licence servers');
  for (const name of ['Add licence server', 'Edit Main server', 'Remove Main server', 'Test Main server']) {
    expect(button(name)).toBeDefined();
  }
  expect(page.get('[role=status][aria-label="Connection status"]').text()).toBe('Connected');
});

it('asks for a proxy login only where one is used, and never has its password', async () => {
  const { field, type, page, button, press, app } = await open({
    settings: settingsStateFixture('1', {
      proxy: { ...settingsFixture().proxy, mode: 'manual', url: 'proxy:8080' },
    }),
    handlers: {
      settings: { save: () => Promise.resolve({ saved: true, state: settingsStateFixture('2') }) },
    },
  });
  const names = () => page.findAll('input').map((input) => input.element.labels?.[0]?.textContent.trim());
  expect(names()).not.toContain('Proxy password');
  await page.get('[role=switch][aria-label="Proxy server authentication"]').trigger('click');
  await press(button('Save'));
  expect(field('Proxy user name').getAttribute('aria-invalid')).toBe('true');
  expect(field('Proxy password').getAttribute('aria-invalid')).toBe('true');
  expect(app.argumentsOf('settings.save')).toEqual([]);
  await type(field('Proxy domain'), 'CORP');
  await type(field('Proxy user name'), 'jdoe');
  expect(field('Proxy password').type).toBe('password');
  await type(field('Proxy password'), 'canary-proxy');
  await press(button('Save'));
  expect(JSON.stringify(app.argumentsOf('settings.save'))).toContain('canary-proxy');
  expect(page.html()).not.toContain('canary-proxy');
});

it('says calmly that a Basic login can be read on its way', async () => {
  const proxy = { mode: 'manual' as const, found: 'proxy:8080', source: 'settings' as const, script: null };
  const login = { ...settingsFixture().proxy.authentication, enabled: true };
  const { emitStatus, text } = await open({
    status: { proxy: { ...proxy, login: 'ntlm' } },
    settings: settingsStateFixture('1', {
      proxy: { mode: 'manual', url: 'proxy:8080', scriptUrl: '', authentication: login },
    }),
  });
  expect(text()).not.toContain('receives the password unencrypted');
  await emitStatus(2, { proxy: { ...proxy, login: 'basic' } });
  expect(text()).toContain('The proxy server receives the password unencrypted');
});

it('says which proxy server was detected and why, and copies it into the manual setting', async () => {
  const { field, press, button, text, page } = await open({
    status: {
      proxy: { mode: 'detect', found: 'proxy.example:3128', source: 'script', script: 'http://p/p.pac' },
    },
    settings: settingsStateFixture('1', { proxy: { ...settingsFixture().proxy, mode: 'detect' } }),
  });
  expect(text()).toContain('Proxy server proxy.example:3128, from the script http://p/p.pac.');
  await press(button('Copy to Use proxy server'));
  expect(page.get('[role=radio][aria-label="Use proxy server"]').attributes('aria-checked')).toBe('true');
  expect(field('Proxy URL').value).toBe('proxy.example:3128');
});

it('asks for the address of a proxy script, and says what it names', async () => {
  const script = 'http://proxy.example/proxy.pac';
  const { page, app, text, type, field, press, button } = await open({
    status: { proxy: { mode: 'script', found: 'proxy.example:3128', source: 'script', script } },
    settings: settingsStateFixture('1', { proxy: { ...settingsFixture().proxy, mode: 'script' } }),
  });
  expect(text()).toContain(`Proxy server proxy.example:3128, from the script ${script}.`);
  await type(field('Proxy script URL'), script);
  expect(page.html()).not.toContain('Proxy URL');
  expect(page.html()).toContain('Proxy server authentication');
  await press(button('Save'));
  expect(JSON.stringify(app.argumentsOf('settings.save'))).toContain(script);
});

it('says that the way is direct where nothing names a proxy server', async () => {
  const { text, page } = await open({
    status: { proxy: { mode: 'detect', found: null, source: null, script: null } },
    settings: settingsStateFixture('1', { proxy: { ...settingsFixture().proxy, mode: 'detect' } }),
  });
  expect(text()).toContain('Neither the system nor the network specifies a proxy server');
  expect(page.html()).not.toContain('Copy to Use proxy server');
});

it('never has a stored code, and drops a typed one with the save', async () => {
  const save = vi.fn(() =>
    Promise.resolve({ saved: true as const, state: settingsStateFixture('2', identity('SO-3')) }),
  );
  const { button, field, press, type, page, text } = await open({ handlers: { settings: { save } } });
  const code = field('Verification code');
  expect(code.value).toBe('');
  expect(code.placeholder).toContain('Set');
  await type(code, 'canary-code');
  expect(text()).toContain('When you save, this installation registers again.');
  await press(button('Save'));
  expect(save).toHaveBeenCalledOnce();
  expect(field('Verification code').value).toBe('');
  expect(page.html()).not.toContain('canary-code');
});

it('says in place what cannot be saved, and does not ask the app', async () => {
  const { app, button, field, press, type, page, text } = await open({
    settings: settingsStateFixture('1', {
      proxy: { ...settingsFixture().proxy, mode: 'manual', url: 'proxy:8080' },
    }),
  });
  await type(field('Proxy URL'), 'ftp://proxy');
  expect(field('Proxy URL').getAttribute('aria-invalid')).toBeNull();
  await press(button('Save'));
  expect(field('Proxy URL').getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(field('Proxy URL'));
  expect(page.get('[role=alert]').text()).toContain('Proxy URL');
  expect(text()).not.toContain('proxy-url-invalid');
  expect(app.argumentsOf('settings.save')).toEqual([]);
});

it('says why a save failed, with the code for the help desk, and keeps what was typed', async () => {
  const save = () => Promise.reject(new AppError('settings-locked'));
  const { button, field, press, type, page } = await open({ handlers: { settings: { save } } });
  await type(field('Service organisation ID'), 'SO-3');
  await press(button('Save'));
  expect(page.get('[role=alert]').text()).toContain('Another program is saving the settings');
  expect(page.get('details').text()).toContain('settings-locked');
  expect(field('Service organisation ID').value).toBe('SO-3');
});

it('marks the field whose value the other side refused, until something else is entered', async () => {
  const connection = {
    ...{ state: 'failed' as const, reason: 'organisation-unknown' as const },
    ...{ since: null, nextTry: null, missing: [] },
  };
  const { field, type } = await open({ status: { connection } });
  const id = field('Service organisation ID');
  const described = () => document.getElementById(id.getAttribute('aria-describedby')?.split(' ')[0] ?? '');
  expect(id.getAttribute('aria-invalid')).toBe('true');
  expect(described()?.textContent).toContain('There is no service organisation with this ID.');
  expect(field('Verification code').getAttribute('aria-invalid')).toBeNull();
  await type(id, 'SO-3');
  expect(id.getAttribute('aria-invalid')).toBeNull();
});

it('adds a certificate from a file with what a person compares, and says why one is refused', async () => {
  const description = {
    subject: 'Proxy CA',
    issuer: 'Proxy CA',
    validFrom: '2025-01-01T00:00:00.000Z',
    validTo: '2030-01-01T00:00:00.000Z',
    sha256: 'ab'.repeat(32),
  };
  let refusal: AppError | null = new AppError('certificate-no-authority', { name: 'server.example' });
  const { button, press, page, text } = await open({
    handlers: {
      settings: {
        chooseCertificates: () =>
          refusal === null
            ? Promise.resolve({ certificates: [{ pem: 'PEM', description }] })
            : Promise.reject(refusal),
      },
    },
  });
  await press(button('Add certificate'));
  expect(page.get('[role=alert]').text()).toContain('server.example is for a single server');
  refusal = null;
  await press(button('Add certificate'));
  await press(button('Add certificate'));
  expect(page.find('[role=alert]').exists()).toBe(false);
  const table = page.findAll('table').find((one) => one.get('caption').text() === 'Certificates');
  expect(table?.findAll('tbody tr')).toHaveLength(1);
  expect(table?.text()).toContain('Proxy CA');
  expect(table?.text()).toContain('AB:AB:AB');
  expect(text()).toContain('When you save, Print ORS Service reconnects to the back office.');
  await press(button('Remove certificate Proxy CA'));
  expect(table?.text()).toContain('No certificates added.');
});

it('describes the certificates that are there already', async () => {
  const { app, page } = await open({
    settings: settingsStateFixture('1', { certificates: ['PEM'] }),
    handlers: {
      settings: {
        describeCertificates: () => Promise.resolve({ certificates: [{ pem: 'PEM', description: null }] }),
      },
    },
  });
  expect(app.argumentsOf('settings.describeCertificates')).toEqual([{ certificates: ['PEM'] }]);
  expect(page.text()).toContain('Remove');
});

it('adds a licence server to the draft, with errors in place', async () => {
  const { button, field, press, type, page, text } = await open({
    settings: settingsStateFixture('1', { licenceServers: [] }),
    handlers: {
      settings: { chooseLicenceFolder: () => Promise.resolve({ folder: '/srv/chosen' }) },
    },
  });
  await press(button('Add licence server'));
  await type(field('Name'), 'Printroom');
  await press(button('OK'));
  expect(field('Licence path').getAttribute('aria-invalid')).toBe('true');
  await press(button('Choose folder'));
  expect(field('Licence path').value).toBe('/srv/chosen');
  await press(button('OK'));
  expect(page.get('tbody').text()).toContain('Printroom');
  expect(button('Test Printroom').getAttribute('aria-disabled')).toBe('true');
  expect(text()).toContain('When you save, Print ORS Service reads the licence servers again.');
  await press(button('Remove Printroom'));
  expect(page.get('tbody').text()).toContain('There is no licence server yet');
});

it('shows the verdict on a folder step by step', async () => {
  const steps = [
    { step: 'find' as const, outcome: 'passed' as const, reason: null },
    { step: 'create' as const, outcome: 'failed' as const, reason: 'access-denied' as const },
  ];
  const { button, press, text } = await open({
    handlers: { licence: { test: () => Promise.resolve({ account: 'print', steps, freeBytes: null }) } },
  });
  await press(button('Test Main server'));
  expect(text()).toContain('Tested with print');
  expect(text()).toContain('The folder cannot be used yet.');
  expect(text()).toContain('has no access to the licence folder');
});

it('takes a remote licence server without a folder, and tries a folder before it is saved', async () => {
  const steps = [{ step: 'find' as const, outcome: 'failed' as const, reason: 'path-missing' as const }];
  const { app, button, field, press, type, text, page } = await open({
    settings: settingsStateFixture('1', { licenceServers: [] }),
    handlers: {
      licence: {
        testBeforeSaving: () => Promise.resolve({ account: 'print', steps, freeBytes: 1536 * 1024 }),
      },
    },
  });
  await press(button('Add licence server'));
  await type(field('Name'), 'Printroom');
  await page.getComponent(SelectField).get('select').setValue('remote');
  await type(field('Licence path'), 'Z:\\licences');
  await press(button('Test this folder'));
  expect(text()).toContain('You cannot use a drive letter');
  expect(text()).toContain('for example \\\\server\\share\\folder');
  await type(field('Licence path'), '/mnt/nas');
  await press(button('Test this folder'));
  expect(app.argumentsOf('licence.testBeforeSaving')).toEqual([{ kind: 'remote', path: '/mnt/nas' }]);
  expect(text()).toContain('Tested with print');
  expect(text()).toContain('The folder cannot be used yet.');
  await type(field('Licence path'), '');
  expect(text()).not.toContain('Tested with print');
  await press(button('OK'));
  expect(text()).toContain('Updated manually');
});

it.each([
  [[], 'No licence server yet: add one below'],
  [settingsFixture().licenceServers, 'There is no licence file with a serial number'],
])('says which step the serial number waits for', async (licenceServers, words) => {
  const { link, text } = await open({
    settings: settingsStateFixture('1', { licenceServers }),
    status: { serialNumber: { value: null, readFrom: null } },
  });
  expect(text()).toContain(words);
  expect(link('System > Licence').getAttribute('href')).toBe('/system/licence');
});

it('lists the preconditions, and an unmet one leads to its field', async () => {
  const { link, page, press, router } = await open({
    settings: settingsStateFixture('1', identity('')),
    status: {
      connection: { state: 'not-configured', reason: null, since: null, nextTry: null, missing: [] },
    },
  });
  await page.findAll('[role=tab]')[1]?.trigger('mousedown');
  await flushPromises();
  const list = page.get('ul[aria-label=Preconditions]');
  expect(list.findAll('li').map((line) => line.classes('met'))).toEqual([false, true, true, false, false]);
  await press(link('Go to the setting'));
  await vi.waitFor(() => expect(document.activeElement?.id).toBe('remoteService.serviceOrganisationId'));
  expect(router.currentRoute.value.query).toEqual({});
});

it('speaks the words of the manual in Italian', async () => {
  const { field, page } = await open({ locale: 'it' });
  expect(page.get('[role=switch]').attributes('aria-label')).toBe('Abilitato');
  expect(field('ID organizzazione di servizio')).toBeDefined();
  expect(field('Codice di verifica')).toBeDefined();
  expect(field('Numero di serie')).toBeDefined();
});

it('offers no field for a command', async () => {
  const { button, press } = await open();
  await press(button('Edit Main server'));
  const fields = [...document.querySelectorAll('[role=dialog] input, [role=dialog] textarea')];
  expect(fields.map(({ id }) => id)).toContain('server-hostId');
  expect(fields.filter(({ id }) => /command|reread/i.test(id))).toEqual([]);
});
