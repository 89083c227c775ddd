import { enableAutoUnmount } from '@vue/test-utils';
import { afterEach, expect, it } from 'vitest';
import { mountForSpec } from '@renderer/components/mount.fixture';
import TextField from './TextField.vue';

enableAutoUnmount(afterEach);

const description = (input: Element) =>
  (input.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent.trim());

it('is named by its visible label and passes on what is typed', async () => {
  const field = mountForSpec(TextField, { label: 'Proxy URL', modelValue: 'a' });
  const input = field.get('input');
  expect(field.get('label').attributes('for')).toBe(input.attributes('id'));
  expect(field.get('label').text()).toBe('Proxy URL');
  await input.setValue('proxy:8080');
  expect(field.emitted('update:modelValue')).toEqual([['proxy:8080']]);
});

it('is described by its error first, then its help, and says that it is invalid', () => {
  const field = mountForSpec(TextField, {
    label: 'Proxy URL',
    help: 'Host and port.',
    error: 'The port is missing.',
  });
  expect(field.get('input').attributes('aria-invalid')).toBe('true');
  expect(description(field.get('input').element)).toEqual(['The port is missing.', 'Host and port.']);
});

it('has no description and is not invalid without help or error', () => {
  const input = mountForSpec(TextField, { label: 'Proxy URL' }).get('input');
  expect(input.attributes('aria-describedby')).toBeUndefined();
  expect(input.attributes('aria-invalid')).toBeUndefined();
});

it('cannot be edited while locked, and says by whom', () => {
  const field = mountForSpec(TextField, { label: 'Proxy URL', lockedBy: "your organisation's policy" });
  expect(field.get('input').element.readOnly).toBe(true);
  expect(description(field.get('input').element)).toEqual([
    "Set by your organisation's policy. You cannot change it here.",
  ]);
});

it('takes a given id, so that an error summary can lead to it', () => {
  expect(mountForSpec(TextField, { label: 'Proxy URL', id: 'proxy-url' }).get('input').attributes('id')).toBe(
    'proxy-url',
  );
});
