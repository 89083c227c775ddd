import { enableAutoUnmount } from '@vue/test-utils';
import { afterEach, expect, it } from 'vitest';
import { mountForSpec } from '@renderer/components/mount.fixture';
import SecretField from './SecretField.vue';

enableAutoUnmount(afterEach);

it('conceals until Show is pressed, and again after Hide', async () => {
  const field = mountForSpec(SecretField, { label: 'Verification code', modelValue: 'VC-77' });
  const input = field.get('input');
  const button = field.get('button');
  expect(input.attributes('type')).toBe('password');
  expect(button.text()).toBe('Show');
  await button.trigger('click');
  expect(input.attributes('type')).toBe('text');
  expect(button.text()).toBe('Hide');
  await button.trigger('click');
  expect(input.attributes('type')).toBe('password');
});

it('says that a value is set without having it, and has nothing to show', async () => {
  const field = mountForSpec(SecretField, { label: 'Verification code', modelValue: '', stored: true });
  expect(field.get('input').attributes('placeholder')).toBe('Set. Type to replace it.');
  expect(field.get('input').element.value).toBe('');
  expect(field.get('button').attributes('aria-disabled')).toBe('true');
  await field.get('button').trigger('click');
  expect(field.get('input').attributes('type')).toBe('password');
});

it('conceals again once it is emptied, so that the next value does not appear in the open', async () => {
  const field = mountForSpec(SecretField, { label: 'Verification code', modelValue: 'VC-77' });
  await field.get('button').trigger('click');
  await field.setProps({ modelValue: '' });
  await field.setProps({ modelValue: 'V' });
  expect(field.get('input').attributes('type')).toBe('password');
});
