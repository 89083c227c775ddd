import { CONTROL_NUMBERS } from '@shared/domain/settings/control-numbers';
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
import '@renderer/pages/remote-service/RemoteServicePage.vue';

enableAutoUnmount(afterEach);
beforeEach(() => {
  // Without a layout every box is empty; here each control has one of its own.
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(10, 20, 30, 40));
  document.elementFromPoint = () => document.body;
});
afterEach(() => vi.restoreAllMocks());

const open = async (secondLanguage: 'it' | null = null) => {
  const { client } = fakeApp({
    app: { facts: () => Promise.resolve(factsFixture()) },
    status: { read: () => Promise.resolve(snapshotFixture(1)) },
    settings: { read: () => Promise.resolve(settingsStateFixture('1', { secondLanguage })) },
  });
  const router = createPageRouter();
  await router.push('/system/connectivity/remote-service');
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
  return app;
};
const press = async (key: string) => {
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true }),
  );
  await flushPromises();
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
      ].map((id) => CONTROL_NUMBERS[id as keyof typeof CONTROL_NUMBERS]),
    ),
  );
  expect(numbers()).not.toContain(CONTROL_NUMBERS.language);
  expect(document.body.textContent).toContain('Type a number');
  await press('F2');
  expect(numbers()).toEqual([]);
  await press('F2');
  await press('Escape');
  expect(numbers()).toEqual([]);
});

it('a typed number leads to its control, but not while somebody fills in a field', async () => {
  await open();
  await press('F2');
  await press('1');
  await press('4');
  expect(document.activeElement?.textContent).toContain('Check connection');
  document.getElementById('remoteService.serviceOrganisationId')?.focus();
  await press('1');
  await press('4');
  expect(document.activeElement?.id).toBe('remoteService.serviceOrganisationId');
});

it('the second language stands beside each label and is no part of its name', async () => {
  const app = await open('it');
  const label = app.get('label[for="remoteService.verificationCode"]');
  expect(label.text()).toBe('Verification code');
  const second = () => app.findAll('[lang=it]').map((text) => text.text());
  await vi.waitFor(() => expect(second()).not.toEqual([]));
  expect(second()).toEqual(
    expect.arrayContaining(['Codice di verifica', 'Server di licenza', 'Usa server proxy']),
  );
  expect((await open()).findAll('[lang=it]')).toEqual([]);
});
