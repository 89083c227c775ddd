import messages from '@shared/i18n/locales/en-GB.json' with { type: 'json' };
import { mount } from '@vue/test-utils';
import { expect, it } from 'vitest';
import { defineComponent } from 'vue';
import { createI18n } from 'vue-i18n';
import UnknownKey from './UnknownKey.fixture.vue';
import { useTranslation, type Translation } from './use-translation';

const i18n = () =>
  createI18n({ legacy: false, locale: 'en-GB', messages: { 'en-GB': messages }, missingWarn: false });

const translation = (): Translation => {
  const component = defineComponent({ setup: () => ({ words: useTranslation() }), template: '<p />' });
  return mount(component, { global: { plugins: [i18n()] } }).vm.words;
};

it('says a text with its values, in the form that the count has', () => {
  const { t } = translation();
  expect(t('page.common.attentionCount', {}, 1)).toBe('1 licence issue needs attention');
  expect(t('page.common.attentionCount', {}, 2)).toBe('2 licence issues need attention');
  expect(t('assistance.session.with', { technician: 'Ada', organisation: 'SO' })).toBe('Ada, SO');
});

it('tells which name made of data has a text', () => {
  const { hasText } = translation();
  expect(hasText('page.activity.detail.technician')).toBe(true);
  expect(hasText('page.activity.detail')).toBe(false);
  expect(hasText('page.activity.detail.no-such-name')).toBe(false);
});

it('shows a key that has no text as it is, so that it is seen', () => {
  const page = mount(UnknownKey, { global: { plugins: [i18n()] } });
  expect(page.text()).toContain('no.such.key');
});
