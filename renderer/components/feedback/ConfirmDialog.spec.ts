import { enableAutoUnmount } from '@vue/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import ConfirmDialog from './ConfirmDialog.vue';
import { mountForSpec } from '@renderer/components/mount.fixture';

enableAutoUnmount(afterEach);

const props = {
  open: true,
  title: 'Remove Printroom North?',
  message: 'The installed file stays.',
  confirmLabel: 'Remove',
};
const box = () => {
  const found = document.querySelector<HTMLElement>('[role=alertdialog]');
  if (found === null) throw new Error('No dialog');
  return found;
};
const button = (name: string) =>
  [...box().querySelectorAll('button')].find((each) => each.textContent.trim() === name);
const focused = () => document.activeElement?.textContent.trim();

it('asks by name and description, with the focus on the safe answer', async () => {
  mountForSpec(ConfirmDialog, props);
  await vi.waitFor(() => expect(focused()).toBe('Cancel'));
  expect(document.getElementById(box().getAttribute('aria-labelledby') ?? '')?.textContent).toBe(props.title);
  expect(document.getElementById(box().getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    props.message,
  );
});

it('confirms without closing itself: the page closes it when the deed is done', async () => {
  const dialog = mountForSpec(ConfirmDialog, props);
  await vi.waitFor(() => expect(focused()).toBe('Cancel'));
  button('Remove')?.click();
  expect(dialog.emitted('confirm')).toHaveLength(1);
  expect(dialog.emitted('update:open')).toBeUndefined();
});

it.each(['click on Cancel', 'Esc'])('takes %s as the safe answer', async (way) => {
  const dialog = mountForSpec(ConfirmDialog, props);
  await vi.waitFor(() => expect(focused()).toBe('Cancel'));
  if (way === 'Esc') box().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  else button('Cancel')?.click();
  expect(dialog.emitted('update:open')).toEqual([[false]]);
  expect(dialog.emitted('cancel')).toHaveLength(1);
  expect(dialog.emitted('confirm')).toBeUndefined();
});

it('stays while busy', async () => {
  const dialog = mountForSpec(ConfirmDialog, { ...props, busy: true });
  await vi.waitFor(() => expect(box().contains(document.activeElement)).toBe(true));
  box().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  expect(dialog.emitted('update:open')).toBeUndefined();
});
