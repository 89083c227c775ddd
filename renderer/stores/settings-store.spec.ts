import { AppError } from '@shared/errors/app-error';
import type { SettingsState } from '@shared/domain/settings/settings-state';
import type { AppHandlers } from '@shared/contract/page/page-contract';
import { expect, it, vi } from 'vitest';
import { fakeApp } from '@renderer/bridge/app-client.fixture';
import { settingsFixture, settingsStateFixture } from '@renderer/bridge/status.fixture';
import { useSettingsStore } from './settings-store';
import { storesOf } from './store-app.fixture';

type Save = AppHandlers['settings']['save'];

const identity = (serviceOrganisationId: string) => ({
  remoteService: { ...settingsFixture().remoteService, serviceOrganisationId },
});
const begin = async (save: Save = () => Promise.reject(new AppError('settings-locked'))) => {
  let current = settingsStateFixture('1');
  const app = fakeApp({ settings: { read: () => Promise.resolve(current), save } });
  const store = useSettingsStore(storesOf(app));
  store.start();
  await vi.waitFor(() => expect(store.draft).not.toBeNull());
  return {
    app,
    store,
    elsewhere: (state: SettingsState) => {
      current = state;
      app.emit('settings', 'changed', state);
    },
    answerWith: (state: SettingsState) => (current = state),
  };
};
const draftOf = (store: ReturnType<typeof useSettingsStore>) => {
  if (store.draft === null) throw new Error('No draft');
  return store.draft;
};

it('checks while typing and says what saving will cause', async () => {
  const { store } = await begin();
  expect(store.isChanged).toBe(false);
  draftOf(store).remoteService.serviceOrganisationId = 'SO-3';
  expect(store.isChanged).toBe(true);
  expect(store.consequences).toEqual(['registers-again']);
  draftOf(store).proxy.mode = 'manual';
  expect(store.problems.map(({ path }) => path)).toEqual(['proxy.url']);
});

it('saves from its revision and goes on with what was read again, without the secret', async () => {
  const asked: unknown[] = [];
  const saved = settingsStateFixture('2', identity('SO-3'));
  const { store, app } = await begin((arg) => {
    asked.push(arg);
    return Promise.resolve({ saved: true, state: saved });
  });
  draftOf(store).remoteService.serviceOrganisationId = 'SO-3';
  draftOf(store).remoteService.verificationCode = { action: 'set', value: 'canary-code' };
  const saving = store.save();
  app.emit('settings', 'changed', saved);
  expect(await saving).toBe('saved');
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({
    revision: '1',
    draft: { remoteService: { verificationCode: { action: 'set', value: 'canary-code' } } },
  });
  expect(store.isChanged).toBe(false);
  expect(store.incoming).toBeNull();
  expect(JSON.stringify([store.draft, store.state])).not.toContain('canary-code');
});

it('keeps the draft when a save fails, and the problems when it is refused', async () => {
  const { store } = await begin();
  draftOf(store).remoteService.serviceOrganisationId = 'SO-3';
  expect(await store.save()).toBe('failed');
  expect(store.failure?.code).toBe('settings-locked');
  expect(draftOf(store).remoteService.serviceOrganisationId).toBe('SO-3');

  const refusing = await begin(() =>
    Promise.resolve({
      saved: false,
      problems: [{ path: 'proxy.url', code: 'proxy-url-invalid', params: {} }],
    }),
  );
  draftOf(refusing.store).remoteService.serviceOrganisationId = 'SO-3';
  expect(await refusing.store.save()).toBe('refused');
  expect(refusing.store.problems.map(({ code }) => code)).toEqual(['proxy-url-invalid']);
  draftOf(refusing.store).remoteService.serviceOrganisationId = 'SO-4';
  await vi.waitFor(() => expect(refusing.store.problems).toEqual([]));
});

it('follows changes from elsewhere while nothing is being edited', async () => {
  const { store, elsewhere } = await begin();
  elsewhere(settingsStateFixture('2', identity('SO-9')));
  expect(draftOf(store).remoteService.serviceOrganisationId).toBe('SO-9');
  expect(store.incoming).toBeNull();
});

it('asks when they change under an open draft: keep editing puts the edits on top', async () => {
  const { store, elsewhere } = await begin();
  draftOf(store).remoteService.enabled = false;
  elsewhere(settingsStateFixture('2', identity('SO-9')));
  expect(store.incoming?.revision).toBe('2');
  expect(draftOf(store).remoteService.serviceOrganisationId).toBe('SO-2001');
  store.keepEditing();
  expect(store.incoming).toBeNull();
  expect(store.state?.revision).toBe('2');
  expect(draftOf(store).remoteService).toMatchObject({ enabled: false, serviceOrganisationId: 'SO-9' });
});

it('asks when they change under an open draft: taking the new ones drops the edits', async () => {
  const { store, elsewhere } = await begin();
  draftOf(store).remoteService.enabled = false;
  elsewhere(settingsStateFixture('2', identity('SO-9')));
  store.takeIncoming();
  expect(draftOf(store).remoteService).toMatchObject({ enabled: true, serviceOrganisationId: 'SO-9' });
  expect(store.isChanged).toBe(false);
});

it('turns a save from an outdated draft into that question', async () => {
  const { store, answerWith } = await begin(() => Promise.reject(new AppError('settings-changed-meanwhile')));
  draftOf(store).remoteService.enabled = false;
  answerWith(settingsStateFixture('7', identity('SO-9')));
  expect(await store.save()).toBe('failed');
  expect(store.failure).toBeNull();
  expect(store.incoming?.revision).toBe('7');
  expect(draftOf(store).remoteService.enabled).toBe(false);
});

it('saves the language at once', async () => {
  const { store, app } = await begin(({ draft }) =>
    Promise.resolve({ saved: true, state: settingsStateFixture('2', { language: draft.language }) }),
  );
  expect(await store.change((draft) => ({ ...draft, language: 'it' }))).toBeNull();
  expect(app.argumentsOf('settings.save')).toMatchObject([{ revision: '1', draft: { language: 'it' } }]);
  expect(store.state?.settings.language).toBe('it');
});

it('keeps what is being edited when one setting is saved at once', async () => {
  const { store } = await begin(({ draft }) =>
    Promise.resolve({ saved: true, state: settingsStateFixture('2', { certificates: draft.certificates }) }),
  );
  draftOf(store).remoteService.serviceOrganisationId = 'SO-3';
  expect(await store.change((draft) => ({ ...draft, certificates: ['pem'] }))).toBeNull();
  expect(store.draft).toMatchObject({
    certificates: ['pem'],
    remoteService: { serviceOrganisationId: 'SO-3' },
  });
  expect(store.state?.settings.remoteService.serviceOrganisationId).toBe('SO-2001');
});

it('gives the problem that a setting saved at once was refused for', async () => {
  const problem = { path: 'certificates.0', code: 'certificate-out-of-date' as const, params: { name: 'A' } };
  const { store } = await begin(() => Promise.resolve({ saved: false, problems: [problem] }));
  expect(await store.change((draft) => ({ ...draft, certificates: ['pem'] }))).toMatchObject({
    code: 'certificate-out-of-date',
    params: { name: 'A' },
  });
  expect(store.problems).toEqual([]);
});
