import type { SaveResult } from '@shared/domain/settings/settings-state';
import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import { settingsStateFixture } from '@renderer/bridge/status.fixture';
import { openPage, type PageWorld } from '../page.fixture';
// The router loads them on demand; here they are loaded before the clock of the first test runs.
import '@renderer/pages/about/AboutPage.vue';
import './RemoteServicePage.vue';

enableAutoUnmount(afterEach);

const path = '/system/connectivity/remote-service';
const open = (world: Partial<PageWorld> = {}) => openPage({ path, ...world });

it('saves with Enter', async () => {
  const save = vi.fn(() => Promise.resolve({ saved: true as const, state: settingsStateFixture('2') }));
  const { field, type, page } = await open({ handlers: { settings: { save } } });
  await page.get('form').trigger('submit');
  expect(save).not.toHaveBeenCalled();
  await type(field('Service organisation ID'), 'SO-3');
  await page.get('form').trigger('submit');
  await flushPromises();
  expect(save).toHaveBeenCalledOnce();
});

it('asks before a draft is lost on the way to another page', async () => {
  const { button, field, press, type, router } = await open();
  await type(field('Service organisation ID'), 'SO-3');
  const first = router.push('/about');
  await flushPromises();
  await press(button('Keep editing'));
  await first;
  expect(router.currentRoute.value.path).toBe(path);
  expect(field('Service organisation ID').value).toBe('SO-3');

  const second = router.push('/about');
  await flushPromises();
  await press(button('Discard'));
  await second;
  expect(router.currentRoute.value.path).toBe('/about');
});

it('saves first where the question is answered so, and stays where the draft cannot be saved', async () => {
  const problem = {
    path: 'remoteService.serviceOrganisationId',
    code: 'setting-required' as const,
    params: {},
  };
  const save = vi
    .fn<() => Promise<SaveResult>>()
    .mockResolvedValueOnce({ saved: false, problems: [problem] })
    .mockResolvedValue({ saved: true, state: settingsStateFixture('2') });
  const { field, press, type, router } = await open({ handlers: { settings: { save } } });
  const saveFirst = () => {
    const buttons = [...document.querySelectorAll<HTMLElement>('[role=alertdialog] button')];
    const [found] = buttons.filter(({ textContent }) => textContent.trim() === 'Save');
    if (found === undefined) throw new Error('The question has no such answer');
    return found;
  };
  await type(field('Service organisation ID'), 'SO-3');
  const first = router.push('/about');
  await flushPromises();
  await press(saveFirst());
  await first;
  expect(router.currentRoute.value.path).toBe(path);
  expect(document.activeElement).toBe(field('Service organisation ID'));
  await type(field('Service organisation ID'), 'SO-4');
  const second = router.push('/about');
  await flushPromises();
  await press(saveFirst());
  await second;
  expect(router.currentRoute.value.path).toBe('/about');
  expect(save).toHaveBeenCalledTimes(2);
});

it('saves with Ctrl+S from any field', async () => {
  const { app, field, type } = await open();
  await type(field('Service organisation ID'), 'SO-3');
  const event = new KeyboardEvent('keydown', { key: 's', ctrlKey: true, bubbles: true, cancelable: true });
  field('Service organisation ID').dispatchEvent(event);
  await flushPromises();
  expect(event.defaultPrevented).toBe(true);
  expect(app.argumentsOf('settings.save')).toHaveLength(1);
});

it('asks on Esc too, and only when something was changed', async () => {
  const { button, field, press, type } = await open();
  const escape = () =>
    field('Service organisation ID').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }),
    );
  escape();
  await flushPromises();
  expect(document.querySelector('[role=alertdialog]')).toBeNull();
  await type(field('Service organisation ID'), 'SO-3');
  escape();
  await flushPromises();
  await press(button('Discard'));
  expect(field('Service organisation ID').value).toBe('SO-2001');
});

it('offers both ways when the settings change elsewhere', async () => {
  const { app, button, field, press, type, text } = await open();
  await type(field('Service organisation ID'), 'SO-3');
  app.emit('settings', 'changed', settingsStateFixture('2', { language: 'it' }));
  await flushPromises();
  expect(text()).toContain('changed the settings while you were editing');
  expect(button('Take new settings')).toBeDefined();
  await press(button('Keep editing'));
  expect(field('Service organisation ID').value).toBe('SO-3');
  expect(text()).not.toContain('changed the settings while you were editing');
});
