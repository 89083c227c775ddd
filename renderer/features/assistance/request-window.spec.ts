import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils';
import { createPinia } from 'pinia';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import { createI18n } from 'vue-i18n';
import { noAssistance, type AssistanceQuestion } from '@shared/domain/assistance/assistance';
import messages from '@shared/i18n/locales/en-GB.json' with { type: 'json' };
import { fakeApp } from '@renderer/bridge/app-client.fixture';
import { clientKey } from '@renderer/bridge/client';
import { snapshotFixture } from '@renderer/bridge/status.fixture';
import { useStatusStore } from '../../stores/status-store';
import RequestWindow from './RequestWindow.vue';

enableAutoUnmount(afterEach);

const START = Date.parse('2026-03-02T09:00:00Z');
const question: AssistanceQuestion = {
  ...{ requestId: 'r-1', technician: 'Ada', organisation: 'O', ticket: 'T', reason: 'R', access: 'view' },
  ...{ kind: 'session', answerBy: '2026-03-02T09:02:00Z' },
};

const open = async () => {
  const deny = vi.fn(() => Promise.resolve());
  const remoteAssistance = { ...noAssistance(true), request: question };
  const app = fakeApp({
    status: { read: () => Promise.resolve(snapshotFixture(1, { remoteAssistance })) },
    assistance: { deny },
  });
  const Root = defineComponent({
    setup: () => {
      useStatusStore().start();
      return () => h(RequestWindow);
    },
  });
  const window = mount(Root, {
    attachTo: document.body,
    global: {
      plugins: [
        createPinia(),
        createI18n({ legacy: false, locale: 'en-GB', messages: { 'en-GB': messages } }),
      ],
      provide: { [clientKey]: app.client },
    },
  });
  await flushPromises();
  return { window, deny };
};

const bringToFront = async () => {
  globalThis.window.dispatchEvent(new Event('focus'));
  await vi.advanceTimersByTimeAsync(600);
};

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['Date', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'],
    now: START,
  });
});
afterEach(() => {
  vi.useRealTimers();
});

it('shows the seconds left, and says them aloud at 60, 30 and 10 seconds only', async () => {
  const { window } = await open();
  expect(window.get('[role=timer]').text()).toBe('Denied automatically in 120 s');
  const said: string[] = [];
  for (let second = 0; second < 115; second += 1) {
    await vi.advanceTimersByTimeAsync(1000);
    const text = window.get('[role=status]').text();
    if (text !== said.at(-1)) said.push(text);
  }
  expect(said).toEqual(['', ...[60, 30, 10].map((left) => `Denied automatically in ${left} s`)]);
});

it('stands on Deny, and takes Escape for a no, once', async () => {
  const { window, deny } = await open();
  expect(document.activeElement?.textContent.trim()).toContain('Deny');
  await bringToFront();
  await window.get('[role=alertdialog]').trigger('keydown', { key: 'Escape' });
  await flushPromises();
  expect(deny).toHaveBeenCalledExactlyOnceWith({ requestId: 'r-1' });
});

it('takes no press before it has stood in front of the person, and none after it was left', async () => {
  const { window, deny } = await open();
  const buttons = () => window.findAll('button');
  const pressDeny = async () => {
    await buttons()[1]?.trigger('click');
    await flushPromises();
  };
  const areOpen = () => buttons().map((button) => button.attributes('aria-disabled') === undefined);
  globalThis.window.dispatchEvent(new Event('blur'));
  await pressDeny();
  expect(areOpen()).toEqual([false, false]);
  globalThis.window.dispatchEvent(new Event('focus'));
  await vi.advanceTimersByTimeAsync(599);
  await pressDeny();
  expect(deny).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(areOpen()).toEqual([true, true]);
  globalThis.window.dispatchEvent(new Event('blur'));
  await vi.advanceTimersByTimeAsync(100);
  expect(areOpen()).toEqual([false, false]);
  await pressDeny();
  expect(deny).not.toHaveBeenCalled();
  await bringToFront();
  await pressDeny();
  expect(deny).toHaveBeenCalledOnce();
});

it('stays open to a press while Tab passes from its last control to its first', async () => {
  const { window, deny } = await open();
  await bringToFront();
  globalThis.window.dispatchEvent(new Event('blur'));
  await vi.advanceTimersByTimeAsync(10);
  globalThis.window.dispatchEvent(new Event('focus'));
  await vi.advanceTimersByTimeAsync(100);
  await window.findAll('button')[1]?.trigger('click');
  await flushPromises();
  expect(deny).toHaveBeenCalledOnce();
});
