import { enableAutoUnmount } from '@vue/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import { nextTick } from 'vue';
import { mountForSpec } from '@renderer/components/mount.fixture';
import SkeletonBlock from './SkeletonBlock.vue';

enableAutoUnmount(afterEach);
afterEach(() => vi.useRealTimers());

it('appears after 200 ms and not before', async () => {
  vi.useFakeTimers();
  const block = mountForSpec(SkeletonBlock);
  vi.advanceTimersByTime(199);
  await nextTick();
  expect(block.find('[role=status]').exists()).toBe(false);
  vi.advanceTimersByTime(1);
  await nextTick();
  expect(block.get('[role=status]').text()).toBe('Loading');
});
