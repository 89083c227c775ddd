import messages from '@shared/i18n/locales/en-GB.json' with { type: 'json' };
import { mount } from '@vue/test-utils';
import type { Component } from 'vue';
import { createI18n } from 'vue-i18n';

/** Mounts into the document with the real texts; a text that is not there fails the spec. */
export const mountForSpec = (
  component: Component,
  props: Record<string, unknown> = {},
  slots: Record<string, string | Component> = {},
) => {
  const i18n = createI18n({
    legacy: false,
    locale: 'en-GB',
    messages: { 'en-GB': messages },
    missing: (_locale, key) => {
      throw new Error(`No text for ${key}`);
    },
  });
  return mount(component, { props, slots, attachTo: document.body, global: { plugins: [i18n] } });
};
