import { enableAutoUnmount } from '@vue/test-utils';
import { afterEach, expect, it } from 'vitest';
import type { AssistanceRecord } from '@shared/domain/assistance/assistance';
import { openPage, type PageWorld } from '@renderer/pages/page.fixture';
import '@renderer/pages/remote-service/RemoteServicePage.vue';

enableAutoUnmount(afterEach);

const record = (requestId: string, technician: string): AssistanceRecord => ({
  ...{ requestId, technician, organisation: 'Druckhaus', ticket: 'T-1', reason: 'Colours', access: 'view' },
  ...{ requestedAt: '2026-03-02T09:00:00Z', answer: 'allowed', answeredBy: 'Erika' },
  ...{ startedAt: '2026-03-02T09:01:00Z', endedAt: '2026-03-02T09:03:05Z', endedBy: 'customer' },
});

const open = async (world: Partial<PageWorld> = {}) => {
  const history = () =>
    Promise.resolve({ records: [record('1', 'Ada Lovelace'), record('2', '<b>Grace</b>')], total: 2 });
  const page = await openPage({
    path: '/system/connectivity/remote-service',
    ...world,
    handlers: { assistance: { history }, ...world.handlers },
  });
  const tab = [...document.querySelectorAll<HTMLElement>('[role=tab]')].at(-1);
  if (tab === undefined) throw new Error('no tabs');
  tab.focus();
  await page.press(tab);
  return page;
};

const linkOf = (words: string) =>
  [...document.querySelectorAll('a')]
    .find(({ textContent }) => textContent.trim() === words)
    ?.getAttribute('href');

it('leads from each precondition that is not met to where it is put right', async () => {
  await open();
  expect(linkOf('Go to Check connection')).toContain('field=checkConnection');
});

it('filters the history, and shows its texts as text', async () => {
  const { field, type, text } = await open();
  expect(text()).toContain('<b>Grace</b>');
  expect(text()).toContain('2:05');
  await type(field('Filter sessions'), 'ada');
  expect(text()).toContain('Ada Lovelace');
  expect(text()).not.toContain('Grace');
});

it('lets a person choose how long the history is kept, six months at the least', async () => {
  await open();
  const choice = document.getElementById('remoteAssistance.historyMonths') as HTMLSelectElement;
  expect([...choice.options].map(({ value }) => Number(value))).toEqual([6, 12, 24, 36, 60, 120]);
  expect(choice.value).toBe('12');
});
