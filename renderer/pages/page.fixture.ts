import type { SettingsState } from '@shared/domain/settings/settings-state';
import type { AppHandlers, AppFacts } from '@shared/contract/page/page-contract';
import type { Status } from '@shared/domain/status/status';
import { wholeStatus } from '@shared/domain/status/status-change';
import { loadMessages } from '@shared/i18n/messages';
import type { Locale } from '@shared/domain/settings/locales';
import { flushPromises, mount } from '@vue/test-utils';
import { createPinia } from 'pinia';
import { defineComponent, h } from 'vue';
import { createI18n } from 'vue-i18n';
import { createMemoryHistory, createRouter, RouterView } from 'vue-router';
import { fakeApp } from '@renderer/bridge/app-client.fixture';
import { clientKey } from '@renderer/bridge/client';
import { createPageRouter } from '../app/router';
import { factsFixture, settingsStateFixture, snapshotFixture } from '@renderer/bridge/status.fixture';
import { useFactsStore } from '../stores/facts-store';
import { useSettingsStore } from '../stores/settings-store';
import { useStatusStore } from '../stores/status-store';

type Partly<T> = { [D in keyof T]?: Partial<T[D]> };

export interface PageWorld {
  path: string;
  status?: Partial<Status>;
  settings?: SettingsState;
  facts?: Partial<AppFacts>;
  handlers?: Partly<AppHandlers>;
  locale?: Locale;
}

const isElement = (element: Element): element is HTMLElement => element instanceof HTMLElement;
const shownTextOf = (element: Element) => {
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[hidden]')) hidden.remove();
  return copy.textContent;
};
const nameOf = (element: Element) =>
  (element.getAttribute('aria-label') ?? shownTextOf(element)).trim().replaceAll(/\s+/g, ' ');

/** A page in its router, joined to an app in memory; what it holds is found by the names that a person sees. */
export const openPage = async ({
  path,
  status,
  settings,
  facts,
  handlers = {},
  locale = 'en-GB',
}: PageWorld) => {
  const app = fakeApp({
    ...handlers,
    app: { facts: () => Promise.resolve(factsFixture(facts)), ...handlers.app },
    status: { read: () => Promise.resolve(snapshotFixture(1, status)), ...handlers.status },
    settings: {
      read: () => Promise.resolve(settings ?? settingsStateFixture('1')),
      ...handlers.settings,
    },
  });
  const i18n = createI18n({
    legacy: false,
    locale,
    messages: { [locale]: await loadMessages(locale) },
    missing: (_locale, key) => {
      throw new Error(`No text for ${key}`);
    },
  });
  const router = createRouter({
    history: createMemoryHistory(),
    routes: createPageRouter().options.routes,
  });
  const pinia = createPinia();
  const Root = defineComponent({
    setup: () => {
      useFactsStore().start();
      useStatusStore().start();
      useSettingsStore().start();
      return () => h(RouterView);
    },
  });
  await router.push(path);
  const page = mount(Root, {
    attachTo: document.body,
    global: { plugins: [pinia, i18n, router], provide: { [clientKey]: app.client } },
  });
  await flushPromises();

  const all = (selector: string) => [...document.querySelectorAll(selector)].filter(isElement);
  const named = (selector: string, name: string) => {
    const found = all(selector).find((element) => nameOf(element) === name);
    if (found === undefined) {
      throw new Error(`No ${selector} named ${name}; there are: ${all(selector).map(nameOf).join(', ')}`);
    }
    return found;
  };
  return {
    app,
    page,
    router,
    text: () => document.body.textContent.replaceAll(/\s+/g, ' '),
    button: (name: string) => named('button', name),
    link: (name: string) => named('a', name),
    field: (label: string) => {
      const id = named('label', label).getAttribute('for') ?? '';
      const control = document.getElementById(id);
      if (!(control instanceof HTMLInputElement)) throw new Error(`${label} is no text field`);
      return control;
    },
    type: async (control: HTMLInputElement, value: string) => {
      control.focus();
      control.value = value;
      control.dispatchEvent(new Event('input', { bubbles: true }));
      control.dispatchEvent(new Event('change', { bubbles: true }));
      await flushPromises();
    },
    press: async (control: HTMLElement) => {
      control.click();
      await flushPromises();
    },
    emitStatus: async (rev: number, change: Partial<Status>) => {
      app.emit('status', 'changed', wholeStatus(snapshotFixture(rev, change)));
      await flushPromises();
    },
  };
};
