import { enableAutoUnmount } from '@vue/test-utils';
import { afterEach, expect, it } from 'vitest';
import { mountForSpec } from '@renderer/components/mount.fixture';
import SaveBar from './SaveBar.vue';

enableAutoUnmount(afterEach);

const open = (props: Record<string, unknown>) => {
  const bar = mountForSpec(SaveBar, props);
  const button = (name: string) => {
    const found = bar.findAll('button').find((each) => each.text().startsWith(name));
    if (found === undefined) throw new Error(`No button ${name}`);
    return found;
  };
  return { bar, button };
};

it('does nothing until something has changed', async () => {
  const { bar, button } = open({
    changed: false,
    consequence: 'When you save, Print ORS Service reconnects to the back office.',
  });
  for (const name of ['Save', 'Cancel']) {
    expect(button(name).attributes('aria-disabled')).toBe('true');
    await button(name).trigger('click');
  }
  expect(bar.emitted()).not.toHaveProperty('save');
  expect(bar.emitted()).not.toHaveProperty('cancel');
  expect(bar.text()).not.toContain('reconnects');
});

it('says what saving will cause, and tells Save and Cancel apart', async () => {
  const { bar, button } = open({
    changed: true,
    consequence: 'When you save, Print ORS Service reconnects to the back office.',
  });
  expect(bar.get('[role=status]').text()).toBe(
    'When you save, Print ORS Service reconnects to the back office.',
  );
  await button('Save').trigger('click');
  expect(bar.emitted('save')).toHaveLength(1);
  expect(bar.emitted('cancel')).toBeUndefined();
  await button('Cancel').trigger('click');
  expect(bar.emitted('cancel')).toHaveLength(1);
});

it('saves once while it is busy', async () => {
  const { bar, button } = open({ changed: true, busy: true });
  await button('Save').trigger('click');
  await button('Cancel').trigger('click');
  expect(bar.emitted('save')).toBeUndefined();
  expect(bar.emitted('cancel')).toBeUndefined();
});

it('names the fields to correct and leads to them', async () => {
  document.body.insertAdjacentElement(
    'beforeend',
    Object.assign(document.createElement('input'), { id: 'proxy-url' }),
  );
  const { bar, button } = open({ changed: true, errors: [{ id: 'proxy-url', label: 'Proxy URL' }] });
  expect(bar.get('[role=alert]').text()).toContain('Proxy URL');
  await button('Proxy URL').trigger('click');
  expect(document.activeElement?.id).toBe('proxy-url');
});
