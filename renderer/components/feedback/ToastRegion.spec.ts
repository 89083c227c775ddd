import { enableAutoUnmount } from '@vue/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { nextTick } from 'vue';
import { mountForSpec } from '@renderer/components/mount.fixture';
import { clearQuietMessage, sayQuietly } from './quiet-message';
import ToastRegion from './ToastRegion.vue';

enableAutoUnmount(afterEach);
beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  clearQuietMessage();
  vi.useRealTimers();
});

it('says a success politely, then it is gone', async () => {
  const region = mountForSpec(ToastRegion);
  expect(region.attributes('aria-live')).toBe('polite');
  sayQuietly('The settings are saved.');
  await nextTick();
  expect(region.text()).toBe('The settings are saved.');
  vi.advanceTimersByTime(6_000);
  await nextTick();
  expect(region.text()).toBe('');
});

it('gives a second message its full time', async () => {
  const region = mountForSpec(ToastRegion);
  sayQuietly('First.');
  await nextTick();
  vi.advanceTimersByTime(5_000);
  sayQuietly('Second.');
  await nextTick();
  vi.advanceTimersByTime(5_000);
  await nextTick();
  expect(region.text()).toBe('Second.');
});
