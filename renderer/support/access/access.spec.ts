import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils';
import { createPinia } from 'pinia';
import { createI18n } from 'vue-i18n';
import { afterEach, expect, it } from 'vitest';
import messages from '@shared/i18n/locales/en-GB.json' with { type: 'json' };
import App from '@renderer/app/App.vue';
import { fakeApp } from '@renderer/bridge/app-client.fixture';
import { clientKey } from '@renderer/bridge/client';
import { createPageRouter } from '@renderer/app/router';
import { factsFixture } from '@renderer/bridge/status.fixture';
import { openPage } from '@renderer/pages/page.fixture';
import { useFactsStore } from '@renderer/stores/facts-store';
import '@renderer/pages/remote-service/RemoteServicePage.vue';

enableAutoUnmount(afterEach);

const group = 'remote-service-operators';

it('shows who may only look every value, and lets nothing of it be changed', async () => {
  const { field, text, page } = await openPage({
    path: '/system/connectivity/remote-service',
    facts: { access: { may: 'look', group } },
  });
  expect(text()).toContain('You have view-only access');
  expect(text()).toContain(group);
  expect(field('Service organisation ID').value).toBe('SO-2001');
  for (const control of page.findAll('form fieldset input, form fieldset [role=switch]')) {
    expect(control.element.matches('fieldset:disabled *'), control.html()).toBe(true);
  }
  expect(page.findAll('button').map((button) => button.text())).not.toContain('Save');
});

it('lets an operator change, without a word', async () => {
  const { text, page } = await openPage({ path: '/system/connectivity/remote-service' });
  expect(text()).not.toContain('You have view-only access');
  expect(page.get('form fieldset').attributes()).not.toHaveProperty('disabled');
});

const openApp = async (may: 'look' | 'nothing', path: string) => {
  const client = fakeApp({ app: { facts: () => Promise.resolve(factsFixture({ access: { may, group } })) } });
  const router = createPageRouter();
  await router.push(path);
  const app = mount(App, {
    global: {
      plugins: [
        createPinia(),
        createI18n({ legacy: false, locale: 'en-GB', messages: { 'en-GB': messages } }),
        router,
      ],
      provide: { [clientKey]: client.client },
    },
  });
  useFactsStore().start();
  await flushPromises();
  return app;
};

it('tells an account that is not answered which group it lacks, wherever the service would have to answer', async () => {
  const app = await openApp('nothing', '/');
  expect(app.get('main').text()).toContain('You do not have access to this installation');
  expect(app.get('main').text()).toContain(group);
  expect(app.get('h1').text()).toBe('Overview');
  for (const path of ['/about', '/system/service-settings/services']) {
    const open = await openApp('nothing', path);
    expect(open.get('main').text()).not.toContain('You do not have access');
  }
});
