import { enableAutoUnmount } from '@vue/test-utils';
import { afterEach, expect, it } from 'vitest';
import AppButton from './AppButton.vue';
import { mountForSpec } from '@renderer/components/mount.fixture';

enableAutoUnmount(afterEach);

it('tells its click once', async () => {
  const button = mountForSpec(AppButton, {}, { default: 'Save' });
  await button.trigger('click');
  expect(button.emitted('click')).toHaveLength(1);
});

it('stays reachable while disabled with a reason, gives the reason and does nothing', async () => {
  const button = mountForSpec(
    AppButton,
    { disabled: true, disabledReason: 'The service is stopped.' },
    { default: 'Save' },
  );
  expect(button.attributes('disabled')).toBeUndefined();
  expect(button.attributes('aria-disabled')).toBe('true');
  expect(document.getElementById(button.attributes('aria-describedby') ?? '')?.textContent).toBe(
    'The service is stopped.',
  );
  await button.trigger('click');
  expect(button.emitted('click')).toBeUndefined();
});

it('takes no second press while busy', async () => {
  const button = mountForSpec(AppButton, { busy: true }, { default: 'Save' });
  await button.trigger('click');
  expect(button.attributes('aria-busy')).toBe('true');
  expect(button.emitted('click')).toBeUndefined();
});
