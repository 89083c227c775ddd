import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftOf, type SettingsDraft } from '@shared/domain/settings/settings';
import { createDataFolders, type DataPaths } from '@electron/platform/folders';
import { createFakeKeychain } from '@electron/platform/keychain';
import { createFakePolicySource, type FakePolicySource } from '@electron/platform/policy';
import { createFakeSettingsStorage } from '@electron/platform/settings-storage';
import { readSettings } from './settings-file';
import { createSettingsRepository, type SettingsRepository } from './saving/settings-repository';

const LOCKS = {
  lockedBy: 'IT, ext. 1234',
  locked: { 'proxy.mode': 'manual', 'proxy.url': 'proxy.example:8080', 'remoteAssistance.allowed': false },
};

let paths: DataPaths;
let policy: FakePolicySource;
let repository: SettingsRepository;
beforeEach(() => {
  paths = createDataFolders().prepare({
    mode: 'embedded',
    home: mkdtempSync(path.join(tmpdir(), 'policy-locks-')),
  });
  policy = createFakePolicySource();
  repository = createSettingsRepository({
    ...{ paths, pathStyle: 'posix', policy, storage: createFakeSettingsStorage() },
    openKeychain: () => Promise.resolve(createFakeKeychain()),
  });
});
afterEach(() => rmSync(paths.home, { recursive: true, force: true }));

const setPolicy = (content: object) =>
  policy.set({ found: true, place: '/p', bytes: new TextEncoder().encode(JSON.stringify(content)) });
const save = async (edit: (draft: SettingsDraft) => void) => {
  const { revision, settings } = await repository.read();
  const draft = structuredClone(draftOf(settings));
  edit(draft);
  return repository.save(revision, draft);
};
const onDisk = () => JSON.parse(readFileSync(paths.settings, 'utf8')) as Record<string, unknown>;

describe('settings under a policy', () => {
  it('hold what the policy locks, and tell who decides', async () => {
    await save((draft) => (draft.proxy.url = 'own.example:3128'));
    setPolicy(LOCKS);
    const { settings, policy: state } = await repository.read();
    expect(settings.proxy).toMatchObject({ mode: 'manual', url: 'proxy.example:8080' });
    expect(state).toMatchObject({ lockedBy: 'IT, ext. 1234', locked: Object.keys(LOCKS.locked) });
    expect((await readSettings(paths.home, policy)).settings.proxy.mode).toBe('manual');
  });

  it('refuse a change of what is locked, by name, and save nothing of the rest', async () => {
    await save((draft) => (draft.proxy.url = 'own.example:3128'));
    setPolicy(LOCKS);
    const before = readFileSync(paths.settings, 'utf8');
    const refused = await save((draft) => {
      draft.proxy.mode = 'none';
      draft.updates.download = false;
    });
    expect(refused).toMatchObject({
      saved: false,
      problems: [{ path: 'proxy.mode', code: 'setting-locked', params: { by: 'IT, ext. 1234' } }],
    });
    expect(readFileSync(paths.settings, 'utf8')).toBe(before);
  });

  it('keep the operator’s own values through a save, for the day the policy goes', async () => {
    await save((draft) => {
      draft.proxy.url = 'own.example:3128';
      draft.remoteAssistance.allowed = true;
    });
    setPolicy(LOCKS);
    expect(await save((draft) => (draft.updates.download = false))).toMatchObject({
      saved: true,
      state: { settings: { proxy: { url: 'proxy.example:8080' }, updates: { download: false } } },
    });
    expect(onDisk()).toMatchObject({
      proxy: { mode: 'none', url: 'own.example:3128' },
      remoteAssistance: { allowed: true },
    });
    policy.set({ found: false });
    expect((await repository.read()).settings).toMatchObject({
      proxy: { mode: 'none', url: 'own.example:3128' },
      remoteAssistance: { allowed: true },
      updates: { download: false },
    });
  });

  it('are told anew when the policy comes and goes', async () => {
    const told: string[] = [];
    const stop = repository.subscribe(({ settings }) => told.push(settings.proxy.mode));
    await vi.waitFor(() => expect(told).toEqual(['none']), { timeout: 10_000 });
    setPolicy(LOCKS);
    await vi.waitFor(() => expect(told).toEqual(['none', 'manual']), { timeout: 10_000 });
    policy.set({ found: false });
    await vi.waitFor(() => expect(told).toEqual(['none', 'manual', 'none']), { timeout: 10_000 });
    stop();
  });

  it('refuse a save that was begun before the policy came', async () => {
    const { revision, settings } = await repository.read();
    setPolicy(LOCKS);
    const late = repository.save(revision, draftOf(settings));
    await expect(late).rejects.toMatchObject({ code: 'settings-changed-meanwhile' });
  });

  it('stay under the policy where the file is broken', async () => {
    writeFileSync(paths.settings, '{');
    setPolicy(LOCKS);
    expect(await repository.read()).toMatchObject({
      settings: { proxy: { mode: 'manual' } },
      keptAside: { code: 'settings-broken' },
    });
  });

  it('are the operator’s where the policy is not believed', async () => {
    policy.set({ found: true, place: '/p', distrust: 'writable-by-others' });
    expect(await save((draft) => (draft.updates.download = false))).toMatchObject({
      saved: true,
      state: { policy: { locked: [], problem: { code: 'policy-untrusted' } } },
    });
  });
});
