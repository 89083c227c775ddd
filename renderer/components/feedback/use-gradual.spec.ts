import { mount } from '@vue/test-utils';
import { expect, it, vi } from 'vitest';
import { defineComponent, h, ref } from 'vue';
import { useGradual } from './use-gradual';

it('draws the first at once and all of them soon, also those that come later', async () => {
  const items = ref(Array.from({ length: 100 }, (_, index) => index));
  const List = defineComponent({
    setup: () => {
      const shown = useGradual(() => items.value);
      return () => shown.value.map((item) => h('li', { key: item }, String(item)));
    },
  });
  const list = mount(List);
  expect(list.findAll('li').length).toBeLessThan(10);
  await vi.waitFor(() => expect(list.findAll('li')).toHaveLength(100), { timeout: 10_000 });
  items.value = [...items.value, 100, 101];
  await vi.waitFor(() => expect(list.findAll('li')).toHaveLength(102), { timeout: 10_000 });
  list.unmount();
});
