import { enableAutoUnmount } from '@vue/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import { licenceServerFixture } from '@renderer/bridge/status.fixture';
import { openPage, type PageWorld } from '../../pages/page.fixture';
// The router loads them on demand; here they are loaded before the clock of the first test runs.
import '@renderer/pages/overview/OverviewPage.vue';
import '@renderer/pages/remote-service/RemoteServicePage.vue';

enableAutoUnmount(afterEach);

const REGION = 'Unable to update licence on:';
const hall = licenceServerFixture({
  id: 'hall',
  name: 'Hall 1',
  state: 'failing',
  reason: 'access-denied',
  sequence: null,
  tries: 2,
  nextTry: new Date(Date.now() + 4.5 * 60_000).toISOString(),
});
const far = licenceServerFixture({
  id: 'far',
  name: 'Far away',
  kind: 'remote',
  path: '',
  state: 'waiting-for-operator',
});
const open = (world: Partial<PageWorld> = {}) =>
  openPage({ path: '/system/connectivity/remote-service', ...world });
const regions = () =>
  [...document.querySelectorAll('section')].filter(({ textContent }) => textContent.includes(REGION));

it.each(['/', '/system/connectivity/remote-service'])(
  'stands on %s only while it holds something',
  async (path) => {
    const { emitStatus } = await open({ path, status: { licenceServers: [licenceServerFixture(), hall] } });
    expect(regions()).toHaveLength(1);
    expect(regions()[0]?.querySelectorAll('.item')).toHaveLength(1);
    await emitStatus(2, {
      licenceServers: [licenceServerFixture(), { ...hall, state: 'copied-by-hand', reason: null }],
    });
    expect(regions()).toHaveLength(0);
  },
);

it('says why, since when and when it is tried next', async () => {
  const { text } = await open({ status: { licenceServers: [hall] } });
  expect(text()).toContain('The account that runs Print ORS Service has no access to the licence folder.');
  expect(text()).toMatch(/Since 2 Mar 2026, .* Next attempt in 4 minutes\./);
});

it('keeps its row while the server is tried again', async () => {
  const { button, emitStatus, app, press } = await open({
    status: { licenceServers: [hall] },
    handlers: { licence: { tryAgain: () => Promise.resolve() } },
  });
  await press(button('Try again for Hall 1'));
  expect(app.argumentsOf('licence.tryAgain')).toEqual([{ licenceServerId: 'hall' }]);
  await emitStatus(2, { licenceServers: [{ ...hall, state: 'installing' }] });
  expect(button('Try again for Hall 1')).toBeDefined();
});

it('lists a remote server without a folder by design, without a try that could not help', async () => {
  const { button, text } = await open({ status: { licenceServers: [far] } });
  expect(text()).toContain('There is no shared folder, so you copy the licence manually');
  expect(() => button('Try again for Far away')).toThrow();
  expect(button('Save licence file for Far away')).toBeDefined();
});

it('saves the file of the server, and tells quietly where', async () => {
  const saveFile = vi.fn(() => Promise.resolve({ savedAs: 'prismadirect.lic' }));
  const { button, press } = await open({
    status: { licenceServers: [hall] },
    handlers: { licence: { saveFile } },
  });
  await press(button('Save licence file for Hall 1'));
  expect(saveFile).toHaveBeenCalledWith({ licenceServerId: 'hall' });
});

it('cannot save or mark what has not come yet, and says so', async () => {
  const { button, press, app } = await open({ status: { newestLicence: null, licenceServers: [hall] } });
  for (const name of ['Save licence file for Hall 1', 'Mark as copied for Hall 1']) {
    expect(button(name).getAttribute('aria-disabled')).toBe('true');
    expect(button(name).title).toBe('There is no licence package yet.');
    await press(button(name));
  }
  expect(app.argumentsOf('licence.saveFile')).toEqual([]);
});

it('marks as copied after a question', async () => {
  const markAsCopied = vi.fn(() => Promise.resolve());
  const { button, press, text } = await open({
    status: { licenceServers: [far] },
    handlers: { licence: { markAsCopied } },
  });
  await press(button('Mark as copied for Far away'));
  expect(markAsCopied).not.toHaveBeenCalled();
  expect(text()).toContain('Was the licence copied to Far away?');
  await press(button('Mark as copied'));
  expect(markAsCopied).toHaveBeenCalledWith({ licenceServerId: 'far' });
});

it('tries all again and saves all files at once, and folds what is above five', async () => {
  const all = Array.from({ length: 7 }, (_no, index) => ({
    ...hall,
    id: `h${index}`,
    name: `Hall ${index}`,
  }));
  const { app, button, page, press } = await open({
    status: { licenceServers: [...all, far] },
    handlers: {
      licence: {
        tryAgain: () => Promise.resolve(),
        saveFiles: () => Promise.resolve({ savedAs: 'stick' }),
      },
    },
  });
  expect(page.findAll('.item')).toHaveLength(5);
  expect(page.get('.others > summary').text()).toBe('3 more licence servers');
  await press(button('Try all again'));
  expect(app.argumentsOf('licence.tryAgain')).toEqual(all.map(({ id }) => ({ licenceServerId: id })));
  await press(button('Save all files'));
  expect(app.argumentsOf('licence.saveFiles')).toMatchObject([
    { servers: [...all, far].map(({ id, name }) => ({ id, name })) },
  ]);
  page.get<HTMLDetailsElement>('.others').element.open = true;
  await page.get('.others').trigger('toggle');
  expect(page.findAll('.item')).toHaveLength(8);
});

it('offers nothing for all where there is one', async () => {
  const { button } = await open({ status: { licenceServers: [hall] } });
  for (const name of ['Try all again', 'Save all files']) expect(() => button(name)).toThrow();
});
