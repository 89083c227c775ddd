import { placeOf, type ControlId } from '@shared/domain/settings/control-numbers';
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils';
import { createPinia } from 'pinia';
import { createI18n } from 'vue-i18n';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import messages from '@shared/i18n/locales/en-GB.json' with { type: 'json' };
import App from '@renderer/app/App.vue';
import { fakeApp } from '@renderer/bridge/app-client.fixture';
import { clientKey } from '@renderer/bridge/client';
import { createPageRouter } from '@renderer/app/router';
import { factsFixture, settingsStateFixture, snapshotFixture } from '@renderer/bridge/status.fixture';
import { useFactsStore } from '@renderer/stores/facts-store';
import { useSettingsStore } from '@renderer/stores/settings-store';
import { useStatusStore } from '@renderer/stores/status-store';
import '@renderer/pages/about/AboutPage.vue';
import '@renderer/pages/remote-service/RemoteServicePage.vue';

enableAutoUnmount(afterEach);
beforeEach(() => {
  // Without a layout every box is empty; here each control has one of its own.
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(10, 20, 30, 40));
  document.elementFromPoint = () => document.body;
});
afterEach(() => vi.restoreAllMocks());

const open = async (
  secondLanguage: 'it' | null = null,
  path = '/system/connectivity/remote-service',
  licenceServers = settingsStateFixture('1').settings.licenceServers,
) => {
  const { client } = fakeApp({
    app: { facts: () => Promise.resolve(factsFixture()) },
    status: { read: () => Promise.resolve(snapshotFixture(1)) },
    settings: { read: () => Promise.resolve(settingsStateFixture('1', { secondLanguage, licenceServers })) },
  });
  const router = createPageRouter();
  await router.push(path);
  const app = mount(App, {
    attachTo: document.body,
    global: {
      plugins: [
        createPinia(),
        createI18n({ legacy: false, locale: 'en-GB', messages: { 'en-GB': messages } }),
        router,
      ],
      provide: { [clientKey]: client },
    },
  });
  for (const store of [useFactsStore(), useStatusStore(), useSettingsStore()]) store.start();
  await flushPromises();
  return { app, router };
};
const press = async (key: string) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  (document.activeElement ?? document.body).dispatchEvent(event);
  await flushPromises();
  return event;
};
const numbers = () => [...document.querySelectorAll('.number')].map((badge) => Number(badge.textContent));

it('F2 shows the number of every control that is on the page, and hides them again', async () => {
  await open();
  expect(numbers()).toEqual([]);
  await press('F2');
  expect(numbers()).toEqual(
    expect.arrayContaining(
      [
        'remoteService.enabled',
        'remoteService.serviceOrganisationId',
        'remoteService.verificationCode',
        'serialNumber',
        'proxy.mode',
        'licenceServers',
        'certificates',
        'service.account',
        'checkConnection',
        'save',
        'cancel',
      ].map((id) => placeOf(id as ControlId).number),
    ),
  );
  expect(numbers()).not.toContain(placeOf('language').number);
  expect(document.body.textContent).toContain('Type a number');
  await press('F2');
  expect(numbers()).toEqual([]);
  await press('F2');
  await press('Escape');
  expect(numbers()).toEqual([]);
});

it('a typed number leads to its control, also out of a field, where the digits are not typed', async () => {
  await open();
  const field = document.getElementById('remoteService.serviceOrganisationId') as HTMLInputElement;
  field.focus();
  await press('F2');
  await press('1');
  const { defaultPrevented } = await press('4');
  expect(defaultPrevented).toBe(true);
  expect(document.activeElement?.textContent).toContain('Check connection');
});

it('leads to a control of another page and of the other tab, and follows a link of the tree', async () => {
  const { router } = await open(null, '/');
  await press('F2');
  for (const key of '16') await press(key);
  await vi.waitFor(() => expect(document.activeElement?.id).toBe('remoteAssistance.allowed'));
  expect(router.currentRoute.value).toMatchObject({ name: 'remoteService', query: {} });
  for (const key of '22') await press(key);
  expect(document.activeElement?.textContent).toContain('Save');
  for (const key of '90') await press(key);
  await vi.waitFor(() => expect(router.currentRoute.value.name).toBe('about'));
});

it('leads to the next of several controls when its number is typed again', async () => {
  const [server] = settingsStateFixture('1').settings.licenceServers;
  if (server === undefined) throw new Error('The fixture has no licence server');
  const servers = ['Main', 'North'].map((name) => ({ ...server, id: name, name }));
  await open(null, '/system/connectivity/remote-service', servers);
  await press('F2');
  const named = () => document.activeElement?.getAttribute('aria-label');
  for (const key of '2626') await press(key);
  expect(named()).toBe('Edit North');
  for (const key of '26') await press(key);
  expect(named()).toBe('Edit Main');
});

it('says which number does not exist, and which control is not there now', async () => {
  await open();
  await press('F2');
  for (const key of '99') await press(key);
  expect(document.body.textContent).toContain('There is no number 99.');
  for (const key of '10') await press(key);
  await vi.waitFor(
    () => expect(document.body.textContent).toContain('10 – Proxy password is not available at the moment.'),
    { timeout: 5000 },
  );
});

it('the second language stands beside all that is named, and is no part of a name', async () => {
  const { app } = await open('it');
  const label = app.get('label[for="remoteService.verificationCode"]');
  expect(label.text()).toBe('Verification code');
  const second = () => app.findAll('[lang=it]').map((text) => text.text());
  await vi.waitFor(() => expect(second()).not.toEqual([]));
  expect(second()).toEqual(
    expect.arrayContaining([
      ...['Codice di verifica', 'Server di licenza', 'Usa server proxy'],
      // The tree, a tab, a button, the head of a table, a state.
      ...['Panoramica', 'Impostazioni generali', 'Verifica connessione', 'Percorso di licenza', 'Connesso'],
    ]),
  );
  expect((await open()).app.findAll('[lang=it]')).toEqual([]);
});
