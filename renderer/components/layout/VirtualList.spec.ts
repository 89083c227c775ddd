import { enableAutoUnmount } from '@vue/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { mountForSpec } from '@renderer/components/mount.fixture';
import VirtualList from './VirtualList.vue';

enableAutoUnmount(afterEach);
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
});
afterEach(() => vi.restoreAllMocks());

const items = Array.from({ length: 10_000 }, (_, index) => ({ id: `entry-${index}` }));
const open = () =>
  mountForSpec(
    VirtualList,
    { label: 'Activity', items, itemKey: (item: { id: string }) => item.id, rowHeight: 2.5 },
    { default: '<template #default="{ item }"><button>{{ item.id }}</button></template>' },
  );
const scrollTo = async (list: ReturnType<typeof open>, top: number) => {
  (list.element as HTMLElement).scrollTop = top;
  await list.trigger('scroll');
};
const texts = (list: ReturnType<typeof open>) => list.findAll('[role=listitem]').map((row) => row.text());

it('draws fewer than 60 of 10,000 rows', () => {
  const list = open();
  expect(list.attributes()).toMatchObject({ role: 'list', 'aria-label': 'Activity', tabindex: '0' });
  expect(texts(list)[0]).toBe('entry-0');
  expect(texts(list).length).toBeGreaterThan(14);
  expect(texts(list).length).toBeLessThan(60);
});

it('tells each row its place among all', () => {
  const row = open().get('[role=listitem]:nth-child(3)');
  expect(row.attributes()).toMatchObject({ 'aria-setsize': '10000', 'aria-posinset': '3' });
});

it('draws what is in sight after a scroll to the end', async () => {
  const list = open();
  await scrollTo(list, 10_000 * 40 - 600);
  expect(texts(list)).toContain('entry-9999');
  expect(texts(list)).not.toContain('entry-0');
  expect(texts(list).length).toBeLessThan(60);
  expect(list.emitted('nearEnd')).toHaveLength(1);
});

it('keeps the row that has the focus when it scrolls out of sight', async () => {
  const list = open();
  const button = list.get('[role=listitem]:nth-child(2) button').element as HTMLElement;
  button.focus();
  await scrollTo(list, 200_000);
  expect(document.activeElement).toBe(button);
  button.blur();
  await scrollTo(list, 200_040);
  expect(texts(list)).not.toContain('entry-1');
});

it('does not run past a list that has become shorter', async () => {
  const list = open();
  await scrollTo(list, 200_000);
  await list.setProps({ items: items.slice(0, 3) });
  expect(texts(list)).toContain('entry-2');
});
