import { spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftOf, Settings, type SettingsDraft } from '@shared/domain/settings/settings';
import type { SettingsState } from '@shared/domain/settings/settings-state';
import { createDataFolders, type DataPaths } from '@electron/platform/folders';
import { createFakeKeychain, type FakeKeychain } from '@electron/platform/keychain';
import {
  createFakeSettingsStorage,
  createSettingsStorage,
  type SettingsStorage,
} from '@electron/platform/settings-storage';
import { ensureSealingKey, openSecret } from '@electron/settings/sealing';
import { readSettings } from '@electron/settings/settings-file';
import { createSettingsRepository, type SettingsRepository } from './settings-repository';

const child = path.join(import.meta.dirname, 'save-settings-child.fixture.ts');
const root = path.resolve(import.meta.dirname, '../../..');
/** Outside Electron its package answers with a path; without this it would download the program. */
const STAND_IN = '/nowhere';

let home: string;
let paths: DataPaths;
let keychain: FakeKeychain;

const repositoryOver = (storage: SettingsStorage): SettingsRepository =>
  createSettingsRepository({
    paths,
    pathStyle: 'posix',
    storage,
    openKeychain: () => Promise.resolve(keychain),
  });

beforeEach(() => {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', STAND_IN);
  home = mkdtempSync(path.join(tmpdir(), 'repository-'));
  paths = createDataFolders().prepare({ mode: 'embedded', home });
  keychain = createFakeKeychain();
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

const change = (state: SettingsState, edit: (draft: SettingsDraft) => void): SettingsDraft => {
  const draft = structuredClone(draftOf(state.settings));
  edit(draft);
  return draft;
};

const server = (name: string, id: string | null = null): SettingsDraft['licenceServers'][number] => ({
  id,
  name,
  kind: 'local',
  path: ` /licences/${name.trim()} `,
  fileName: 'prismadirect.lic',
  host: '',
  ports: '',
  hostId: '',
});

describe.each([
  ['files of its own', createSettingsStorage],
  ['the fake storage', createFakeSettingsStorage],
])('the settings repository over %s', (_, createStorage) => {
  it('saves a draft: cleaned, normalised, with ids, secrets sealed, for the owner alone', async () => {
    const repository = repositoryOver(createStorage());
    const state = await repository.read();
    const draft = change(state, (next) => {
      next.remoteService = {
        enabled: true,
        serviceOrganisationId: ' ORG\u200b-1\u00a0',
        verificationCode: { action: 'set', value: '\ufeffCANARY-1234\u00a0' },
      };
      next.proxy = { ...next.proxy, mode: 'manual', url: 'HTTP://Proxy.Example.com:3128/' };
      next.licenceServers = [server(' Hall 1 '), server('Hall\u00a02')];
    });
    const result = await repository.save(state.revision, draft);
    expect(result).toMatchObject({
      saved: true,
      state: {
        keptAside: null,
        settings: { remoteService: { serviceOrganisationId: 'ORG-1', verificationCode: { isSet: true } } },
      },
    });
    expect((statSync(paths.settings).mode & 0o777).toString(8)).toBe('600');
    expect(readdirSync(home).filter((name) => name.startsWith('settings'))).toEqual(['settings.json']);
    expect(readFileSync(paths.settings, 'utf8')).not.toContain('CANARY');

    const { settings } = await readSettings(home);
    expect(settings.proxy.url).toBe('proxy.example.com:3128');
    expect(settings.licenceServers.map(({ name, path: folder }) => [name, folder])).toEqual([
      ['Hall 1', '/licences/Hall 1'],
      ['Hall 2', '/licences/Hall\u00a02'],
    ]);
    const sealed = settings.remoteService.verificationCode ?? '';
    expect(await openSecret(sealed, await ensureSealingKey(paths, keychain))).toBe('CANARY-1234');
  });

  it('keeps ids and secrets that the draft keeps, and clears what it clears', async () => {
    const repository = repositoryOver(createStorage());
    const first = await repository.read();
    const made = change(first, (next) => {
      next.remoteService.verificationCode = { action: 'set', value: '1234' };
      next.licenceServers = [server('Hall 1')];
    });
    await repository.save(first.revision, made);
    const before = await readSettings(home);
    const id = before.settings.licenceServers[0]?.id ?? '';

    const second = await repository.read();
    const renamed = change(second, (next) => {
      next.licenceServers = [server('Hall A', id), server('Hall B', id), server('Hall C', 'made-up')];
    });
    await repository.save(second.revision, renamed);
    const after = await readSettings(home);
    const ids = after.settings.licenceServers.map((found) => found.id);
    expect(ids[0]).toBe(id);
    expect(new Set(ids).size).toBe(3);
    expect(ids).not.toContain('made-up');
    expect(after.settings.remoteService.verificationCode).toBe(
      before.settings.remoteService.verificationCode,
    );

    const third = await repository.read();
    const cleared = change(third, (next) => {
      next.remoteService.verificationCode = { action: 'clear' };
    });
    await repository.save(third.revision, cleared);
    expect((await readSettings(home)).settings.remoteService.verificationCode).toBeNull();
  });

  it('saves nothing that does not pass the check', async () => {
    const repository = repositoryOver(createStorage());
    const state = await repository.read();
    const draft = change(state, (next) => {
      next.proxy.mode = 'manual';
    });
    expect(await repository.save(state.revision, draft)).toEqual({
      saved: false,
      problems: [{ path: 'proxy.url', code: 'proxy-url-required', params: {} }],
    });
    expect(readdirSync(home)).not.toContain('settings.json');
  });

  it('takes no certificate that cannot vouch for a server, and leaves alone what is there', async () => {
    const repository = repositoryOver(createStorage());
    const state = await repository.read();
    const draft = change(state, (next) => {
      next.certificates = ['no certificate'];
    });
    expect(await repository.save(state.revision, draft)).toEqual({
      saved: false,
      problems: [{ path: 'certificates.0', code: 'certificate-unreadable', params: {} }],
    });
    writeFileSync(paths.settings, JSON.stringify({ version: 1, certificates: ['grown old'] }), {
      mode: 0o600,
    });
    const old = await repository.read();
    const kept = change(old, (next) => {
      next.language = 'it';
    });
    expect(await repository.save(old.revision, kept)).toMatchObject({ saved: true });
  });

  it('refuses a save from an older state', async () => {
    const repository = repositoryOver(createStorage());
    const state = await repository.read();
    const enabled = change(state, (next) => {
      next.remoteService.enabled = true;
    });
    await repository.save(state.revision, enabled);
    const before = readFileSync(paths.settings);
    await expect(repository.save(state.revision, draftOf(state.settings))).rejects.toMatchObject({
      code: 'settings-changed-meanwhile',
    });
    expect(readFileSync(paths.settings)).toEqual(before);
  });

  it('keeps a broken file aside, says so until settings are saved, and loses nothing', async () => {
    const repository = repositoryOver(createStorage());
    writeFileSync(paths.settings, '{"remoteService": {');
    const state = await repository.read();
    expect(state).toMatchObject({ revision: 'none', keptAside: { code: 'settings-broken' } });
    const kept = path.join(home, state.keptAside?.fileName ?? '');
    expect(await repository.read()).toEqual(state);
    const result = await repository.save(state.revision, draftOf(state.settings));
    expect(result).toMatchObject({ saved: true, state: { keptAside: null } });
    expect(readFileSync(kept, 'utf8')).toBe('{"remoteService": {');
  });
});

describe('saving when something is in the way', () => {
  const enabledDraft = async (repository: SettingsRepository) => {
    const state = await repository.read();
    const draft = change(state, (next) => {
      next.remoteService.enabled = true;
      next.remoteService.verificationCode = { action: 'set', value: '1234' };
    });
    return { revision: state.revision, draft };
  };

  it.each(['ENOSPC', 'EACCES', 'EROFS'])('says that the file cannot be written (%s)', async (code) => {
    const storage = createFakeSettingsStorage();
    const repository = repositoryOver(storage);
    const { revision, draft } = await enabledDraft(repository);
    storage.failure = Object.assign(new Error(code), { code });
    await expect(repository.save(revision, draft)).rejects.toMatchObject({ code: 'settings-not-writable' });
    storage.failure = null;
    expect(await repository.save(revision, draft)).toMatchObject({ saved: true });
  });

  it('says that the keychain is locked, and saves when it is open again', async () => {
    const repository = repositoryOver(createFakeSettingsStorage());
    const { revision, draft } = await enabledDraft(repository);
    keychain.isLocked = true;
    await expect(repository.save(revision, draft)).rejects.toMatchObject({ code: 'keychain-unavailable' });
    expect(readdirSync(home)).not.toContain('settings.json');
    keychain.isLocked = false;
    expect(await repository.save(revision, draft)).toMatchObject({ saved: true });
  });

  it('gives up when another program holds the lock', { timeout: 20_000 }, async () => {
    const repository = repositoryOver(createFakeSettingsStorage());
    const { revision, draft } = await enabledDraft(repository);
    const lock = `${paths.settings}.lock`;
    mkdirSync(lock);
    const touching = setInterval(() => {
      utimesSync(lock, Date.now() / 1000, Date.now() / 1000);
    }, 1500);
    try {
      await expect(repository.save(revision, draft)).rejects.toMatchObject({ code: 'settings-locked' });
    } finally {
      clearInterval(touching);
    }
  });

  it(
    'leaves the old or the new file whole when it is killed at any moment',
    { timeout: 60_000 },
    async () => {
      for (let round = 0; round < 5; round += 1) {
        const saving = spawn(process.execPath, ['--import', 'tsx', child, home], {
          cwd: root,
          env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: STAND_IN },
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        const ended = new Promise((resolve) => saving.on('exit', resolve));
        let saves = 0;
        await new Promise<void>((resolve) =>
          saving.stdout.on('data', () => (saves += 1) > 3 + round && resolve()),
        );
        saving.kill('SIGKILL');
        await ended;
        const text = readFileSync(paths.settings, 'utf8');
        expect(Settings.parse(JSON.parse(text)).licenceServers.length).toBeGreaterThan(0);
      }
      const repository = repositoryOver(createSettingsStorage());
      const { revision, draft } = await enabledDraft(repository);
      expect(await repository.save(revision, draft)).toMatchObject({ saved: true });
      expect(readdirSync(home).filter((name) => name.startsWith('settings'))).toEqual(['settings.json']);
    },
  );
});

describe('a link that is put in the way', () => {
  it('is never followed, and what is behind it stays as it was', async () => {
    const canary = path.join(home, 'canary');
    writeFileSync(canary, 'untouched');
    const storage = createSettingsStorage();
    // Put there after the file was looked at and before it is written.
    const repository = repositoryOver({
      write: (file, value, readers) => {
        symlinkSync(canary, file);
        return storage.write(file, value, readers);
      },
    });
    const state = await repository.read();
    const draft = change(state, (next) => (next.remoteService.enabled = true));
    await expect(repository.save(state.revision, draft)).rejects.toMatchObject({
      code: 'settings-place-unsafe',
      params: { file: paths.settings },
    });
    expect(readFileSync(canary, 'utf8')).toBe('untouched');
    expect(readdirSync(home).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('subscribing', () => {
  it('tells the state now, a change made elsewhere, and nothing after the end', async () => {
    const repository = repositoryOver(createFakeSettingsStorage());
    const seen: boolean[] = [];
    const stop = repository.subscribe((state) => seen.push(state.settings.remoteService.enabled));
    await vi.waitFor(() => expect(seen).toEqual([false]));
    writeFileSync(paths.settings, '{"remoteService":{"enabled":true}}');
    await vi.waitFor(() => expect(seen).toEqual([false, true]));
    stop();
    const other = await repository.read();
    await repository.save(
      other.revision,
      change(other, (next) => (next.remoteService.enabled = false)),
    );
    expect((await repository.read()).settings.remoteService.enabled).toBe(false);
    expect(seen).toEqual([false, true]);
  });
});
